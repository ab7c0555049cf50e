import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskFee } from "@/lib/commands/fee/desk-fee";
import { endAssessment } from "@/lib/commands/fee/end-assessment";
import { recallObjectionAnswer } from "@/lib/commands/fee/objection-answer";
import { feeNeverAsked } from "@/lib/commands/fee/settle-clock";
import { loadDataKey } from "@/lib/db/data-key";
import { saveFee } from "@/lib/db/fee";
import { addFeeEvent } from "@/lib/db/fee-event";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { waiverInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * Gives a fee up, with a reason: nothing is owed, and the request is answered free of charge. Where the time waited for
 * it, it counts from receipt again. No second person is needed to be kind.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function waiveFee(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(waiverInput, typed);
  const { id: controllerId } = ctx.controller;
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const { request, fee } = await lockDeskFee(tx, staff, ctx, input, "waive");
    const now = ctx.now();
    const by = actorOf(ctx);
    const handle = await loadDataKey(tx, request.dataKeyId);
    const said = await addFeeEvent(tx, handle, {
      ...{ controllerId, feeId: fee.id, kind: "waived", by, at: now, text: input.reason },
    });
    await recallObjectionAnswer(work, request, fee);
    await saveFee(tx, { controllerId, id: fee.id }, { state: "waived", endedAt: now });
    if (request.state === "open") {
      await endAssessment(work, handle, request, { actor: by, at: now, why: "waived" });
      await feeNeverAsked(ctx, work, request, fee, { waitingSince: null });
    } else {
      await saveRequest(tx, request, {});
    }
    audit({
      type: "fee.waived",
      subject: fee.id,
      request: request.id,
      facts: { was: fee.state, reason: said.commit },
    });
  });
}
