import { authorityBySlug } from "@/lib/db/authority";
import { knownCalendars } from "@/lib/db/calendar";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";

/**
 * What settings refer to must be there: the authority, and a calendar of the region for the clock.
 * @param prefix where the settings stand in the form, for the fields of the refusal
 * @throws Refused bad_input
 */
export async function checkSettings(settings: ControllerSettings, prefix = "settings."): Promise<void> {
  const issues: FieldIssue[] = [];
  if (!(await authorityBySlug(settings.authority)))
    issues.push({ field: `${prefix}authority`, message: "authority" });
  if (!(await knownCalendars()).has(settings.region))
    issues.push({ field: `${prefix}region`, message: "noCalendar" });
  if (issues.length > 0) throw new Refused({ code: "bad_input", issues });
}
