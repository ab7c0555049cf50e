import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Calendar } from "@/lib/domain/law/calendar";

/**
 * What a controller changed in the calendar of its region, one version: public holidays that the list lacks (a day
 * set once by law or decree) and days that it wrongly has. It is the controller who answers for them.
 */
export type OwnDays = {
  readonly version: number;
  readonly added: ReadonlySet<IsoDate>;
  readonly removed: ReadonlySet<IsoDate>;
};

export const NO_OWN_DAYS = { version: 0, added: new Set<IsoDate>(), removed: new Set<IsoDate>() } as const;

/** What can be done to a day: the list lacks it, it is wrongly there, or it is to be as the state's list has it. */
export const OWN_DAY_CHANGES = ["added", "removed", "restored"] as const;
export type OwnDayChange = (typeof OWN_DAY_CHANGES)[number];

/** The calendar that a controller's clocks run by: its region's, with its own days; it names both versions. */
export function withOwnDays(calendar: Calendar, own: OwnDays | null): Calendar {
  if (own === null) return calendar;
  const official = new Set([...calendar.official, ...own.added]);
  const addedByStatute = new Set(calendar.addedByStatute);
  const halfDays = new Set(calendar.halfDays);
  for (const day of own.removed) {
    official.delete(day);
    addedByStatute.delete(day);
    halfDays.delete(day);
  }
  return { ...calendar, official, addedByStatute, halfDays, own: own.version };
}

/**
 * The next version of a controller's own days.
 * @returns null where nothing would change: the day is a holiday already, or is none, or is as the list has it
 */
export function changedOwnDays(
  calendar: Calendar,
  own: OwnDays | null,
  change: OwnDayChange,
  day: IsoDate,
): OwnDays | null {
  const { version, added, removed } = own ?? NO_OWN_DAYS;
  const listed = calendar.official.has(day) || calendar.addedByStatute.has(day);
  const without = { added: less(added, day), removed: less(removed, day) };
  const next = { version: version + 1, ...without };
  switch (change) {
    case "added":
      if (calendar.official.has(day) ? !removed.has(day) : added.has(day)) return null;
      return calendar.official.has(day) ? next : { ...next, added: new Set([...without.added, day]) };
    case "removed":
      if (listed ? removed.has(day) : !added.has(day)) return null;
      return listed ? { ...next, removed: new Set([...without.removed, day]) } : next;
    case "restored":
      return added.has(day) || removed.has(day) ? next : null;
  }
}

function less(days: ReadonlySet<IsoDate>, day: IsoDate): ReadonlySet<IsoDate> {
  return new Set([...days].filter((each) => each !== day));
}
