import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskFee } from "@/lib/commands/fee/desk-fee";
import { loadDataKey } from "@/lib/db/data-key";
import { saveFee } from "@/lib/db/fee";
import { addFeeEvent, moneyOf } from "@/lib/db/fee-event";
import { filingById } from "@/lib/db/filing";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { balance } from "@/lib/domain/fee/amount";
import { refundableOn } from "@/lib/domain/fee/paid-on";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { refundInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * Books money that went back, with a reason: at most what came and has not gone back yet, and not before it came.
 * @throws Refused not_signed_in, not_allowed, bad_input (more than there is, a day to come or before the payment),
 *   not_found, changed_meanwhile, wrong_state
 */
export async function refundFee(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(refundInput, typed);
  const { id: controllerId } = ctx.controller;
  await transact(ctx, async ({ tx, audit }) => {
    const { request, fee } = await lockDeskFee(tx, staff, ctx, input, "refund");
    const before = await moneyOf(tx, controllerId, fee.id);
    const { refundable } = balance(fee.totalMinor, before.paid, before.refunded);
    if (input.amount > refundable) {
      throw new Refused({ code: "bad_input", issues: [{ field: "amount", message: "refundTooMuch" }] });
    }
    const on = input.on as IsoDate;
    const zone = (await filingById(controllerId, request.filingId, tx))?.zone ?? "UTC";
    const ahead = on > localDate(ctx.now().toISOString(), zone);
    if (ahead || input.amount > refundableOn(on, before.money)) {
      const message = ahead ? "dateAhead" : "refundBeforePayment";
      throw new Refused({ code: "bad_input", issues: [{ field: "on", message }] });
    }
    const said = await addFeeEvent(tx, await loadDataKey(tx, request.dataKeyId), {
      ...{ controllerId, feeId: fee.id, kind: "refund", by: actorOf(ctx), at: ctx.now(), text: input.reason },
      ...{ amountMinor: input.amount, on, reference: input.payment },
    });
    const left = balance(fee.totalMinor, before.paid, before.refunded + input.amount);
    // What was paid too much may go back and the fee stays paid; with the last of it the fee is gone too.
    const gone = fee.state === "paid" && left.refundable === 0;
    const short = fee.state === "paid" && !gone && left.outstanding > 0;
    if (gone) await saveFee(tx, { controllerId, id: fee.id }, { state: "refunded", endedAt: ctx.now() });
    else if (short) await saveFee(tx, { controllerId, id: fee.id }, { state: "accepted" });
    await saveRequest(tx, request, {});
    audit({
      type: "fee.refunded",
      subject: fee.id,
      request: request.id,
      facts: { minor: input.amount, currency: fee.currency, on: input.on, reason: said.commit },
    });
  });
}
