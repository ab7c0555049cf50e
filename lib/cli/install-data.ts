import { OVERLAY_VERSION } from "@/lib/adapters/holiday-overlay";
import { installCalendars } from "@/lib/commands/clock/install-calendars";
import type { InstallationCtx } from "@/lib/commands/context";
import { installAuthorities } from "@/lib/commands/controller/install-authorities";
import { knownCalendars } from "@/lib/db/calendar";
import { PROFILE_STATES } from "@/lib/domain/law/profile";

const FIRST_YEAR = 2015;
const YEARS_AHEAD = 15;

/**
 * Fills the tables that every installation needs before its first controller: the calendars of every
 * state whose law is there, with their regions, and the supervisory authorities. Does only what is missing.
 */
export async function installData(ctx: InstallationCtx): Promise<void> {
  const known = await knownCalendars();
  const states = PROFILE_STATES.filter((state) => (known.get(state) ?? 0) < OVERLAY_VERSION);
  if (states.length > 0) await buildCalendars(ctx, states);
  await installAuthorities(ctx);
}

/** Takes seconds, so it is done, and its library loaded, only when a state has no calendar of this version. */
async function buildCalendars(ctx: InstallationCtx, states: readonly string[]): Promise<void> {
  const { buildCalendar, CALENDAR_SOURCE, regionsOf } = await import("@/lib/adapters/holidays");
  const lastYear = ctx.now().getUTCFullYear() + YEARS_AHEAD;
  const regions = states.flatMap((state) => [state, ...regionsOf(state)]);
  const calendars = regions.map((region) => buildCalendar(region, FIRST_YEAR, lastYear));
  await installCalendars(ctx, calendars, CALENDAR_SOURCE);
}
