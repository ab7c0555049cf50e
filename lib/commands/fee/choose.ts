import { actorOf, authoriseRequester, type Ctx } from "@/lib/commands/context";
import { endAssessment } from "@/lib/commands/fee/end-assessment";
import { settleFeeClock } from "@/lib/commands/fee/settle-clock";
import { lockOwnRequest } from "@/lib/commands/request/own-request";
import { loadDataKey } from "@/lib/db/data-key";
import { feeById, saveFee } from "@/lib/db/fee";
import { addFeeEvent } from "@/lib/db/fee-event";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { type FeeStep, mayFeeStep } from "@/lib/domain/fee/fee";
import { feeRules } from "@/lib/domain/fee/rules";
import { Refused } from "@/lib/domain/kernel/refusal";
import { choiceInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

const CHOICES = {
  accept: { step: "accept", state: "accepted", event: "fee.accepted" },
  narrow: { step: "narrow", state: "narrowed", event: "fee.narrowed" },
  object: { step: "object", state: "objected", event: "fee.objected" },
} as const satisfies Record<string, { step: FeeStep; state: string; event: string }>;

/**
 * The requester chooses about a fee. Accepted: they will pay. Narrowed: the fee and the finding fall, and what is left
 * is answered free of charge. Objected: the fee is suspended until a person has answered. (To take the request back is
 * a step of its own, `withdrawRequest`.)
 * @throws Refused bad_input, not_signed_in, not_found, wrong_state (chosen already, or the fee does not stand)
 */
export async function chooseAboutFee(ctx: Ctx, typed: unknown): Promise<void> {
  authoriseRequester(ctx);
  const input = parse(choiceInput, typed);
  const { step, state, event } = CHOICES[input.choice];
  const { id: controllerId } = ctx.controller;
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const request = await lockOwnRequest(ctx, tx, input.reference, "reply");
    const fee = await feeById(controllerId, input.fee, tx);
    if (fee?.requestId !== request.id || fee.state === "pending") throw new Refused({ code: "not_found" });
    const legal = mayFeeStep(fee.state, step);
    if (!legal.ok) throw new Refused({ code: "wrong_state", state: `fee_${legal.refusal}` });
    const now = ctx.now();
    const by = actorOf(ctx);
    const handle = await loadDataKey(tx, request.dataKeyId);
    const said = await addFeeEvent(tx, handle, {
      ...{ controllerId, feeId: fee.id, kind: state, by, at: now },
      ...("text" in input ? { text: input.text } : {}),
    });
    const ended = input.choice === "narrow" ? { endedAt: now } : {};
    await saveFee(tx, { controllerId, id: fee.id }, { state, chosenAt: now, ...ended });
    if (input.choice === "narrow") {
      await endAssessment(work, handle, request, { actor: by, at: now, why: "narrowed" });
    }
    const rules = feeRules(fee.profile);
    const settles =
      input.choice === "narrow" || (input.choice === "accept" && rules?.settledBy === "acceptance");
    const back = { waitingSince: null, repliedAt: now };
    if (settles) await settleFeeClock(ctx, tx, request, back);
    else await saveRequest(tx, request, back);
    audit({
      type: event,
      subject: fee.id,
      request: request.id,
      facts: { event: said.id, ...(said.commit ? { text: said.commit } : {}) },
    });
  });
}
