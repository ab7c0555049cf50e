import { newestCalendar } from "@/lib/db/calendar";
import { requestsBehind } from "@/lib/db/clock-run";
import type { Controller } from "@/lib/db/controller";
import { newestOwnDays } from "@/lib/db/own-calendar";
import { withOwnDays } from "@/lib/domain/law/own-days";
import { profileById, profileUnder } from "@/lib/domain/law/profile";

/** How many open requests of a controller still run by an earlier law, reading or calendar than the one now in force. */
export async function openRequestsBehind({ id, settings }: Controller): Promise<number> {
  const calendar = await newestCalendar(settings.region);
  const profile = profileById(profileUnder(settings.profile, settings.readings ?? {}));
  if (!calendar || !profile) throw new Error(`no calendar ${settings.region} or profile ${settings.profile}`);
  const own = await newestOwnDays(id);
  return requestsBehind(id, {
    profile,
    calendar: withOwnDays(calendar, own),
    policy: settings.holidayPolicy,
  });
}
