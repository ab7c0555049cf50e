import type { Day } from "@/lib/domain/clock/dates";
import type { Right } from "@/lib/domain/kernel/right";
import type { Calendar, HolidayPolicy } from "@/lib/domain/law/calendar";
import type { ClockRules } from "@/lib/domain/law/rules";

/** What a rule is applied to; the same for every rule of one clock. */
export type Terms = {
  readonly rules: ClockRules;
  readonly right: Right;
  readonly calendar: Calendar;
  readonly policy: HolidayPolicy;
  /** IANA name of the controller's zone. */
  readonly zone: string;
  readonly receivedOn: Day;
  readonly targetDaysBefore: number;
};
