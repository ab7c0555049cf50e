import { authoriseSignedIn } from "@/lib/commands/access/authorise";
import { hashChosen } from "@/lib/commands/access/new-password";
import { prove } from "@/lib/commands/access/prove";
import type { InstallationCtx } from "@/lib/commands/context";
import { lockStaff, saveStaff, staffById } from "@/lib/db/staff";
import { endStaffSessions } from "@/lib/db/staff-session";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { changePasswordInput } from "@/lib/schemas/access/account";
import { parse } from "@/lib/schemas/parse";

/**
 * Gives the caller a new password, proved by the old one and the second factor. Every session ends, this one too.
 * @throws Refused not_signed_in, bad_input, too_many
 */
export async function changePassword(ctx: InstallationCtx, typed: unknown): Promise<void> {
  const { staffId } = authoriseSignedIn(ctx);
  const input = parse(changePasswordInput, typed);
  const staff = await staffById(staffId);
  if (!staff) throw new Refused({ code: "not_signed_in" });
  const spendFactor = await prove(staff, input.password, input.code);
  const passwordHash = await hashChosen(input.newPassword, staff.who, "newPassword");
  await transact(ctx, async ({ tx, audit }) => {
    const now = await lockStaff(tx, staffId);
    if (now?.passwordHash !== staff.passwordHash) throw new Refused({ code: "not_signed_in" });
    await spendFactor(tx, ctx.now());
    await saveStaff(tx, staff, { passwordHash });
    const sessions = await endStaffSessions(tx, staffId);
    audit({ type: "staff.password_changed", subject: staffId, facts: { sessions } });
  });
}
