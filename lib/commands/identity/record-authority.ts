import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { endAuthorityEvidence } from "@/lib/commands/identity/end-evidence";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { saveAuthority } from "@/lib/db/authority-check";
import { loadDataKey } from "@/lib/db/data-key";
import { lockFiling, openWho } from "@/lib/db/filing";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { authorityInput } from "@/lib/schemas/identity/check";
import { parse } from "@/lib/schemas/parse";

/**
 * Records what was found about somebody's authority to act for another: what was shown, the result, by whom. It holds
 * for every request of the filing; what was shown is deleted. A later finding replaces it and both stay in the record.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (nobody is represented)
 */
export async function recordAuthority(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "identity.check");
  const input = parse(authorityInput, typed);
  const at = ctx.now();
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "authority");
    const filing = await lockFiling(tx, ctx.controller.id, request.filingId);
    if (!filing) throw new Refused({ code: "not_found" });
    const key = await loadDataKey(tx, filing.dataKeyId);
    if (openWho(key, filing).onBehalf === "self") {
      throw new Refused({ code: "wrong_state", state: "not_represented" });
    }
    const of = { controllerId: ctx.controller.id, filingId: filing.id };
    const { result, kind, shown } = input;
    const found = { ...of, result, kind, shown, checkedAt: at, checkedBy: actorOf(ctx) };
    const id = await saveAuthority(tx, key, found);
    await saveRequest(tx, request, {});
    await endAuthorityEvidence({ tx, audit }, { ...of, at, why: "result" });
    audit({
      type: "authority.checked",
      subject: id,
      request: request.id,
      facts: { result, authority: kind },
    });
  });
}
