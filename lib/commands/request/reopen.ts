import { reopenedMail, TEMPLATE } from "@/emails/reopened";
import { foldOf } from "@/lib/commands/clock/fold";
import { recompute } from "@/lib/commands/clock/recompute";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { tasksAtOnce } from "@/lib/commands/decision/stop-at-once";
import { endAssessment } from "@/lib/commands/fee/end-assessment";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { projection } from "@/lib/db/clock";
import { loadDataKey } from "@/lib/db/data-key";
import { toDateOrNull } from "@/lib/db/dates";
import { saveDecisionState, standingDecision } from "@/lib/db/decision";
import { markForwardingSuperseded } from "@/lib/db/forwarding";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { addReopening } from "@/lib/db/reopening";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import { addTasks } from "@/lib/db/task";
import { transact } from "@/lib/db/transact";
import { dateToTell } from "@/lib/domain/clock/promise";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { calledAt, mayOrder, type ReopeningSource } from "@/lib/domain/request/reopening";
import { parse } from "@/lib/schemas/parse";
import { reopenInput } from "@/lib/schemas/request/reopening";

/** The word that a request is opened again, as it would leave now; preview and sending make it here. */
export function prepareReopening(
  { filing, facts }: RequesterNotice,
  answerBy: IsoDate | null,
): PreparedNotice {
  const { byPost } = filing;
  return { to: "requester", byPost, content: reopenedMail({ ...facts, byPost, answerBy }) };
}

/** @throws Refused bad_input (a day to come, or before the request was closed) */
export function reached(
  { closedAt }: RightsRequest,
  { filing: { zone } }: RequesterNotice,
  on: IsoDate,
  now: Date,
): Date {
  const at = calledAt(on, { closedAt: closedAt ?? now, now, zone });
  if (!at.ok) throw new Refused({ code: "bad_input", issues: [{ field: "on", message: at.refusal }] });
  return at.value;
}

/** By which day an authority or a court ordered the answer. @throws Refused bad_input (before the order, or of no such) */
export function orderedDay(of: {
  readonly source: ReopeningSource;
  readonly on: string;
  readonly orderedBy: string;
}): IsoDate | null {
  const ordered = (of.orderedBy || null) as IsoDate | null;
  if (ordered !== null && (!mayOrder(of.source) || ordered < of.on)) {
    throw new Refused({ code: "bad_input", issues: [{ field: "orderedBy", message: "orderedDay" }] });
  }
  return ordered;
}

/**
 * Opens a closed request again, after a complaint, or because an authority, a court or our own review calls for it.
 * The decision stays readable as superseded, nothing of the history goes, a new period runs from the day the call
 * reached us, or the day holds that an authority or a court ordered (lib/domain/clock/rules/reopened.ts), and the
 * requester is told. Until that notice leaves it can all be taken back (undo-reopening.ts). The release gate is what it
 * was: the new answer passes it like any other. An assessment of the earlier time holds no more, nobody is refused on it
 * again without its two people; and who it was sent on to answers no more.
 * @throws Refused not_signed_in, not_allowed, bad_input (also a day to come, or before the request was closed;
 *   an ordered day before the order, or of somebody who orders none), not_found, changed_meanwhile, wrong_state (it is not closed)
 */
export async function reopen(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.reopen");
  const input = parse(reopenInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "reopen");
    const now = ctx.now();
    const on = input.on as IsoDate;
    const reachedAt = reached(request, mail, on, now);
    const ordered = orderedDay(input);
    const decision = await standingDecision(ctx.controller.id, request.id, tx);
    if (decision) await saveDecisionState(tx, decision.id, { state: "superseded", supersededAt: now });
    const handle = await loadDataKey(tx, request.dataKeyId);
    const of = { controllerId: ctx.controller.id, requestId: request.id };
    const event = { type: "reopened", occurredAt: reachedAt, recordedBy: actorOf(ctx) } as const;
    const until = ordered === null ? {} : { facts: { until: ordered } };
    await recompute(ctx, { tx, audit }, request, { ...event, ...until });
    // What was promised of the earlier period is history: what is told now is promised, and staff work to it.
    const { clock, basis } = await foldOf(ctx, request, tx);
    const promisedOn = dateToTell(clock);
    const dates = projection(clock, promisedOn, basis);
    const prepared = prepareReopening(mail, promisedOn);
    asPreviewed(input.letter, [prepared], request.version);
    await saveRequest(tx, request, {
      ...{ ...dates, state: "open", outcome: null, closedAt: null, repliedAt: null },
    });
    await endAssessment({ tx, audit }, handle, request, { actor: actorOf(ctx), at: now, why: "reopened" });
    await markForwardingSuperseded(tx, of.controllerId, of.requestId);
    const stops = tasksAtOnce(ctx, { handle, row: request, clock: { target: clock.target, receivedOn: on } });
    await addTasks(tx, stops.tasks);
    for (const entry of stops.entries) audit(entry);
    await saveLink(tx, mail.link, { controllerId: of.controllerId, filingId: request.filingId });
    const notice = await oweNotice(tx, {
      ...of,
      ...mail.hold,
      to: { filingId: request.filingId },
      kind: "reopened",
      template: TEMPLATE,
      content: prepared.content,
      at: now,
      dataKey: mail.dataKey,
      recallable: true,
    });
    const { outcome, closedAt } = request;
    const kept = await addReopening(tx, handle, {
      ...{ ...of, decisionId: decision?.id ?? null, source: input.source, reason: input.text },
      ...{ reachedAt, orderedBy: toDateOrNull(ordered), reopenedAt: now },
      ...{ reopenedBy: actorOf(ctx), noticeId: notice },
      before: { outcome, closedAt, promisedOn: request.promisedOn },
    });
    const facts = { source: input.source, on, ordered, reason: kept.commit, due: promisedOn, notice };
    audit({ type: "request.reopened", subject: kept.id, request: request.id, facts });
  });
}
