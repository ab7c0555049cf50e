import { refusedBecause } from "@/lib/commands/access/colleague";
import { joinUrl } from "@/lib/commands/access/staff-mail";
import { authoriseSetup, type InstallationCtx } from "@/lib/commands/context";
import { replaceRecoveryCodes } from "@/lib/db/recovery-code";
import { lockStaff, saveStaff, staffByEmail } from "@/lib/db/staff";
import { makeStaffLink, saveStaffLink } from "@/lib/db/staff-link";
import { administeredBy, anybodyHasRole } from "@/lib/db/staff-role";
import { endStaffSessions } from "@/lib/db/staff-session";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { recoverInput } from "@/lib/schemas/access/staff";
import { parse } from "@/lib/schemas/parse";

/**
 * The way back for an administrator who lost password and second factor and has no colleague to reset them: a one-time
 * link for whoever stands at the installation's console, good for a day. The old sign-in stops working at once, and the
 * installation's log says that it was done there.
 * @returns the link, to be printed once and kept nowhere
 * @throws Refused not_allowed, bad_input, not_found (no administrator has this address)
 */
export async function recoverAdministrator(
  ctx: InstallationCtx,
  typed: unknown,
): Promise<{ readonly url: string }> {
  authoriseSetup(ctx);
  const { email } = parse(recoverInput, typed);
  const link = makeStaffLink("reset");
  return transact(ctx, async ({ tx, audit }) => {
    const found = await staffByEmail(email, tx);
    const staff = found && (await lockStaff(tx, found.id));
    const administers = staff !== null && (await administeredBy(staff.id, tx)).length > 0;
    // Who joined first has no role until there is a controller.
    if (!staff || (!administers && (await anybodyHasRole(tx)))) throw new Refused({ code: "not_found" });
    if (staff.disabledAt) throw refusedBecause("staffDisabled", "email");
    await saveStaff(tx, staff, { passwordHash: null, totpSecret: null, totpLastStep: null });
    await replaceRecoveryCodes(tx, staff.id, []);
    const sessions = await endStaffSessions(tx, staff.id);
    await saveStaffLink(tx, link, staff.id);
    audit({ type: "staff.second_factor_reset", subject: staff.id, facts: { console: true, sessions } });
    return { url: joinUrl(ctx.baseUrl, link) };
  });
}
