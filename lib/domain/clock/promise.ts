import { addDays, day, daysBetween, iso } from "@/lib/domain/clock/dates";
import { OWN_RULE, step } from "@/lib/domain/clock/derivation";
import type { Clock, ClockEventType } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";

/**
 * The date that the requester is told and that is kept: the last day, or the safe one where the
 * calendar is in doubt; null where nothing but "at once" is promised.
 */
export function dateToTell(clock: Clock): IsoDate | null {
  return clock.safeLeads ? clock.safe : clock.statutory;
}

/** As `dateToTell`; of a clock that stands still, the date if the answer came today. */
export function dateIfAnswered(clock: Clock): IsoDate | null {
  return dateToTell(clock) ?? (isWaiting(clock) ? clock.sortOn : null);
}

/** The day that a requester can put into a calendar: the one they were told, and none while the clock stands still. */
export function dayToKeep(clock: Clock, promised: IsoDate | null): IsoDate | null {
  return isWaiting(clock) ? null : promised;
}

/**
 * The clock as its requester reads it. Where the days are counted otherwise by now, after a changed calendar, the date
 * they were told stands: the steps that lead past it are left out, since no later date is ever told without a notice,
 * and the last step says that it is kept.
 */
export function asTold(clock: Clock, promised: IsoDate | null): Clock {
  const now = dateToTell(clock);
  if (promised === null || now === null || now === promised) return clock;
  const until = clock.derivation.filter(({ to }) => to === null || to <= promised);
  return { ...clock, derivation: [...until, step("promise_kept", null, day(promised), OWN_RULE)] };
}

function isWaiting({ status }: Clock): boolean {
  return status === "paused" || status === "not_started";
}

/** What happened to a clock: its state before, its state after, and before what is now over had begun. */
export type ClockChange = {
  readonly type: ClockEventType;
  readonly before: Clock;
  readonly after: Clock;
  /** Of an answer: the clock as it was before anything that waited for it was asked. */
  readonly beforeAsked?: Clock;
};

/**
 * The one place that decides when the date once told to a requester moves. It is kept whatever the calendar does;
 * only a notice moves it: an extension that took effect moves it to the date its letter named (GDPR Art. 12(3)), and
 * the answer to a question whose notice said that the time stands still moves it by as much as the last day moved.
 * It never moves back: whoever was told a date may rely on it, and staff work to the earlier of the two.
 * @param promised what the requester was told; null where no date was ever told
 */
export function keptPromise(promised: IsoDate | null, of: ClockChange): IsoDate | null {
  if (promised === null) return null;
  if (of.type === "extend") {
    const told = of.after.extended && !of.before.extended ? dateIfAnswered(of.after) : null;
    return laterOf(promised, told);
  }
  if (of.beforeAsked === undefined) return promised;
  const then = dateIfAnswered(of.beforeAsked);
  const now = dateToTell(of.after);
  if (then === null || now === null) return promised;
  const moved = iso(addDays(day(promised), daysBetween(day(then), day(now))));
  // Not past the last day there is now: a wrong record that was put right must not count twice.
  return laterOf(promised, earlierOf(moved, now));
}

function earlierOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

function laterOf(promised: IsoDate, other: IsoDate | null): IsoDate {
  return other !== null && other > promised ? other : promised;
}
