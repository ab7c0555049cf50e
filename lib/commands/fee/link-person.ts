import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { addPersonLink, filingsOfAddress, personLinksOf } from "@/lib/db/person-link";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { linkPersonInput } from "@/lib/schemas/fee/assessment";
import { parse } from "@/lib/schemas/parse";

/**
 * Takes two addresses for one person's, with a reason: from now on the requests of the other are among the earlier
 * ones. Nobody is told, nothing else follows from it, and it can be undone.
 * @throws Refused not_signed_in, not_allowed, bad_input (the same address already), not_found, changed_meanwhile,
 *   wrong_state
 */
export async function linkPerson(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "person.link");
  const { other: otherReference, reason, ...input } = parse(linkPersonInput, typed);
  const other = await deskRequest(staff, ctx, otherReference).catch(notThere);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "assess");
    const { id: controllerId } = ctx.controller;
    const mine = await filingsOfAddress(controllerId, request.filingId, tx);
    const links = await personLinksOf(controllerId, mine, tx);
    const theirs = await filingsOfAddress(controllerId, other.filingId, tx);
    const known = links.some((link) => theirs.includes(link.filingId) || theirs.includes(link.otherFilingId));
    if (known || mine.includes(other.filingId)) throw sameAlready();
    const link = await addPersonLink(tx, await loadDataKey(tx, request.dataKeyId), {
      controllerId,
      requestId: request.id,
      filingId: request.filingId,
      otherFilingId: other.filingId,
      reason,
      linkedBy: staff.staffId,
      linkedAt: ctx.now(),
    });
    await saveRequest(tx, request, {});
    audit({
      type: "person.linked",
      subject: link.id,
      request: request.id,
      facts: { filing: request.filingId, other: other.filingId, reason: link.commit },
    });
  });
}

function notThere(error: unknown): never {
  if (error instanceof Refused && error.refusal.code === "not_found") {
    throw new Refused({ code: "bad_input", issues: [{ field: "other", message: "referenceUnknown" }] });
  }
  throw error;
}

function sameAlready(): Refused {
  return new Refused({ code: "bad_input", issues: [{ field: "other", message: "samePersonAlready" }] });
}
