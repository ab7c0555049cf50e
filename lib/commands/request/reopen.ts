import { reopenedMail, TEMPLATE } from "@/emails/reopened";
import { recompute } from "@/lib/commands/clock/recompute";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { stopAtOnce } from "@/lib/commands/decision/stop-at-once";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { fromDateOrNull, toDateOrNull } from "@/lib/db/dates";
import { saveDecisionState, standingDecision } from "@/lib/db/decision";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { addReopening } from "@/lib/db/reopening";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { day, localDate, startOf } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { mayOrder } from "@/lib/domain/request/reopening";
import { parse } from "@/lib/schemas/parse";
import { reopenInput } from "@/lib/schemas/request/reopening";

/**
 * Opens a closed request again, after a complaint, or because an authority, a court or our own review calls for it.
 * The decision stays readable as superseded, nothing of the history goes, a new period runs from the day the call
 * reached us, or the day holds that an authority or a court ordered (lib/domain/clock/rules/reopened.ts), and the requester is told. The release gate is what it was: the
 * new answer passes it like any other.
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
    const { zone } = mail.filing;
    const on = input.on as IsoDate;
    const closed = request.closedAt ?? now;
    if (on > localDate(now.toISOString(), zone) || on < localDate(closed.toISOString(), zone)) {
      throw new Refused({ code: "bad_input", issues: [{ field: "on", message: "reopenDay" }] });
    }
    const ordered = (input.orderedBy || null) as IsoDate | null;
    if (ordered !== null && (!mayOrder(input.source) || ordered < on)) {
      throw new Refused({ code: "bad_input", issues: [{ field: "orderedBy", message: "orderedDay" }] });
    }
    const reachedAt = new Date(Math.max(new Date(startOf(day(on), zone)).getTime(), closed.getTime() + 1));
    const decision = await standingDecision(ctx.controller.id, request.id, tx);
    if (decision) await saveDecisionState(tx, decision.id, { state: "superseded", supersededAt: now });
    const handle = await loadDataKey(tx, request.dataKeyId);
    const of = { controllerId: ctx.controller.id, requestId: request.id };
    const kept = await addReopening(tx, handle, {
      ...{ ...of, decisionId: decision?.id ?? null, source: input.source, reason: input.text },
      ...{ reachedAt, orderedBy: toDateOrNull(ordered), reopenedAt: now, reopenedBy: actorOf(ctx) },
    });
    const event = { type: "reopened", occurredAt: reachedAt, recordedBy: actorOf(ctx) } as const;
    const until = ordered === null ? {} : { facts: { until: ordered } };
    const dates = await recompute(ctx, tx, request, { ...event, ...until });
    const promisedOn = dates.statutoryOn;
    await saveRequest(tx, request, {
      ...{ ...dates, promisedOn, state: "open", outcome: null, closedAt: null, repliedAt: null },
    });
    await stopAtOnce(ctx, { tx, audit }, "", [
      { handle, row: request, clock: { target: fromDateOrNull(dates.targetOn), receivedOn: on } },
    ]);
    await saveLink(tx, mail.link, { controllerId: of.controllerId, filingId: request.filingId });
    const notice = await oweNotice(tx, {
      ...of,
      ...mail.hold,
      to: { filingId: request.filingId },
      kind: "reopened",
      template: TEMPLATE,
      content: reopenedMail({ ...mail.facts, answerBy: fromDateOrNull(promisedOn) }),
      at: now,
      dataKey: mail.dataKey,
    });
    const due = fromDateOrNull(promisedOn);
    const facts = { source: input.source, on, ordered, reason: kept.commit, due, notice };
    audit({ type: "request.reopened", subject: kept.id, request: request.id, facts });
  });
}
