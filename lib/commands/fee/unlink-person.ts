import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { filingsOfAddress, personLinksOf, removePersonLink } from "@/lib/db/person-link";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { unlinkPersonInput } from "@/lib/schemas/fee/assessment";
import { parse } from "@/lib/schemas/parse";

/**
 * Undoes a link between two addresses; that it was there stays in the history.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function unlinkPerson(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "person.link");
  const { linkId, ...input } = parse(unlinkPersonInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "assess");
    const { id: controllerId } = ctx.controller;
    const links = await personLinksOf(
      controllerId,
      await filingsOfAddress(controllerId, request.filingId, tx),
      tx,
    );
    const found = links.find(({ id }) => id === linkId);
    if (!found || !(await removePersonLink(tx, { controllerId, id: linkId }, staff.staffId, ctx.now()))) {
      throw new Refused({ code: "not_found" });
    }
    await saveRequest(tx, request, {});
    audit({ type: "person.unlinked", subject: linkId, request: request.id });
  });
}
