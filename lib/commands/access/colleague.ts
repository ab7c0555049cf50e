import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { lockStaff, type Staff } from "@/lib/db/staff";
import { administeredBy, controllersOf, lockAdministrators, rolesAt } from "@/lib/db/staff-role";
import type { Work } from "@/lib/db/transact";
import type { Role } from "@/lib/domain/access/access";
import type { StaffActor } from "@/lib/domain/access/actor";
import type { AuditEntry } from "@/lib/domain/audit/events";
import { Refused } from "@/lib/domain/kernel/refusal";

/** A colleague at the controller of the act, taken until commit. */
export type Colleague = Staff & {
  readonly roles: readonly Role[];
  /** Ids of the controller's administrators who can sign in. */
  readonly administrators: readonly string[];
};

/** Accounts belong to the installation: the same act without its controller, for the installation's log. */
export function onInstallation({ controller: _, ...ctx }: Ctx): InstallationCtx {
  return ctx;
}

/**
 * Takes the account until commit, and those of the controller's administrators before it, always in this order.
 * @throws Refused not_found for somebody without a role at this controller
 */
export async function lockColleague(tx: Tx, ctx: Ctx, staffId: string): Promise<Colleague> {
  const administrators = await lockAdministrators(tx, ctx.controller.id);
  const staff = await lockStaff(tx, staffId);
  const roles = await rolesAt(staffId, ctx.controller.id, tx);
  if (!staff || roles.length === 0) throw new Refused({ code: "not_found" });
  return { ...staff, roles, administrators };
}

/**
 * What an administrator does to an account stands in the installation's log and in that of the controller, whose data
 * protection officer and auditor read no other.
 */
export function inBothLogs(audit: Work["audit"], { controller }: Ctx): (entry: AuditEntry) => void {
  return (entry) => {
    audit(entry);
    audit(entry, controller.id);
  };
}

/**
 * Who administers alone may give themself any role; where there is a colleague, that one gives it, and two people know.
 * @throws Refused bad_input
 */
export function notYourOwnRoles(
  actor: StaffActor,
  { id, roles, administrators }: Colleague,
  wanted: readonly Role[],
): void {
  const more = wanted.some((role) => !roles.includes(role));
  if (actor.staffId === id && more && administrators.length > 1) throw refusedBecause("ownRoles");
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
export function notTheLast({ id, roles, administrators }: Colleague): void {
  const others = administrators.filter((other) => other !== id);
  if (roles.includes("administrator") && others.length === 0) throw refusedBecause("lastAdministrator");
}

/** A refusal about the whole form or one field of it; the message is a key of the errors namespace. */
export function refusedBecause(message: string, field = ""): Refused {
  return new Refused({ code: "bad_input", issues: [{ field, message }] });
}
