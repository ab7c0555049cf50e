import { authoriseStaff, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import { allAuthorities } from "@/lib/db/authority";
import { knownCalendars } from "@/lib/db/calendar";
import { allControllers } from "@/lib/db/controller";
import { newestSettings } from "@/lib/db/settings";
import { staffNames } from "@/lib/db/staff";
import { may } from "@/lib/domain/access/access";
import { changedSettings } from "@/lib/domain/controller/changed-settings";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { Refused } from "@/lib/domain/kernel/refusal";
import { profileById, WHOLE_LAW_IDS } from "@/lib/domain/law/profile";
import type { Reading } from "@/lib/domain/law/readings";
import { openRequestsBehind } from "@/lib/queries/clock/requests-behind";

export type SettingsChange = {
  readonly version: number;
  readonly at: string;
  /** Name of the staff member; null for the set-up. */
  readonly by: string | null;
  /** Names of the settings that changed; empty for the first version. */
  readonly changed: readonly (keyof ControllerSettings)[];
};

export type SettingsView = {
  readonly slug: string;
  readonly version: number;
  readonly settings: ControllerSettings;
  readonly mayWrite: boolean;
  /** How many open requests still run by earlier rules, as after a change of law; they are recomputed by themselves. */
  readonly behind: number;
  /** Newest first, at most twenty. */
  readonly history: readonly SettingsChange[];
};

const SHOWN = 20;

/** The settings of this controller and how they came to be. @throws Refused not_signed_in, not_allowed */
export async function settingsView(ctx: Ctx): Promise<SettingsView> {
  const actor = authoriseStaff(ctx, "settings.read");
  const { controller } = ctx;
  const versions = await newestSettings(controller.id, SHOWN + 1);
  const idOf = (by: string) => /^(?:staff|seed):([0-9a-f-]{36})$/.exec(by)?.[1] ?? "";
  const names = await staffNames(versions.map(({ createdBy }) => idOf(createdBy)).filter(Boolean));
  const history = versions.slice(0, SHOWN).map((each, at) => {
    const before = versions[at + 1];
    return {
      version: each.version,
      at: each.createdAt.toISOString(),
      by: names.get(idOf(each.createdBy)) ?? null,
      changed: before ? changedSettings(before.settings, each.settings) : [],
    };
  });
  return {
    slug: controller.slug,
    version: controller.settingsVersion,
    settings: controller.settings,
    mayWrite: may(actor.roles, "settings.write"),
    behind: await openRequestsBehind(controller),
    history,
  };
}

/** What the settings form offers to choose from. */
export type SettingsChoices = {
  /** By country and name. */
  readonly authorities: readonly {
    readonly slug: string;
    readonly name: string;
    readonly countries: readonly string[];
  }[];
  /** Regions that have a calendar: "SE", "DE-BY". */
  readonly regions: readonly string[];
  readonly profiles: readonly {
    readonly id: string;
    readonly law: string;
    /** The questions that the law leaves to this form. */
    readonly open: readonly Reading[];
  }[];
};

/** For whoever may open the form: a controller's staff, or the first administrator. @throws Refused not_signed_in */
export async function settingsChoices(ctx: InstallationCtx): Promise<SettingsChoices> {
  if (ctx.actor.kind !== "staff") throw new Refused({ code: "not_signed_in" });
  const authorities = (await allAuthorities()).map(({ authority: { slug, name, countries } }) => ({
    slug,
    name,
    countries,
  }));
  const order = (one: { countries: readonly string[]; name: string }) =>
    `${one.countries[0] ?? ""} ${one.name}`;
  return {
    authorities: authorities.sort((a, b) => order(a).localeCompare(order(b))),
    regions: [...(await knownCalendars()).keys()].sort(),
    profiles: WHOLE_LAW_IDS.map((id) => {
      const { law = "", open = [] } = profileById(id) ?? {};
      return { id, law, open };
    }),
  };
}

/** True if this staff member may make a controller now. @throws Refused not_signed_in */
export async function mayCreateController(ctx: InstallationCtx): Promise<boolean> {
  if (ctx.actor.kind !== "staff") throw new Refused({ code: "not_signed_in" });
  return may(ctx.actor.roles, "controller.create") || (await allControllers()).length === 0;
}
