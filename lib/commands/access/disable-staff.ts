import {
  inBothLogs,
  lockColleague,
  notTheLast,
  notYourself,
  nowhereElse,
  onInstallation,
} from "@/lib/commands/access/colleague";
import { releaseRequests } from "@/lib/commands/access/release-requests";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { saveStaff } from "@/lib/db/staff";
import { supersedeStaffLinks } from "@/lib/db/staff-link";
import { controllersOf } from "@/lib/db/staff-role";
import { endStaffSessions } from "@/lib/db/staff-session";
import { transact } from "@/lib/db/transact";
import { staffIdInput } from "@/lib/schemas/access/staff";
import { parse } from "@/lib/schemas/parse";

/**
 * Closes a colleague's account at once: sessions and mailed links end, their open requests are nobody's, what they did
 * stays under their name.
 * @throws Refused not_allowed, not_found, bad_input (oneself, the last administrator, roles at another's controller)
 */
export async function disableStaff(ctx: Ctx, typed: unknown): Promise<void> {
  const actor = authoriseStaff(ctx, "staff.write");
  const { staffId } = parse(staffIdInput, typed);
  notYourself(actor, staffId);
  await transact(onInstallation(ctx), async ({ tx, audit }) => {
    const colleague = await lockColleague(tx, ctx, staffId);
    await nowhereElse(tx, actor, staffId);
    notTheLast(colleague);
    await saveStaff(tx, colleague, { disabledAt: colleague.disabledAt ?? ctx.now() });
    await supersedeStaffLinks(tx, staffId);
    const sessions = await endStaffSessions(tx, staffId);
    for (const controllerId of await controllersOf(staffId, tx)) {
      await releaseRequests(tx, audit, { controllerId, staffId });
    }
    inBothLogs(
      audit,
      ctx,
    )({ type: "staff.disabled", subject: staffId, facts: { controller: ctx.controller.id, sessions } });
  });
}

/** Opens a closed account again, with the password and second factor it had. @throws as disableStaff */
export async function enableStaff(ctx: Ctx, typed: unknown): Promise<void> {
  const actor = authoriseStaff(ctx, "staff.write");
  const { staffId } = parse(staffIdInput, typed);
  await transact(onInstallation(ctx), async ({ tx, audit }) => {
    const colleague = await lockColleague(tx, ctx, staffId);
    await nowhereElse(tx, actor, staffId);
    await saveStaff(tx, colleague, { disabledAt: null });
    inBothLogs(
      audit,
      ctx,
    )({ type: "staff.enabled", subject: staffId, facts: { controller: ctx.controller.id } });
  });
}
