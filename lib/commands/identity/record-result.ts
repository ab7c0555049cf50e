import { identityAskedAt } from "@/lib/commands/clock/fold";
import { recompute } from "@/lib/commands/clock/recompute";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { objectionWaits } from "@/lib/commands/fee/objection-answer";
import { endIdentityEvidence } from "@/lib/commands/identity/end-evidence";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { clockEventOfNotice } from "@/lib/db/clock";
import { loadDataKey } from "@/lib/db/data-key";
import { filingById } from "@/lib/db/filing";
import { newestCheck, saveCheckResult } from "@/lib/db/identity-check";
import { lockNotice } from "@/lib/db/notice";
import { type RequestChange, type RightsRequest, saveRequest } from "@/lib/db/request";
import { transact, type Work } from "@/lib/db/transact";
import { localDate, startOf, day as toDay } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { identityResultInput } from "@/lib/schemas/identity/check";
import { parse } from "@/lib/schemas/parse";

/**
 * Records how an identity check ended: passed, failed or not needed any more, in which way, and never what was shown.
 * The evidence is deleted with it. One whose notice has not left is taken back instead (lib/commands/notice/undo-send.ts);
 * one that failed can be passed later, or be found not to be needed. The clock that waited goes on: from the day the
 * proof came, from now where none did, and as if nothing had been asked where none was needed.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (none is open, or
 *   its notice was not accepted)
 */
export async function recordIdentityResult(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "identity.check");
  const input = parse(identityResultInput, typed);
  if (input.result === "passed" && input.method === null) {
    throw new Refused({ code: "bad_input", issues: [{ field: "method", message: "choose" }] });
  }
  const { id } = await deskRequest(staff, ctx, input.reference);
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const check = await newestCheck(ctx.controller.id, id, tx);
    const notice = check && (await lockNotice(tx, check.noticeId));
    const request = await lockDeskRequest(tx, staff, ctx, input, "identity");
    if (!check || !notice || check.state === "passed" || check.state === "not_needed") {
      throw new Refused({ code: "wrong_state", state: "no_identity_check" });
    }
    const now = ctx.now();
    const told = notice.acceptedAt;
    if (!told) throw new Refused({ code: "wrong_state", state: "identity_not_sent" });
    const needless = input.result === "not_needed";
    const arrived =
      check.receivedAt === null && !needless
        ? await arrivedAt(ctx, work, request, input.arrivedOn as IsoDate | null, told)
        : null;
    const came = input.result === "passed" || input.arrivedOn !== null;
    await saveCheckResult(tx, await loadDataKey(tx, request.dataKeyId), check, {
      state: input.result,
      method: input.method,
      note: input.note.trim(),
      receivedAt: came ? arrived : null,
      at: now,
      by: actorOf(ctx),
    });
    const dates = needless
      ? await neverAsked(ctx, work, request, check.noticeId)
      : await cameOn(ctx, work, request, arrived ?? now);
    // An objection to a fee stays a reply that waits for us, whatever was asked besides.
    const replied = (await objectionWaits(request, tx)) ? {} : { repliedAt: null };
    await saveRequest(tx, request, { ...dates, ...replied, waitingSince: null });
    await endIdentityEvidence(work, {
      controllerId: ctx.controller.id,
      requestId: request.id,
      at: now,
      why: "result",
    });
    audit({
      type: "identity.resolved",
      subject: check.id,
      request: request.id,
      facts: { result: input.result, way: input.method, arrived: arrived?.toISOString() ?? null },
    });
  });
}

/** The clock that waited goes on, or starts, from the day on which the proof came; none where it did not wait. */
async function cameOn(ctx: Ctx, work: Work, request: RightsRequest, at: Date): Promise<RequestChange> {
  if ((await identityAskedAt(ctx, work.tx, request)) === null) return {};
  return recompute(ctx, work, request, {
    ...{ type: "identity_received", occurredAt: at, recordedBy: actorOf(ctx) },
  });
}

/** The demand is as if it had never been made, also where it was answered: the clock runs as without it. */
async function neverAsked(
  ctx: Ctx,
  work: Work,
  request: RightsRequest,
  noticeId: string,
): Promise<RequestChange> {
  const asked = await clockEventOfNotice(work.tx, ctx.controller.id, noticeId);
  if (!asked) return {};
  return recompute(ctx, work, request, {
    ...{ type: "identity_received", occurredAt: asked.occurredAt, recordedBy: actorOf(ctx) },
    ...{ supersedes: asked.id, facts: { by: "cancelled" } },
  });
}

/** When the proof came, by what staff say: not before it was asked for, not in the future; now if they say nothing. */
async function arrivedAt(
  ctx: Ctx,
  { tx }: Work,
  request: RightsRequest,
  day: IsoDate | null,
  told: Date,
): Promise<Date> {
  const now = ctx.now();
  if (!day) return now;
  const zone = (await filingById(ctx.controller.id, request.filingId, tx))?.zone ?? "UTC";
  const wrong = day > localDate(now.toISOString(), zone) || day < localDate(told.toISOString(), zone);
  if (wrong) {
    throw new Refused({ code: "bad_input", issues: [{ field: "arrivedOn", message: "arrivedOn" }] });
  }
  const midnight = new Date(startOf(toDay(day), zone));
  return midnight > told ? midnight : told;
}
