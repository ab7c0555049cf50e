import { type Day, iso } from "@/lib/domain/clock/dates";
import { step } from "@/lib/domain/clock/derivation";
import type { Terms } from "@/lib/domain/clock/terms";
import type { DerivationStep } from "@/lib/domain/clock/types";
import { covers } from "@/lib/domain/law/calendar";

/**
 * Why the unrolled date leads: nobody checked the list of holidays, or it does not reach these dates.
 * A list that is not asked at all (`none`, or a law that moves no last day) needs no check.
 * @returns null when the rolled date can be relied on
 */
export function whySafeDateLeads(
  nominal: Day,
  rolled: Day,
  { rules, calendar, policy }: Terms,
): DerivationStep | null {
  if (rules.roll === null || policy === "none") return null;
  const { region, fromYear, toYear } = calendar;
  if (calendar.checkedBy === null) {
    return step("calendar_unchecked", rolled, nominal, "", { region });
  }
  if (!covers(calendar, iso(nominal)) || !covers(calendar, iso(rolled))) {
    return step("calendar_years", rolled, nominal, "", { region, fromYear, toYear });
  }
  return null;
}
