import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { transact } from "@/lib/db/transact";
import { parse } from "@/lib/schemas/parse";
import { openInput } from "@/lib/schemas/request/desk";

/**
 * Writes down that the dossier of a request leaves the desk as a document; what is in it, the query says.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found
 */
export async function exportDossier(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "assessment.read");
  const { reference } = parse(openInput, typed);
  const request = await deskRequest(staff, ctx, reference);
  await transact(ctx, async ({ audit }) => {
    audit({ type: "export.dossier", subject: request.id, request: request.id });
  });
}
