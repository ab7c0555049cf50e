import { authoriseStaff, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import { controllerById } from "@/lib/db/controller";
import { recoveryCodesLeft } from "@/lib/db/recovery-code";
import { staffById } from "@/lib/db/staff";
import { controllersOf, rolesAt } from "@/lib/db/staff-role";
import { quietly } from "@/lib/db/transact";
import { ACTIONS, type Action, may, type Role } from "@/lib/domain/access/access";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";

export type Workplace = { readonly slug: string; readonly name: string; readonly roles: readonly Role[] };

export type Account = {
  readonly name: string;
  readonly email: string;
  /** The language of mails to this person. */
  readonly language: Language;
  readonly recoveryCodesLeft: number;
  /** Where this person has a role, by name. */
  readonly workplaces: readonly Workplace[];
};

/** The signed-in staff member's own account. @throws Refused not_signed_in */
export async function ownAccount(ctx: InstallationCtx): Promise<Account> {
  if (ctx.actor.kind !== "staff") throw new Refused({ code: "not_signed_in" });
  const { staffId } = ctx.actor;
  const staff = await staffById(staffId);
  if (!staff) throw new Refused({ code: "not_signed_in" });
  const places = await Promise.all(
    (await controllersOf(staffId)).map(async (id) => {
      const controller = await controllerById(id);
      const roles = await rolesAt(staffId, id);
      return controller ? [{ slug: controller.slug, name: controller.settings.name, roles }] : [];
    }),
  );
  return {
    ...staff.who,
    language: staff.language,
    recoveryCodesLeft: await quietly((tx) => recoveryCodesLeft(tx, staffId)),
    workplaces: places.flat().sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** Who works at this desk now, for the frame of its pages. */
export type Desk = {
  readonly name: string;
  readonly controller: { readonly slug: string; readonly name: string };
  /** What this person may do here. */
  readonly actions: readonly Action[];
  readonly severalWorkplaces: boolean;
};

/** The frame of the desk's pages: who is signed in, and what they may do. @throws Refused not_signed_in, not_allowed */
export async function deskOf(ctx: Ctx): Promise<Desk> {
  const actor = authoriseStaff(ctx, "desk.enter");
  const staff = await staffById(actor.staffId);
  if (!staff) throw new Refused({ code: "not_signed_in" });
  return {
    name: staff.who.name,
    controller: { slug: ctx.controller.slug, name: ctx.controller.settings.name },
    actions: ACTIONS.filter((action) => may(actor.roles, action)),
    severalWorkplaces: (await controllersOf(actor.staffId)).length > 1,
  };
}
