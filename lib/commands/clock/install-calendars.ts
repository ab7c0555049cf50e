import { authoriseSetup, type InstallationCtx } from "@/lib/commands/context";
import { knownCalendars, saveCalendar } from "@/lib/db/calendar";
import { transact } from "@/lib/db/transact";
import type { Calendar } from "@/lib/domain/law/calendar";

/**
 * Puts calendars into the versioned table: those whose region has no version as new as theirs. A version
 * that is there is never changed.
 * @param source where the days come from, with the version of the source
 * @returns the regions that were written
 */
export async function installCalendars(
  ctx: InstallationCtx,
  calendars: readonly Calendar[],
  source: string,
): Promise<readonly string[]> {
  authoriseSetup(ctx);
  const known = await knownCalendars();
  const missing = calendars.filter((calendar) => (known.get(calendar.region) ?? 0) < calendar.version);
  if (missing.length === 0) return [];
  return transact(ctx, async ({ tx, audit }) => {
    for (const calendar of missing) {
      await saveCalendar(tx, calendar, source, ctx.now());
      audit({
        type: "calendar.changed",
        facts: { region: calendar.region, version: calendar.version, days: calendar.official.size },
      });
    }
    return missing.map((calendar) => calendar.region);
  });
}
