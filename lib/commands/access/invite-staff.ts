import { randomUUID } from "node:crypto";
import { inBothLogs, lockColleague, onInstallation, refusedBecause } from "@/lib/commands/access/colleague";
import { oweStaffMail } from "@/lib/commands/access/staff-mail";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { addStaff, lockStaff, type Staff, saveStaff, staffByEmail } from "@/lib/db/staff";
import { makeStaffLink, saveStaffLink } from "@/lib/db/staff-link";
import { rolesAt, setRoles } from "@/lib/db/staff-role";
import { isDuplicate, transact } from "@/lib/db/transact";
import { inviteInput, staffIdInput } from "@/lib/schemas/access/staff";
import { parse } from "@/lib/schemas/parse";

/** What came of an invitation: mailed, or the colleague has an account already and got the roles at once. */
export type Invited = { readonly staffId: string; readonly mailed: boolean };

/**
 * Gives somebody roles at this controller. Who has no account yet gets one, and a mailed link to join with: the
 * administrator never knows a password.
 * @throws Refused not_allowed, bad_input (already a colleague here, or the account is closed)
 */
export async function inviteStaff(ctx: Ctx, typed: unknown): Promise<Invited> {
  authoriseStaff(ctx, "staff.write");
  const input = parse(inviteInput, typed);
  const known = await staffByEmail(input.email);
  return known ? addColleague(ctx, known, input.roles) : addAccount(ctx, input);
}

async function addAccount(ctx: Ctx, input: ReturnType<typeof inviteInput.parse>): Promise<Invited> {
  const id = randomUUID();
  const link = makeStaffLink("invitation");
  const who = { name: input.name, email: input.email };
  try {
    await transact(onInstallation(ctx), async ({ tx, audit }) => {
      const { dataKey } = await addStaff(tx, { id, who, language: input.language, at: ctx.now() });
      await setRoles(tx, { staffId: id, controllerId: ctx.controller.id }, input.roles, ctx.now());
      await saveStaffLink(tx, link, id);
      const notice = await oweStaffMail(tx, ctx, { id, language: input.language, dataKey }, link);
      inBothLogs(
        audit,
        ctx,
      )({
        type: "staff.invited",
        subject: id,
        facts: { controller: ctx.controller.id, roles: input.roles },
      });
      audit({
        type: "notice.owed",
        subject: notice,
        facts: { kind: "staff_invitation", controller: ctx.controller.id },
      });
    });
  } catch (error) {
    if (isDuplicate(error)) throw refusedBecause("staffExists", "email");
    throw error;
  }
  return { staffId: id, mailed: true };
}

/**
 * Somebody whose account exists, from another controller of the installation or from before. Their sessions go on: roles
 * are read at every call, and an administrator here has no say over their work elsewhere.
 */
async function addColleague(
  ctx: Ctx,
  known: Staff,
  roles: ReturnType<typeof inviteInput.parse>["roles"],
): Promise<Invited> {
  const link = makeStaffLink("invitation");
  return transact(onInstallation(ctx), async ({ tx, audit }) => {
    const staff = await lockStaff(tx, known.id);
    const held = await rolesAt(known.id, ctx.controller.id, tx);
    if (!staff || held.length > 0) throw refusedBecause("staffExists", "email");
    if (staff.disabledAt) throw refusedBecause("staffDisabled", "email");
    await setRoles(tx, { staffId: staff.id, controllerId: ctx.controller.id }, roles, ctx.now());
    await saveStaff(tx, staff, {});
    inBothLogs(
      audit,
      ctx,
    )({
      type: "staff.roles_changed",
      subject: staff.id,
      facts: { controller: ctx.controller.id, before: [], after: roles, sessions: 0 },
    });
    if (staff.passwordHash) return { staffId: staff.id, mailed: false };
    await saveStaffLink(tx, link, staff.id);
    const notice = await oweStaffMail(tx, ctx, staff, link);
    audit({
      type: "notice.owed",
      subject: notice,
      facts: { kind: "staff_invitation", controller: ctx.controller.id },
    });
    return { staffId: staff.id, mailed: true };
  });
}

/**
 * Mails a fresh invitation to somebody who has not joined; the earlier link stops working.
 * @throws Refused not_allowed, not_found, bad_input (already joined, or the account is closed)
 */
export async function inviteAgain(ctx: Ctx, typed: unknown): Promise<void> {
  authoriseStaff(ctx, "staff.write");
  const { staffId } = parse(staffIdInput, typed);
  const link = makeStaffLink("invitation");
  await transact(onInstallation(ctx), async ({ tx, audit }) => {
    const colleague = await lockColleague(tx, ctx, staffId);
    if (colleague.disabledAt) throw refusedBecause("staffDisabled");
    if (colleague.passwordHash) throw refusedBecause("staffJoined");
    await saveStaffLink(tx, link, staffId);
    const notice = await oweStaffMail(tx, ctx, colleague, link);
    inBothLogs(
      audit,
      ctx,
    )({ type: "staff.invited", subject: staffId, facts: { controller: ctx.controller.id, again: true } });
    audit({
      type: "notice.owed",
      subject: notice,
      facts: { kind: "staff_invitation", controller: ctx.controller.id },
    });
  });
}
