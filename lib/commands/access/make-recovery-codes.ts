import { authoriseSignedIn } from "@/lib/commands/access/authorise";
import { prove } from "@/lib/commands/access/prove";
import type { InstallationCtx } from "@/lib/commands/context";
import { makeRecoveryCodes as freshCodes, replaceRecoveryCodes } from "@/lib/db/recovery-code";
import { lockStaff, staffById } from "@/lib/db/staff";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { proveInput } from "@/lib/schemas/access/account";
import { parse } from "@/lib/schemas/parse";

/**
 * Gives the caller ten new recovery codes; the old ones stop working.
 * @returns the codes, which can never be read again
 * @throws Refused not_signed_in, bad_input, too_many
 */
export async function makeRecoveryCodes(ctx: InstallationCtx, typed: unknown): Promise<readonly string[]> {
  const { staffId } = authoriseSignedIn(ctx);
  const input = parse(proveInput, typed);
  const staff = await staffById(staffId);
  if (!staff) throw new Refused({ code: "not_signed_in" });
  const spendFactor = await prove(staff, input.password, input.code);
  const codes = freshCodes();
  await transact(ctx, async ({ tx, audit }) => {
    await lockStaff(tx, staffId);
    await spendFactor(tx, ctx.now());
    await replaceRecoveryCodes(tx, staffId, codes);
    audit({ type: "staff.recovery_codes_made", subject: staffId, facts: { codes: codes.length } });
  });
  return codes;
}
