import { z } from "zod";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockClosings, recallClosings } from "@/lib/commands/decision/recall-closings";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { lockFiling, markVerified } from "@/lib/db/filing";
import { transact } from "@/lib/db/transact";
import { VERIFIED_HOW } from "@/lib/domain/intake/filing";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { requiredLine } from "@/lib/schemas/text";

const input = z.strictObject({ reference: requiredLine(40), how: z.enum(VERIFIED_HOW) });

/**
 * Records how somebody of the staff made sure that a postal address is the person's. From then on it counts as
 * confirmed, and an answer may go to it; what was to close it as never confirmed is taken back. Only where there is no email address: that one confirms itself by a link.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, wrong_state (confirmed already, or an email address)
 */
export async function verifyAddress(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "filing.verify");
  const { reference, how } = parse(input, typed);
  const request = await deskRequest(staff, ctx, reference);
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const closings = await lockClosings(ctx, work, request.filingId);
    const filing = await lockFiling(tx, ctx.controller.id, request.filingId);
    if (!filing) throw new Refused({ code: "not_found" });
    if (!filing.byPost) throw new Refused({ code: "wrong_state", state: "email" });
    if (filing.confirmedAt) throw new Refused({ code: "wrong_state", state: "confirmed" });
    await markVerified(tx, filing, { at: ctx.now(), how, by: actorOf(ctx) });
    audit({ type: "filing.address_verified", subject: filing.id, request: request.id, facts: { how } });
    await recallClosings(work, closings);
  });
}
