import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { headOf } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import { type ClockEventDetails, type ClockLine, clockLinesOf } from "@/lib/db/clock-details";
import { type MovedByRun, runsThatMoved } from "@/lib/db/clock-run-lines";
import { loadDataKey } from "@/lib/db/data-key";
import { type Folded, foldRequest } from "@/lib/db/fold";
import { noticesOfFiling } from "@/lib/db/notice";
import { type RightsRequest, requestByReference } from "@/lib/db/request";
import { staffNames } from "@/lib/db/staff";
import { type Action, may } from "@/lib/domain/access/access";
import type { StaffActor } from "@/lib/domain/access/actor";
import { sees, seesPerson } from "@/lib/domain/access/sees";
import { localDate } from "@/lib/domain/clock/dates";
import { extensionsInEffect } from "@/lib/domain/clock/extensions-in-effect";
import { type LatestChange, latestChange } from "@/lib/domain/clock/latest-change";
import { mayExtend, type NoExtension } from "@/lib/domain/clock/may-extend";
import { allAnswered, openQuestions, standing } from "@/lib/domain/clock/open-questions";
import { dateIfAnswered, dateToTell } from "@/lib/domain/clock/promise";
import { ANSWERED, ASKED } from "@/lib/domain/clock/question-events";
import type { Clock, ClockEventType } from "@/lib/domain/clock/types";
import { readReference } from "@/lib/domain/intake/reference";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { mayStep, type Step } from "@/lib/domain/request/state";

/** One thing that happened to a clock, or waits to, or never did. */
export type ClockEventView = {
  readonly id: string;
  readonly type: ClockEventType;
  readonly became: "pending" | "void" | "superseded" | "needless" | "effective" | "without";
  readonly at: IsoInstant;
  readonly recordedAt: IsoInstant;
  /** Name of the staff member; null for the requester and for Habeas. */
  readonly by: string | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly details: ClockEventDetails | null;
  /** A record of staff that the reader may correct. */
  readonly correctable: boolean;
};

/** The clock of a request with everything that is known of how it came about. */
export type ClockView = {
  readonly reference: string;
  readonly version: number;
  readonly seen: number;
  readonly zone: string;
  readonly today: IsoDate;
  readonly clock: Clock;
  /** When receipt was confirmed, where the law wants that by a day; null before, and where it does not. */
  readonly confirmedOn: IsoDate | null;
  readonly promisedOn: IsoDate | null;
  readonly workBy: IsoDate;
  /** Of a clock that stands still: the last day if the answer came today. */
  readonly ifToday: IsoDate | null;
  readonly change: LatestChange | null;
  readonly basis: { readonly profile: string; readonly calendar: string; readonly policy: string };
  readonly events: readonly ClockEventView[];
  /** What a change of the law, the calendar or the settings did to the dates, oldest first. */
  readonly moves: readonly (Omit<MovedByRun, "at"> & { readonly at: IsoInstant })[];
  /** When the open question that stops the clock was asked; null without one. */
  readonly askedAt: IsoInstant | null;
  /** The last day if that question is found not to be needed; null without one, or while something else is waited for. */
  readonly ifCancelled: IsoDate | null;
  readonly noExtension: NoExtension | null;
  readonly extensionWaits: boolean;
  readonly offers: Readonly<Record<"ask" | "extend" | "record" | "cancel", boolean>>;
};

