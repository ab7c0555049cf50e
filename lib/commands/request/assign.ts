import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import type { Tx } from "@/lib/db/client";
import { saveRequest } from "@/lib/db/request";
import { staffById } from "@/lib/db/staff";
import { rolesAt } from "@/lib/db/staff-role";
import { transact } from "@/lib/db/transact";
import { may } from "@/lib/domain/access/access";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { assignInput } from "@/lib/schemas/request/desk";

/**
 * Gives a request to one of the controller's officers, data protection officers or contributors, or takes
 * it from everybody. To undo it is to assign it back.
 * @returns who had it before, or null
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function assign(ctx: Ctx, typed: unknown): Promise<{ readonly before: string | null }> {
  const staff = authoriseStaff(ctx, "request.assign");
  const input = parse(assignInput, typed);
  const { assigneeId } = input;
  return transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "assign");
    if (assigneeId !== null && !(await canBeGiven(tx, ctx, assigneeId))) {
      throw new Refused({ code: "bad_input", issues: [{ field: "assigneeId", message: "choose" }] });
    }
    const before = request.assigneeId;
    await saveRequest(tx, request, { assigneeId });
    audit({ type: "request.assigned", request: request.id, facts: { from: before, to: assigneeId } });
    return { before };
  });
}

/** Whether somebody at this controller can work on what is given to them. */
export async function canBeGiven(tx: Tx, ctx: Ctx, staffId: string): Promise<boolean> {
  const roles = await rolesAt(staffId, ctx.controller.id, tx);
  if (!may(roles, "request.note")) return false;
  return (await staffById(staffId, tx))?.disabledAt === null;
}
