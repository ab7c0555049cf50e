import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { lockStaff, type Staff } from "@/lib/db/staff";
import { administeredBy, anotherAdministrator, controllersOf, rolesAt } from "@/lib/db/staff-role";
import type { Role } from "@/lib/domain/access/access";
import type { StaffActor } from "@/lib/domain/access/actor";
import { Refused } from "@/lib/domain/kernel/refusal";

/** A colleague at the controller of the act, taken until commit. */
export type Colleague = Staff & { readonly roles: readonly Role[] };

/** Accounts belong to the installation: the same act without its controller, for the installation's log. */
export function onInstallation({ controller: _, ...ctx }: Ctx): InstallationCtx {
  return ctx;
}

/** Takes the account until commit. @throws Refused not_found for somebody without a role at this controller */
export async function lockColleague(tx: Tx, ctx: Ctx, staffId: string): Promise<Colleague> {
  const roles = await rolesAt(staffId, ctx.controller.id, tx);
  const staff = roles.length > 0 ? await lockStaff(tx, staffId) : null;
  if (!staff) throw new Refused({ code: "not_found" });
  return { ...staff, roles: await rolesAt(staffId, ctx.controller.id, tx) };
}

/** Nobody takes their own access away or resets their own sign-in. @throws Refused bad_input */
export function notYourself(actor: StaffActor, staffId: string): void {
  if (actor.staffId === staffId) throw refusedBecause("notYourself");
}

/** What reaches every controller of a colleague needs an administrator of all of them. @throws Refused bad_input */
export async function nowhereElse(tx: Tx, actor: StaffActor, staffId: string): Promise<void> {
  const mine = await administeredBy(actor.staffId, tx);
  const theirs = await controllersOf(staffId, tx);
  if (theirs.some((id) => !mine.includes(id))) throw refusedBecause("rolesElsewhere");
}

/** A controller never loses its last administrator. @throws Refused bad_input */
export async function notTheLast(tx: Tx, ctx: Ctx, colleague: Colleague): Promise<void> {
  if (!colleague.roles.includes("administrator")) return;
  if (!(await anotherAdministrator(tx, ctx.controller.id, colleague.id)))
    throw refusedBecause("lastAdministrator");
}

/** A refusal about the whole form or one field of it; the message is a key of the errors namespace. */
export function refusedBecause(message: string, field = ""): Refused {
  return new Refused({ code: "bad_input", issues: [{ field, message }] });
}