/**
 * The clock of one request as the reader may see it; words about it are null for who may not know the person.
 * @param action what the reader wants to do with it
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function clockView(
  ctx: Ctx,
  reference: string,
  action: Action = "request.read",
): Promise<ClockView> {
  const staff = authoriseStaff(ctx, action);
  const stored = readReference(reference);
  const request = stored && (await requestByReference(ctx.controller.id, stored));
  if (!request || !sees(staff, request)) throw new Refused({ code: "not_found" });
  const key = seesPerson(staff, request) ? await loadDataKey(db(), request.dataKeyId) : null;
  const folded = await foldRequest(ctx.controller, request);
  const lines = await clockLinesOf(ctx.controller.id, request.id, key);
  const { clock, basis, filing } = folded;
  const askedAt = openQuestions(folded.events).get("clarification") ?? null;
  const waits = lines.some(({ type, state }) => type === "extend" && state === "pending");
  const extension = mayExtend(basis.profile, request.right, clock, waits);
  const still = clock.status === "paused" || clock.status === "not_started";
  const { region, version, own } = basis.calendar;
  return {
    reference: request.reference,
    version: request.version,
    seen: (await headOf(ctx.controller.id))?.seq ?? 0,
    zone: filing.zone,
    today: localDate(ctx.now().toISOString(), filing.zone),
    clock,
    confirmedOn: clock.ackBy && (await confirmedOn(filing)),
    promisedOn: request.promisedOn,
    workBy: request.workBy,
    ifToday: still ? ifAnsweredNow(ctx, folded) : null,
    change: latestChange(folded.events, folded.fold),
    basis: {
      profile: `${request.profile} ${basis.profile.version}`,
      calendar: [region, version, ...(own ? [own] : [])].join("."),
      policy: basis.policy,
    },
    events: await eventViews(staff, request, lines, folded),
    moves: (await runsThatMoved(ctx.controller.id, request.id)).map((move) => ({
      ...move,
      at: move.at.toISOString() as IsoInstant,
    })),
    askedAt: askedAt as IsoInstant | null,
    ifCancelled: askedAt === null ? null : ifCancelled(folded, askedAt),
    noExtension: extension.ok ? null : extension.refusal,
    extensionWaits: waits,
    offers: offersOf(staff, request, askedAt !== null, extension.ok),
  };
}

async function confirmedOn({ controllerId, id, zone }: Folded["filing"]): Promise<IsoDate | null> {
  const receipt = (await noticesOfFiling(controllerId, id)).find(
    ({ kind, acceptedAt }) => kind === "receipt" && acceptedAt !== null,
  );
  return receipt?.acceptedAt ? localDate(receipt.acceptedAt.toISOString(), zone) : null;
}

function ifAnsweredNow(ctx: Ctx, { events, fold }: Folded): IsoDate | null {
  return dateIfAnswered(fold(allAnswered(events, ctx.now().toISOString())));
}

function ifCancelled({ events, fold }: Folded, occurredAt: string): IsoDate | null {
  const asked = standing(events).findLast(({ type }) => type === ASKED.clarification)?.id;
  const needless = { type: ANSWERED.clarification, occurredAt, ...(asked ? { supersedes: asked } : {}) };
  return dateToTell(fold([...events, needless]));
}

function offersOf({ roles }: StaffActor, request: RightsRequest, asked: boolean, extensible: boolean) {
  const now = (step: Step) => mayStep(request.state, step).ok;
  const record = may(roles, "request.ask") && now("record_answer") && asked;
  return {
    ask: may(roles, "request.ask") && now("ask"),
    extend: may(roles, "request.extend") && now("extend") && extensible,
    record,
    cancel: record,
  };
}

async function eventViews(
  { roles }: StaffActor,
  request: RightsRequest,
  lines: readonly ClockLine[],
  { events, fold }: Folded,
): Promise<readonly ClockEventView[]> {
  const replaced = new Set(lines.flatMap(({ supersedes }) => supersedes ?? []));
  const counted = standing(lines.filter(({ state }) => state === "effective"));
  // A question that was found to be needless does not count, nor what came to it.
  const became = (line: ClockLine): ClockEventView["became"] => {
    if (line.state !== "effective") return line.state;
    if (replaced.has(line.id)) return line.type.endsWith("_requested") ? "needless" : "superseded";
    return line.supersedes !== undefined || counted.includes(line) ? "effective" : "needless";
  };
  const ids = lines.map(({ recordedBy }) => recordedBy.split(":")[1] ?? "").filter((id) => id.length === 36);
  const names = await staffNames(ids);
  const extensions = extensionsInEffect(events, fold);
  const mayCorrect = may(roles, "request.ask") && mayStep(request.state, "record_answer").ok;
  return lines.map((line) => {
    const stands = became(line) === "effective";
    const without = line.type === "extend" && stands && !extensions.has(line.id);
    return {
      id: line.id,
      type: line.type,
      became: without ? "without" : became(line),
      at: line.occurredAt as IsoInstant,
      recordedAt: line.recordedAt.toISOString() as IsoInstant,
      by: names.get(line.recordedBy.split(":")[1] ?? "") ?? null,
      facts: line.facts,
      details: line.details,
      correctable:
        mayCorrect && stands && line.type === "clarification_received" && line.facts.by === "recorded",
    };
  });
}
