import { randomUUID } from "node:crypto";
import { actorOf, authoriseSetup, authoriseStaff, type InstallationCtx } from "@/lib/commands/context";
import { checkSettings } from "@/lib/commands/controller/check-settings";
import { allControllers } from "@/lib/db/controller";
import { addController } from "@/lib/db/settings";
import { setRoles } from "@/lib/db/staff-role";
import { isDuplicate, transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { createControllerInput } from "@/lib/schemas/controller/settings";
import { parse } from "@/lib/schemas/parse";

/**
 * Makes a controller with version 1 of its settings. A staff member who makes one becomes its administrator; the first
 * controller of an installation may be made by whoever is signed in, since nobody has a role yet.
 * @returns its id and slug
 * @throws Refused not_signed_in, not_allowed, bad_input
 */
export async function createController(
  ctx: InstallationCtx,
  typed: unknown,
): Promise<{ readonly id: string; readonly slug: string }> {
  await authoriseCreation(ctx);
  const { slug, settings } = parse(createControllerInput, typed);
  await checkSettings(settings);
  const id = randomUUID();
  const { actor } = ctx;
  try {
    await transact({ ...ctx, controller: { id } }, async ({ tx, audit }) => {
      await addController(tx, slug, {
        controllerId: id,
        version: 1,
        settings,
        at: ctx.now(),
        by: actorOf(ctx),
      });
      audit({ type: "controller.created", subject: id, facts: { slug, profile: settings.profile } });
      if (actor.kind !== "staff") return;
      await setRoles(tx, { staffId: actor.staffId, controllerId: id }, ["administrator"], ctx.now());
      audit({
        type: "staff.roles_changed",
        subject: actor.staffId,
        facts: { controller: id, before: [], after: ["administrator"] },
      });
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new Refused({ code: "bad_input", issues: [{ field: "slug", message: "slugTaken" }] });
  }
  return { id, slug };
}

/** @throws Refused not_signed_in, not_allowed */
async function authoriseCreation(ctx: InstallationCtx): Promise<void> {
  if (ctx.actor.kind === "setup") return authoriseSetup(ctx);
  const first = ctx.actor.kind === "staff" && (await allControllers()).length === 0;
  if (!first) authoriseStaff(ctx, "controller.create");
}
