import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { transact } from "@/lib/db/transact";
import { seesPerson } from "@/lib/domain/access/sees";
import { parse } from "@/lib/schemas/parse";
import { openInput } from "@/lib/schemas/request/desk";

/**
 * Writes into the log that somebody opened a request, and whether they saw whose it is. Once per view,
 * before anything is shown.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found
 */
export async function openRequest(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.read");
  const { reference } = parse(openInput, typed);
  const request = await deskRequest(staff, ctx, reference);
  await transact(ctx, async ({ audit }) => {
    audit({ type: "request.opened", request: request.id, facts: { names: seesPerson(staff, request) } });
  });
}
