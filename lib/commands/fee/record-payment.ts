import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskFee } from "@/lib/commands/fee/desk-fee";
import { settleFeeClock } from "@/lib/commands/fee/settle-clock";
import { loadDataKey } from "@/lib/db/data-key";
import { type Fee, saveFee } from "@/lib/db/fee";
import { addFeeEvent, moneyOf } from "@/lib/db/fee-event";
import { filingById } from "@/lib/db/filing";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import { transact, type Work } from "@/lib/db/transact";
import { recordedAnswer } from "@/lib/domain/clock/recorded-answer";
import { balance } from "@/lib/domain/fee/amount";
import { type Money, paidInFullOn } from "@/lib/domain/fee/paid-on";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { paymentInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * Books money that came for a fee. Less than the fee leaves it open and shows what is missing; more shows what has to
 * go back. Whoever pays has accepted. Where the clock waits for payment (United Kingdom), it starts on the day on which
 * all was paid, whenever that is written down.
 * @throws Refused not_signed_in, not_allowed, bad_input (a day to come, or before the notice arrived), not_found,
 *   changed_meanwhile, wrong_state
 */
export async function recordPayment(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(paymentInput, typed);
  const { id: controllerId } = ctx.controller;
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const { request, fee } = await lockDeskFee(tx, staff, ctx, input, "pay");
    const came = { kind: "payment", amountMinor: input.amount, on: input.on as IsoDate } as const;
    await cameAt(ctx, work, request, fee, came.on);
    const before = await moneyOf(tx, controllerId, fee.id);
    const { outstanding, over } = balance(fee.totalMinor, before.paid + input.amount, before.refunded);
    await addFeeEvent(tx, await loadDataKey(tx, request.dataKeyId), {
      ...{ controllerId, feeId: fee.id, by: actorOf(ctx), at: ctx.now(), reference: input.payment },
      ...came,
    });
    const paid = outstanding === 0;
    await saveFee(tx, { controllerId, id: fee.id }, { state: paid ? "paid" : "accepted" });
    const turn = { waitingSince: paid ? null : request.waitingSince };
    const full = paidInFullOn(fee.totalMinor, [...before.money, came]);
    if (paid && full !== null && request.state === "open") {
      await settleFeeClock(ctx, work, request, turn, await cameAt(ctx, work, request, fee, full));
    } else await saveRequest(tx, request, turn);
    audit({
      type: "fee.paid",
      subject: fee.id,
      request: request.id,
      facts: { minor: input.amount, currency: fee.currency, on: input.on, outstanding, over },
    });
  });
}

/** The instant of money that came on a day. @throws Refused bad_input (a day to come, or before the notice arrived) */
async function cameAt(
  ctx: Ctx,
  { tx }: Work,
  request: RightsRequest,
  fee: Fee,
  on: Money["on"],
): Promise<Date> {
  const zone = (await filingById(ctx.controller.id, request.filingId, tx))?.zone ?? "UTC";
  const { receivedAt } = request;
  const at = recordedAnswer(on, { now: ctx.now(), receivedAt, askedAt: fee.effectiveAt, zone });
  if (at.ok) return at.value;
  const message = at.refusal === "answerAhead" ? "dateAhead" : "paidBeforeNotice";
  throw new Refused({ code: "bad_input", issues: [{ field: "on", message }] });
}
