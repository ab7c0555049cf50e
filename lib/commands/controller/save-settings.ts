import { currentBasis, sameBasis } from "@/lib/commands/clock/compute";
import { oweRecompute } from "@/lib/commands/clock/owe-recompute";
import { tellMoves } from "@/lib/commands/clock/tell-moves";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { checkSettings } from "@/lib/commands/controller/check-settings";
import type { Tx } from "@/lib/db/client";
import { controllerById } from "@/lib/db/controller";
import { standingFees } from "@/lib/db/fee";
import { lockController, saveSettingsVersion, settingsVersion } from "@/lib/db/settings";
import { transact } from "@/lib/db/transact";
import { changedSettings } from "@/lib/domain/controller/changed-settings";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { Refused } from "@/lib/domain/kernel/refusal";
import { saveSettingsInput } from "@/lib/schemas/controller/settings";
import { parse } from "@/lib/schemas/parse";

/**
 * Keeps the next version of the controller's settings. Where they change by what clocks run (law, readings, calendar,
 * policy, target), the recomputation of the open requests is owed with them.
 * @returns the version now in force, the one there was if nothing differs; and how many open requests get other dates
 * @throws Refused not_allowed, bad_input, changed_meanwhile (with the names of what somebody else changed), moves_dates
 *   (more open requests would get other dates than the person was told), ends_fees (more fees stand, where none would be
 *   charged any more, than the person was told; the worker ends them, lib/commands/fee/end-switched-off.ts)
 */
export async function saveSettings(
  ctx: Ctx,
  typed: unknown,
): Promise<{ readonly version: number; readonly moves: number }> {
  authoriseStaff(ctx, "settings.write");
  const input = parse(saveSettingsInput, typed);
  const { controller } = ctx;
  const settings: ControllerSettings = input.settings;
  await checkSettings(settings);
  if (
    input.version === controller.settingsVersion &&
    changedSettings(controller.settings, settings).length === 0
  ) {
    return { version: controller.settingsVersion, moves: 0 };
  }
  if (controller.settings.feeEnabled && !settings.feeEnabled)
    await tellFees(controller.id, input.feesTold ?? 0);
  const moves = await movesOf(ctx, settings, input.movesTold ?? 0);
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
    if (!(await sameClocks(inForce.settings, settings, controller.id, tx))) {
      const next = await controllerById(controller.id, tx);
      if (next) await oweRecompute(ctx, { tx, audit }, next, "settings");
    }
    audit({ type: "settings.changed", subject: controller.id, facts: { version, changed } });
    return { version, moves };
  });
}

/** @throws Refused ends_fees */
async function tellFees(controllerId: string, told: number): Promise<void> {
  const fees = await standingFees(controllerId);
  if (fees.standing > told) throw new Refused({ code: "ends_fees", ...fees });
}

async function movesOf(ctx: Ctx, settings: ControllerSettings, told: number): Promise<number> {
  const { id } = ctx.controller;
  if (await sameClocks(ctx.controller.settings, settings, id)) return 0;
  const basis = await currentBasis({ id, settings });
  return tellMoves({ controllerId: id, basis, targetDaysBefore: settings.targetDaysBefore }, told);
}

/** Whether clocks run by both alike. */
async function sameClocks(
  before: ControllerSettings,
  after: ControllerSettings,
  id: string,
  tx?: Tx,
): Promise<boolean> {
  if (before.targetDaysBefore !== after.targetDaysBefore) return false;
  return sameBasis(
    await currentBasis({ id, settings: before }, tx),
    await currentBasis({ id, settings: after }, tx),
  );
}
