import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { checkSettings } from "@/lib/commands/controller/check-settings";
import { lockController, saveSettingsVersion, settingsVersion } from "@/lib/db/settings";
import { transact } from "@/lib/db/transact";
import { changedSettings } from "@/lib/domain/controller/changed-settings";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { Refused } from "@/lib/domain/kernel/refusal";
import { saveSettingsInput } from "@/lib/schemas/controller/settings";
import { parse } from "@/lib/schemas/parse";

/**
 * Keeps the next version of the controller's settings. Requests already received keep the clock they have.
 * @returns the version now in force; the one there was if nothing differs
 * @throws Refused not_allowed, bad_input, changed_meanwhile (with the names of what somebody else changed)
 */
export async function saveSettings(ctx: Ctx, typed: unknown): Promise<{ readonly version: number }> {
  authoriseStaff(ctx, "settings.write");
  const input = parse(saveSettingsInput, typed);
  const { controller } = ctx;
  const settings: ControllerSettings = input.settings;
  await checkSettings(settings);
  if (
    input.version === controller.settingsVersion &&
    changedSettings(controller.settings, settings).length === 0
  ) {
    return { version: controller.settingsVersion };
  }
  return transact(ctx, async ({ tx, audit }) => {
    const now = await lockController(tx, controller.id);
    const base = await settingsVersion(controller.id, input.version, tx);
    if (!base) throw new Refused({ code: "bad_input", issues: [{ field: "version", message: "choose" }] });
    const inForce = await settingsVersion(controller.id, now.version, tx);
    if (!inForce) throw new Error("the version in force is missing");
    if (now.version !== input.version) {
      const changed = changedSettings(base.settings, inForce.settings);
      throw new Refused({ code: "changed_meanwhile", version: now.version, changed });
    }
    const version = now.version + 1;
    await saveSettingsVersion(tx, {
      controllerId: controller.id,
      version,
      settings,
      at: ctx.now(),
      by: actorOf(ctx),
    });
    const changed = changedSettings(inForce.settings, settings);
    audit({ type: "settings.changed", subject: controller.id, facts: { version, changed } });
    return { version };
  });
}
