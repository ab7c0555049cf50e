import { authoriseSetup, type InstallationCtx } from "@/lib/commands/context";
import { addStaff, type StaffWho } from "@/lib/db/staff";
import { setRoles } from "@/lib/db/staff-role";
import { transact } from "@/lib/db/transact";
import type { Role } from "@/lib/domain/access/access";
import type { Language } from "@/lib/domain/kernel/language";

export type StaffToCreate = {
  readonly who: StaffWho;
  readonly language: Language;
  /** Made by hashPassword of lib/db/password-hash.ts. */
  readonly passwordHash: string;
  /** Base32, as an authenticator app holds it. */
  readonly totpSecret: string;
  readonly roles: readonly { readonly controllerId: string; readonly roles: readonly Role[] }[];
};

/**
 * Makes an account that can sign in at once, without a mailed link. For demo data and tests; people are invited.
 * @returns the id of the staff member
 * @throws Refused not_allowed
 */
export async function createStaff(ctx: InstallationCtx, staff: StaffToCreate): Promise<string> {
  authoriseSetup(ctx);
  return transact(ctx, async ({ tx, audit }) => {
    const { roles, ...account } = staff;
    const { id } = await addStaff(tx, { ...account, at: ctx.now() });
    for (const at of roles)
      await setRoles(tx, { staffId: id, controllerId: at.controllerId }, at.roles, ctx.now());
    audit({ type: "staff.created", subject: id, facts: { controllers: roles.map((at) => at.controllerId) } });
    return id;
  });
}
