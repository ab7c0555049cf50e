import { addDays, day, iso } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { type Calendar, listedAs } from "@/lib/domain/law/calendar";

/** What staff are reminded of, the most pressing first. */
export const REMINDER_KINDS = [
  "overdue",
  "acknowledgement",
  "due",
  "refusal",
  "extension_notice",
  "target",
  "unassigned",
  "day",
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Whom a reminder goes to: who has the request, or the data protection officer. */
export type ReminderAudience = "assignee" | "dpo";

/** A controller's own choice of when it is reminded. */
export type ReminderPlan = {
  /** So many days after receipt. */
  readonly days: readonly number[];
  /** So many days before a limit. */
  readonly leadDays: number;
  /** So many days before the last day the data protection officer hears of it too. */
  readonly escalateDays: number;
};

/** Days 3, 14, 21, 25 and 28, and three days before every limit (our own defaults; no law sets them). */
export const DEFAULT_REMINDERS: ReminderPlan = { days: [3, 14, 21, 25, 28], leadDays: 3, escalateDays: 3 };

/** What is asked of an open request to know what to remind of. */
export type Remindable = {
  readonly receivedOn: IsoDate;
  readonly assigned: boolean;
  /** The clock stands still: no limit runs. */
  readonly still: boolean;
  readonly extended: boolean;
  /** The last day to confirm receipt, where the law wants that; null once it is confirmed. */
  readonly ackBy: IsoDate | null;
  readonly targetOn: IsoDate | null;
  readonly extensionNoticeBy: IsoDate | null;
  readonly refusalBy: IsoDate | null;
  readonly workBy: IsoDate;
};

/** One thing to remind of: which date it is about, and from which day on. */
export type Reminder = {
  readonly kind: ReminderKind;
  readonly on: IsoDate;
  readonly from: IsoDate;
  readonly audience: ReminderAudience;
};

/**
 * Everything a request is to be reminded of in its life as it looks now. What has no assignee goes to the data
 * protection officer, and so does what is due within the days of the plan, or late.
 */
export function remindersOf(of: Remindable, plan: ReminderPlan): readonly Reminder[] {
  const audience = of.assigned ? "assignee" : "dpo";
  const at = (kind: ReminderKind, on: IsoDate, before: number, to: ReminderAudience = audience) => [
    { kind, on, from: plus(on, -before), audience: to },
  ];
  const lead = plan.leadDays;
  return [
    ...plan.days.flatMap((days) => at("day", plus(of.receivedOn, days), 0)),
    ...(of.assigned ? [] : at("unassigned", plus(of.receivedOn, 1), 0)),
    // The law's time to confirm receipt stands still for nothing.
    ...(of.ackBy ? at("acknowledgement", of.ackBy, lead) : []),
    ...(of.still
      ? []
      : [
          ...(of.targetOn ? at("target", of.targetOn, lead) : []),
          ...(of.extensionNoticeBy && !of.extended ? at("extension_notice", of.extensionNoticeBy, lead) : []),
          ...(of.refusalBy ? at("refusal", of.refusalBy, lead) : []),
          ...at("due", of.workBy, lead),
          ...at("overdue", of.workBy, -1),
          ...(of.assigned
            ? [...at("due", of.workBy, plan.escalateDays, "dpo"), ...at("overdue", of.workBy, -1, "dpo")]
            : []),
        ]),
  ];
}

function plus(date: IsoDate, days: number): IsoDate {
  return iso(addDays(day(date), days));
}

function works(date: IsoDate, calendar: Calendar): boolean {
  return day(date).dayOfWeek <= 5 && listedAs(date, calendar, "official") === null;
}

/**
 * Up to which day a digest of today speaks: to the eve of the next working day, because nobody is reminded on a day off.
 * Null on a day off itself.
 */
export function horizonOf(today: IsoDate, calendar: Calendar): IsoDate | null {
  if (!works(today, calendar)) return null;
  let last = today;
  while (!works(plus(last, 1), calendar)) last = plus(last, 1);
  return last;
}
