import {
  inBothLogs,
  lockColleague,
  notTheLast,
  notYourself,
  nowhereElse,
  onInstallation,
  refusedBecause,
} from "@/lib/commands/access/colleague";
import { oweStaffMail } from "@/lib/commands/access/staff-mail";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { replaceRecoveryCodes } from "@/lib/db/recovery-code";
import { saveStaff } from "@/lib/db/staff";
import { makeStaffLink, saveStaffLink } from "@/lib/db/staff-link";
import { endStaffSessions } from "@/lib/db/staff-session";
import { transact } from "@/lib/db/transact";
import { staffIdInput } from "@/lib/schemas/access/staff";
import { parse } from "@/lib/schemas/parse";

/**
 * For a colleague who lost the phone or the password: nothing of the old sign-in works any more, and a mailed link lets
 * them choose a password and enrol a second factor again. Only ever by somebody else.
 * @throws Refused not_allowed, not_found, bad_input (oneself, a closed account, somebody who never joined, roles at a
 *   controller that the actor does not administer)
 */
export async function resetSignIn(ctx: Ctx, typed: unknown): Promise<void> {
  const actor = authoriseStaff(ctx, "staff.write");
  const { staffId } = parse(staffIdInput, typed);
  notYourself(actor, staffId);
  const link = makeStaffLink("reset");
  await transact(onInstallation(ctx), async ({ tx, audit }) => {
    const colleague = await lockColleague(tx, ctx, staffId);
    if (colleague.disabledAt) throw refusedBecause("staffDisabled");
    await nowhereElse(tx, actor, staffId);
    notTheLast(colleague);
    await saveStaff(tx, colleague, { passwordHash: null, totpSecret: null, totpLastStep: null });
    await replaceRecoveryCodes(tx, staffId, []);
    const sessions = await endStaffSessions(tx, staffId);
    await saveStaffLink(tx, link, staffId);
    const notice = await oweStaffMail(tx, ctx, colleague, link);
    inBothLogs(
      audit,
      ctx,
    )({
      type: "staff.second_factor_reset",
      subject: staffId,
      facts: { controller: ctx.controller.id, sessions },
    });
    audit({
      type: "notice.owed",
      subject: notice,
      facts: { kind: "staff_reset", controller: ctx.controller.id },
    });
  });
}
