import { date, type Form, line, lines, oneOf, tick } from "@/app/api/staff/form-fields";
import { EXTENSION_REASONS } from "@/lib/domain/clock/extension-reasons";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { OWN_DAY_CHANGES } from "@/lib/domain/law/own-days";

export const EXTENSION: Form = [
  ...EXTENSION_REASONS.map((reason) => tick(`reason-${reason}`, "yes", `timing.reason.${reason}`)),
  lines("specific", "timing.extendPage.specific"),
  lines("done", "timing.extendPage.done"),
  date("until", "timing.extendPage.until"),
];

export const CORRECT_ANSWER: Form = [
  date("on", "timing.recordPage.on"),
  oneOf("way", "timing.recordPage.way", ANSWER_WAYS, (way) => `timing.way.${way}`),
  lines("reason", "timing.recordPage.reason"),
];

export const TAKE_BACK_ANSWER: Form = [lines("reason", "timing.recordPage.why")];

export const OWN_DAY: Form = [
  oneOf("change", "timing.calendar.what", OWN_DAY_CHANGES, (change) => `timing.calendar.change.${change}`),
  date("day", "timing.calendar.day"),
  line("reason", "timing.calendar.reason"),
];

export const REMINDERS: Form = [
  line("days", "timing.calendar.days"),
  line("leadDays", "timing.calendar.leadDays"),
  line("escalateDays", "timing.calendar.escalateDays"),
];
