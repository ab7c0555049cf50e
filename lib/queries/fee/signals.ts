import { db } from "@/lib/db/client";
import { loadDataKeys } from "@/lib/db/data-key";
import { filingsOfAddress, openLinkReason, personLinksOf } from "@/lib/db/person-link";
import { openDetails, type RightsRequest, requestById, requestsOfFiling } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import { type EarlierOfPerson, earlierOfPerson } from "@/lib/db/signals";
import { staffNames } from "@/lib/db/staff";
import type { StaffActor } from "@/lib/domain/access/actor";
import { sees, seesPerson } from "@/lib/domain/access/sees";
import { day, daysBetween, localDate } from "@/lib/domain/clock/dates";
import { isLate } from "@/lib/domain/decision/late";
import {
  againstFinding,
  againstSignal,
  type CounterArgument,
  type Signal,
  scopeOf,
} from "@/lib/domain/fee/signals";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";

/** Earlier requests of one person as facts, each with what a complaint would say of it. */
export type Signals = {
  readonly earlier: readonly (Signal & { readonly against: readonly CounterArgument[] })[];
  readonly more: boolean;
  readonly general: readonly CounterArgument[];
};

/** Another address that staff took for the same person's. */
export type LinkLine = {
  readonly id: string;
  /** A request from there, for who may see it. */
  readonly other: string | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: IsoInstant;
};

const SHOWN = 50;

/** The earlier requests of whoever made a request, as far as the reader may see them. */
export async function signalsOf(
  staff: StaffActor,
  request: RightsRequest,
  zone: string,
  key: DataKeyHandle | null,
  today: IsoDate,
): Promise<Signals> {
  const { controllerId, filingId, receivedAt } = request;
  const found = await earlierOfPerson(controllerId, filingId, receivedAt, SHOWN + 1);
  const shown = found.filter((each) => sees(staff, each)).slice(0, SHOWN);
  const readable = shown.filter((each) => seesPerson(staff, each));
  const keys = await loadDataKeys(
    db(),
    readable.map((each) => each.dataKeyId),
  );
  const now = key && openDetails(key, request);
  const earlier = shown.map((each) => {
    const theirs = keys.get(each.dataKeyId);
    const signal: Signal = {
      reference: each.reference,
      right: each.right,
      receivedOn: localDate(each.receivedAt.toISOString(), zone),
      daysBefore: daysApart(each.receivedAt, receivedAt, zone),
      scope: now && theirs ? scopeOf(now, openDetails(theirs, each)) : null,
      outcome: each.outcome,
      closedOn: each.closedAt && localDate(each.closedAt.toISOString(), zone),
      late: wasLate(each, zone, today),
      confirmed: each.confirmed,
      linked: each.linked,
    };
    return { ...signal, against: againstSignal(signal) };
  });
  return { earlier, more: found.length > SHOWN, general: againstFinding(request.right, earlier) };
}

function daysApart(from: Date, to: Date, zone: string): number {
  const on = (at: Date) => day(localDate(at.toISOString(), zone));
  return daysBetween(on(from), on(to));
}

/** Answered after its last day, or not answered although that day has passed. */
function wasLate(each: EarlierOfPerson, zone: string, today: IsoDate): boolean {
  const { outcome, closedAt } = each;
  if (outcome === "withdrawn" || outcome === "forwarded") return false;
  const on = closedAt ? localDate(closedAt.toISOString(), zone) : today;
  return isLate(outcome ?? "granted", on, each);
}

/** The links of a request's person, with their reasons for who may read them. */
export async function linkLines(
  staff: StaffActor,
  request: RightsRequest,
  readable: boolean,
): Promise<readonly LinkLine[]> {
  const { controllerId, filingId } = request;
  const mine = await filingsOfAddress(controllerId, filingId);
  const links = await personLinksOf(controllerId, mine);
  const names = await staffNames(links.map((link) => link.linkedBy));
  return Promise.all(
    links.map(async (link) => {
      const otherId = mine.includes(link.filingId) ? link.otherFilingId : link.filingId;
      const theirs = (await requestsOfFiling(controllerId, otherId)).filter((each) => sees(staff, each));
      return {
        id: link.id,
        other: theirs[0]?.reference ?? null,
        reason: readable ? await reasonOf(controllerId, link) : null,
        by: names.get(link.linkedBy) ?? "",
        at: link.linkedAt.toISOString() as IsoInstant,
      };
    }),
  );
}

async function reasonOf(
  controllerId: string,
  link: Parameters<typeof openLinkReason>[1],
): Promise<string | null> {
  const from = await requestById(controllerId, link.requestId);
  const handle = from && (await loadDataKeys(db(), [from.dataKeyId])).get(from.dataKeyId);
  return handle ? openLinkReason(handle, link) : null;
}
