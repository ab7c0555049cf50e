import { z } from "zod";
import { TEMPLATE, withdrawalConfirmedMail } from "@/emails/withdrawal-confirmed";
import { recompute } from "@/lib/commands/clock/recompute";
import { dropPending } from "@/lib/commands/clock/resume";
import { actorOf, authoriseRequester, type Ctx } from "@/lib/commands/context";
import { closeFee } from "@/lib/commands/fee/close-fee";
import { endIdentityEvidence } from "@/lib/commands/identity/end-evidence";
import { requesterMail } from "@/lib/commands/notice/sender";
import { lockOwnRequest } from "@/lib/commands/request/own-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveDecisionState, standingDecision } from "@/lib/db/decision";
import { filingById } from "@/lib/db/filing";
import { closeOpenChecks } from "@/lib/db/identity-check";
import { oweNotice } from "@/lib/db/notice";
import { saveRequest } from "@/lib/db/request";
import { transact, type Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { formatReference, readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { requiredLine } from "@/lib/schemas/text";

const input = z.strictObject({ reference: requiredLine(40) });

/**
 * The requester takes a request back: it is closed at once and confirmed by mail. They can always ask again.
 * @throws Refused bad_input, not_signed_in, not_found, wrong_state (decided or withdrawn already)
 */
export async function withdrawRequest(ctx: Ctx, typed: unknown): Promise<void> {
  const { filingId } = authoriseRequester(ctx);
  const { reference } = parse(input, typed);
  const { controller } = ctx;
  const filing = await filingById(controller.id, filingId);
  if (!filing) throw new Refused({ code: "session_ended" });
  const now = ctx.now();
  const content = withdrawalConfirmedMail({
    ...(await requesterMail(ctx, filing.language)),
    reference: formatReference(readReference(reference) ?? reference),
    withdrawnOn: localDate(now.toISOString(), filing.zone),
    startUrl: `${ctx.baseUrl}/${controller.slug}`,
  });
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const request = await lockOwnRequest(ctx, tx, reference, "withdraw");
    const of = { controllerId: controller.id, requestId: request.id };
    await closeOpenChecks(tx, of, "not_needed", now, actorOf(ctx));
    await endIdentityEvidence({ tx, audit }, { ...of, at: now, why: "request_ended" });
    await dropWaiting(ctx, { tx, audit }, request.id);
    const event = { type: "withdrawn", occurredAt: now, recordedBy: actorOf(ctx) } as const;
    // A notice about the clock that has not left would speak of a request that is over.
    await dropPending(ctx, { tx, audit }, request, () => true, true);
    const dates = await recompute(ctx, tx, request, event);
    await saveRequest(tx, request, {
      ...dates,
      state: "closed",
      outcome: "withdrawn",
      closedAt: now,
      waitingSince: null,
    });
    await closeFee(ctx, work, request);
    await oweNotice(tx, {
      controllerId: controller.id,
      to: { filingId },
      requestId: request.id,
      kind: "withdrawal_confirmed",
      template: TEMPLATE,
      content,
      at: now,
      dataKey: await loadDataKey(tx, filing.dataKeyId),
    });
    audit({ type: "request.withdrawn", request: request.id, facts: { at: now.toISOString() } });
  });
}

/** An answer that waits for approval has left nobody's desk: with the request it is taken back. */
async function dropWaiting(ctx: Ctx, { tx, audit }: Work, requestId: string): Promise<void> {
  const decision = await standingDecision(ctx.controller.id, requestId, tx);
  if (decision?.state !== "awaiting_approval") return;
  await saveDecisionState(tx, decision.id, { state: "recalled" });
  audit({ type: "decision.recalled", subject: decision.id, request: requestId });
}
