import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskFee } from "@/lib/commands/fee/desk-fee";
import { settleFeeClock } from "@/lib/commands/fee/settle-clock";
import { loadDataKey } from "@/lib/db/data-key";
import { saveFee } from "@/lib/db/fee";
import { addFeeEvent, moneyOf } from "@/lib/db/fee-event";
import { filingById } from "@/lib/db/filing";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { balance } from "@/lib/domain/fee/amount";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { paymentInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * Books money that came for a fee. Less than the fee leaves it open and shows what is missing; more shows what has to
 * go back. Whoever pays has accepted. Where the clock waits for payment (United Kingdom), it starts when all is paid.
 * @throws Refused not_signed_in, not_allowed, bad_input (a day to come), not_found, changed_meanwhile, wrong_state
 */
export async function recordPayment(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(paymentInput, typed);
  const { id: controllerId } = ctx.controller;
  await transact(ctx, async ({ tx, audit }) => {
    const { request, fee } = await lockDeskFee(tx, staff, ctx, input, "pay");
    const now = ctx.now();
    const filing = await filingById(controllerId, request.filingId, tx);
    if (filing && input.on > localDate(now.toISOString(), filing.zone)) {
      throw new Refused({ code: "bad_input", issues: [{ field: "on", message: "dateAhead" }] });
    }
    const before = await moneyOf(tx, controllerId, fee.id);
    const { outstanding, over } = balance(fee.totalMinor, before.paid + input.amount, before.refunded);
    await addFeeEvent(tx, await loadDataKey(tx, request.dataKeyId), {
      ...{ controllerId, feeId: fee.id, kind: "payment", by: actorOf(ctx), at: now },
      ...{ amountMinor: input.amount, on: input.on as IsoDate, reference: input.payment },
    });
    const paid = outstanding === 0;
    await saveFee(tx, { controllerId, id: fee.id }, { state: paid ? "paid" : "accepted" });
    const turn = { waitingSince: paid ? null : request.waitingSince };
    if (paid && request.state === "open") await settleFeeClock(ctx, tx, request, turn);
    else await saveRequest(tx, request, turn);
    audit({
      type: "fee.paid",
      subject: fee.id,
      request: request.id,
      facts: { minor: input.amount, currency: fee.currency, on: input.on, outstanding, over },
    });
  });
}
