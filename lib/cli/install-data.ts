import { buildCalendar, CALENDAR_SOURCE, regionsOf } from "@/lib/adapters/holidays";
import { installCalendars } from "@/lib/commands/clock/install-calendars";
import type { InstallationCtx } from "@/lib/commands/context";
import { installAuthorities } from "@/lib/commands/controller/install-authorities";
import { PROFILE_STATES } from "@/lib/domain/law/profile";

const FIRST_YEAR = 2015;
const YEARS_AHEAD = 15;

/**
 * Fills the tables that every installation needs before its first controller: the calendars of every
 * state whose law is there, with their regions, and the supervisory authorities. Does only what is missing.
 */
export async function installData(ctx: InstallationCtx): Promise<void> {
  const lastYear = ctx.now().getUTCFullYear() + YEARS_AHEAD;
  const regions = PROFILE_STATES.flatMap((state) => [state, ...regionsOf(state)]);
  const calendars = regions.map((region) => buildCalendar(region, FIRST_YEAR, lastYear));
  await installCalendars(ctx, calendars, CALENDAR_SOURCE);
  await installAuthorities(ctx);
}
