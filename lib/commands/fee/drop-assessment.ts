import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { ofRequest } from "@/lib/commands/fee/written";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { settleAssessment, standingAssessment } from "@/lib/db/assessment";
import { loadDataKey } from "@/lib/db/data-key";
import { standingFee } from "@/lib/db/fee";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { reasonInput } from "@/lib/schemas/fee/assessment";
import { parse } from "@/lib/schemas/parse";

/**
 * Gives an assessment up, in whatever state, with a reason: the request is answered like any other. While a fee
 * stands that rests on it, the fee has to be waived or taken back first.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function dropAssessment(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "assessment.write");
  const { reason, ...input } = parse(reasonInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "assess");
    const of = ofRequest(request);
    const standing = await standingAssessment(of, tx);
    if (!standing) throw new Refused({ code: "wrong_state", state: "none" });
    const fee = await standingFee(of, tx);
    if (fee) throw new Refused({ code: "wrong_state", state: `fee_${fee.state}` });
    const commit = await settleAssessment(
      tx,
      await loadDataKey(tx, request.dataKeyId),
      { controllerId: of.controllerId, id: standing.id },
      { state: "dropped", droppedBy: actorOf(ctx), droppedAt: ctx.now(), reason },
    );
    await saveRequest(tx, request, {});
    audit({
      type: "assessment.dropped",
      subject: standing.id,
      request: request.id,
      facts: { version: standing.version, was: standing.state, reason: commit },
    });
  });
}
