import { ROLES, type Role } from "@/lib/domain/access/access";
import { db, type Tx } from "./client";

/** The roles of a staff member at one controller, in the order of the access table. */
export async function rolesAt(staffId: string, controllerId: string, tx: Tx = db()): Promise<Role[]> {
  const held = await tx.staffRole.findMany({ where: { staffId, controllerId } });
  return ROLES.filter((role) => held.some((row) => row.role === role));
}

/** Whether one of these staff members is a data protection officer of a controller now. */
export async function anyDpo(tx: Tx, controllerId: string, staffIds: readonly string[]): Promise<boolean> {
  const where = { controllerId, staffId: { in: [...staffIds] }, role: "dpo" satisfies Role };
  return (await tx.staffRole.findFirst({ where })) !== null;
}

/** Puts these roles in the place of those held at one controller. */
export async function setRoles(
  tx: Tx,
  of: { readonly staffId: string; readonly controllerId: string },
  roles: readonly Role[],
  at: Date,
): Promise<void> {
  await tx.staffRole.deleteMany({ where: { staffId: of.staffId, controllerId: of.controllerId } });
  await tx.staffRole.createMany({ data: roles.map((role) => ({ ...of, role, grantedAt: at })) });
}

/** Whether anybody holds a role anywhere: before that there is no controller. */
export async function anybodyHasRole(tx: Tx = db()): Promise<boolean> {
  return (await tx.staffRole.findFirst({ select: { staffId: true } })) !== null;
}

/** The ids of the controllers at which a staff member holds a role. */
export async function controllersOf(staffId: string, tx: Tx = db()): Promise<string[]> {
  const held = await tx.staffRole.findMany({ where: { staffId }, distinct: ["controllerId"] });
  return held.map((row) => row.controllerId);
}

/** The ids of the controllers that a staff member administers. */
export async function administeredBy(staffId: string, tx: Tx = db()): Promise<string[]> {
  const held = await tx.staffRole.findMany({ where: { staffId, role: "administrator" } });
  return held.map((row) => row.controllerId);
}

/**
 * Takes the accounts of a controller's administrators until commit, so that two cannot remove each other at once.
 * @returns the ids of those who can sign in, as they are once the accounts are taken
 */
export async function lockAdministrators(tx: Tx, controllerId: string): Promise<readonly string[]> {
  await tx.$queryRaw`
    select 1 from "Staff" where "id" in (
      select "staffId" from "StaffRole" where "controllerId" = ${controllerId}::uuid and "role" = 'administrator')
    order by "id" for update`;
  const able = await tx.$queryRaw<{ id: string }[]>`
    select f."id" from "Staff" f join "StaffRole" r on r."staffId" = f."id"
    where r."controllerId" = ${controllerId}::uuid and r."role" = 'administrator' and f."disabledAt" is null
      and f."passwordHash" is not null`;
  return able.map((row) => row.id);
}
