import { authorityBySlug } from "@/lib/db/authority";
import { knownCalendars } from "@/lib/db/calendar";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";
import { isAuthorityUnder } from "@/lib/domain/law/profile";

/**
 * What settings refer to must be there: an authority under the law that is chosen (every letter names it as the one to
 * complain to), and a calendar of the region for the clock.
 * @param prefix where the settings stand in the form, for the fields of the refusal
 * @throws Refused bad_input
 */
export async function checkSettings(settings: ControllerSettings, prefix = "settings."): Promise<void> {
  const issues: FieldIssue[] = [];
  const authority = await authorityBySlug(settings.authority);
  if (!authority) issues.push({ field: `${prefix}authority`, message: "authority" });
  else if (!isAuthorityUnder(settings.profile, authority.countries))
    issues.push({ field: `${prefix}authority`, message: "authorityOfLaw" });
  if (!(await knownCalendars()).has(settings.region))
    issues.push({ field: `${prefix}region`, message: "noCalendar" });
  if (issues.length > 0) throw new Refused({ code: "bad_input", issues });
}
