import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { openByAssignee } from "@/lib/db/request";
import { staffAt } from "@/lib/db/staff";
import type { Role } from "@/lib/domain/access/access";

export type ColleagueRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** For the optimistic check of a change. */
  readonly version: number;
  /** invited: has not joined, or has to choose a sign-in anew. */
  readonly state: "active" | "invited" | "closed";
  readonly isYou: boolean;
  /** Open requests assigned to them here. */
  readonly openRequests: number;
};

/** Everybody with a role at this controller, by name. @throws Refused not_signed_in, not_allowed */
export async function colleagues(ctx: Ctx): Promise<readonly ColleagueRow[]> {
  const actor = authoriseStaff(ctx, "staff.read");
  const open = await openByAssignee(ctx.controller.id);
  return (await staffAt(ctx.controller.id)).map((staff) => ({
    id: staff.id,
    ...staff.who,
    roles: staff.roles,
    version: staff.version,
    state: staff.disabledAt ? "closed" : staff.passwordHash ? "active" : "invited",
    isYou: staff.id === actor.staffId,
    openRequests: open.get(staff.id) ?? 0,
  }));
}
