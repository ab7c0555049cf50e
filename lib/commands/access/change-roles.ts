import {
  inBothLogs,
  lockColleague,
  notTheLast,
  notYourOwnRoles,
  onInstallation,
} from "@/lib/commands/access/colleague";
import { releaseRequests } from "@/lib/commands/access/release-requests";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { saveStaff } from "@/lib/db/staff";
import { setRoles } from "@/lib/db/staff-role";
import { endStaffSessions } from "@/lib/db/staff-session";
import { transact } from "@/lib/db/transact";
import { may } from "@/lib/domain/access/access";
import { Refused } from "@/lib/domain/kernel/refusal";
import { changeRolesInput } from "@/lib/schemas/access/staff";
import { parse } from "@/lib/schemas/parse";

/**
 * Gives a colleague other roles at this controller, or none. Their sessions end: what they may do changed. Who can
 * work no request any more has none any more.
 * @throws Refused not_allowed, not_found, changed_meanwhile, bad_input (the last administrator; more roles for oneself
 *   where another administrator could give them)
 */
export async function changeRoles(ctx: Ctx, typed: unknown): Promise<void> {
  const actor = authoriseStaff(ctx, "staff.write");
  const input = parse(changeRolesInput, typed);
  await transact(onInstallation(ctx), async ({ tx, audit }) => {
    const colleague = await lockColleague(tx, ctx, input.staffId);
    if (colleague.version !== input.version) {
      throw new Refused({ code: "changed_meanwhile", version: colleague.version, changed: ["roles"] });
    }
    notYourOwnRoles(actor, colleague, input.roles);
    if (!input.roles.includes("administrator")) notTheLast(colleague);
    await setRoles(tx, { staffId: colleague.id, controllerId: ctx.controller.id }, input.roles, ctx.now());
    await saveStaff(tx, colleague, {});
    const sessions = await endStaffSessions(tx, colleague.id);
    if (!may(input.roles, "request.note")) {
      await releaseRequests(tx, audit, { controllerId: ctx.controller.id, staffId: colleague.id });
    }
    inBothLogs(
      audit,
      ctx,
    )({
      type: "staff.roles_changed",
      subject: colleague.id,
      facts: { controller: ctx.controller.id, before: colleague.roles, after: input.roles, sessions },
    });
  });
}
