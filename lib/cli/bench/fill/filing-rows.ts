import { createHash, randomBytes, randomUUID } from "node:crypto";
import { clockOf } from "@/lib/commands/clock/compute";
import { type ClockBasis, projection } from "@/lib/db/clock";
import type { Controller } from "@/lib/db/controller";
import { filingRows } from "@/lib/db/filing";
import { LINK_HOURS, makeLink } from "@/lib/db/link";
import { tokenHash } from "@/lib/db/link-token";
import { noticeRow } from "@/lib/db/notice";
import { requestRows } from "@/lib/db/request";
import { localDate } from "@/lib/domain/clock/dates";
import { dateToTell } from "@/lib/domain/clock/promise";
import { referenceFrom } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { CopyRow } from "./copy-rows";
import { asked, person, RECEIPT } from "./made-up";

const DAY = 86_400_000;

/** Rows of one or more filings, by table, in the order in which they may be written. */
export type Rows = Record<
  "DataKey" | "Filing" | "PersonIndex" | "RightsRequest" | "Notice" | "Link",
  CopyRow[]
> & {
  /** What the log says of them, as audit_append takes it. */
  readonly events: object[];
};

export function noRows(): Rows {
  return { DataKey: [], Filing: [], PersonIndex: [], RightsRequest: [], Notice: [], Link: [], events: [] };
}

/** What filings are made for. */
export type FillOf = {
  readonly controller: Controller;
  readonly basis: ClockBasis;
  readonly staffIds: readonly string[];
  /** The instant that counts as now for the whole fill. */
  readonly now: Date;
};

/** Clocks of one day and right are the same but for the instant; computing one takes longer than everything else. */
const projections = new Map<string, ReturnType<typeof projection>>();

function projected({ controller, basis }: FillOf, right: Right, receivedAt: Date, receivedOn: IsoDate) {
  const name = `${right} ${receivedOn}`;
  const { settings } = controller;
  const made = projections.get(name);
  if (made) return made;
  const clock = clockOf(basis, settings, { receivedAt, zone: settings.zone, right }, []);
  const fresh = projection(clock, dateToTell(clock), basis);
  projections.set(name, fresh);
  return fresh;
}

/**
 * Adds the rows of one open filing, sealed and indexed as the real command does it: its keys, the person, one or two
 * requests, the receipt that was mailed, its link, and the events. Received in the last five weeks, so that a few are
 * late; some unconfirmed, some waiting for the requester, one in 200 with a mail that never arrived.
 * @returns how many requests it has
 */
export function addFiling(rows: Rows, of: FillOf, number: number): number {
  const { controller, now } = of;
  const age = (number % 50 === 0 ? 36 : 30) * DAY * Math.random();
  const receivedAt = new Date(now.getTime() - Math.round(age));
  const { zone } = controller.settings;
  const receivedOn = localDate(receivedAt.toISOString(), zone);
  const id = randomUUID();
  const requests = asked(number);
  const filing = filingRows({
    id,
    controllerId: controller.id,
    channel: "form",
    language: "sv",
    receivedAt,
    zone,
    receivedOn,
    recordedAt: receivedAt,
    recordedBy: "public",
    idempotencyKey: randomUUID(),
    bodyHash: new Uint8Array(createHash("sha256").update(id).digest()),
    settingsVersion: controller.settingsVersion,
    who: person(number),
    requests,
  });
  const confirmedAt = number % 8 === 0 ? null : new Date(receivedAt.getTime() + 600_000);
  rows.DataKey.push(filing.keyRow);
  rows.Filing.push({ ...filing.row, confirmedAt, remindedAt: null });
  rows.PersonIndex.push(...filing.index);
  rows.events.push(event("filing.received", id, null, { channel: "form", requests: requests.length }));
  for (const details of requests) {
    const request = requestRows({
      id: randomUUID(),
      controllerId: controller.id,
      filingId: id,
      reference: referenceFrom(randomBytes(10)),
      receivedAt,
      recordedAt: receivedAt,
      details,
      clock: projected(of, details.right, receivedAt, receivedOn),
    });
    rows.DataKey.push(request.keyRow);
    rows.RightsRequest.push({ version: 1, ...request.row, ...work(of, number, receivedAt) });
    rows.events.push(event("request.received", id, request.row.id, { right: details.right }));
  }
  if (confirmedAt) rows.events.push(event("filing.confirmed", id, null, {}));
  addReceipt(rows, of, { ...filing, receivedAt }, number);
  return requests.length;
}

/** How far the work on a request has come. */
function work({ staffIds }: FillOf, number: number, receivedAt: Date) {
  const later = new Date(receivedAt.getTime() + DAY);
  return {
    assigneeId: number % 5 < 2 ? null : (staffIds[number % staffIds.length] ?? null),
    waitingSince: number % 12 === 7 ? later : null,
    repliedAt: number % 17 === 9 ? later : null,
  };
}

type Filed = ReturnType<typeof filingRows> & { readonly receivedAt: Date };

function addReceipt(rows: Rows, of: FillOf, { row, handle, receivedAt }: Filed, number: number): void {
  const controllerId = of.controller.id;
  const failed = number % 200 === 77;
  const notice = noticeRow({
    controllerId,
    to: { filingId: row.id },
    kind: "receipt",
    template: { name: "receipt", version: 1 },
    content: RECEIPT,
    at: receivedAt,
    dataKey: handle,
  });
  const acceptedAt = failed ? null : receivedAt;
  const state = failed ? "failed" : "accepted";
  rows.Notice.push({ ...notice, state, attempts: 1, acceptedAt, lastError: failed ? "550" : null });
  rows.events.push(event(`notice.${state}`, notice.id, null, { kind: "receipt", attempt: 1 }));
  const link = makeLink("confirm");
  rows.Link.push({
    id: link.id,
    controllerId,
    filingId: row.id,
    purpose: link.purpose,
    tokenHash: tokenHash(link.token),
    createdAt: receivedAt,
    expiresAt: new Date(receivedAt.getTime() + LINK_HOURS.confirm * 3_600_000),
  });
}

function event(type: string, subject: string, request: string | null, facts: object) {
  return { type, actor: "seed:public", subject, request, facts: JSON.stringify(facts) };
}
