import { dayOf, firstInstantAfter, isDayOff, monthsLater, nextWorkingDay, rank, textOf } from "./naive-clock";

/**
 * The second clock for laws other than the GDPR and for every reading of a law, in the manner of naive-clock.ts:
 * whole numbers for days, no date library, nothing shared with lib/domain. What a law says stands in naive-laws.ts.
 */
export type NaiveTime = {
  readonly unit: "months" | "days" | "business days";
  readonly count: number;
};

export type NaiveLaw = {
  readonly time: NaiveTime;
  /** In all, with the extension; "told": to the day that the notice names, and at most so much. */
  readonly extended: NaiveTime | null;
  readonly told: "no" | "at most" | "without limit";
  readonly pauses: readonly string[];
  readonly restarts: readonly string[];
  /** Days to think after a fee notice. */
  readonly think: number | null;
  readonly refusal: NaiveTime | null;
  readonly acknowledge: NaiveTime | null;
  readonly rolls: boolean;
  readonly promised: boolean;
  readonly pauseCountsForNotice: boolean;
  /** Readings. */
  readonly bothDaysPaused?: boolean;
  readonly firstDayCounted?: boolean;
  readonly noticeOnlyInFirstPeriod?: boolean;
  readonly saturdayIsBusinessDay?: boolean;
};

export type NaiveLawInput = {
  readonly law: NaiveLaw;
  readonly receivedAt: number;
  readonly zone: string;
  readonly events: readonly { readonly type: string; readonly at: number; readonly until?: number }[];
  /** The days off that move a last day; null: none moves. */
  readonly holidays: ReadonlySet<string> | null;
  /** The days off that business days skip. */
  readonly businessHolidays: ReadonlySet<string>;
};

export function naiveLawClock({ law, receivedAt, zone, events, holidays, businessHolidays }: NaiveLawInput) {
  const received = dayOf(receivedAt, zone);
  const happened = events
    .map((event) => ({ ...event, day: Math.max(received, dayOf(event.at, zone)) }))
    .sort((a, b) => a.at - b.at || rank(a.type) - rank(b.type));

  const roll = (day: number) => (law.rolls ? nextWorkingDay(day, holidays) : day);
  const later = (from: number, { unit, count }: NaiveTime): number => {
    const early = law.firstDayCounted ? 1 : 0;
    if (unit === "months") return monthsLater(from, count) - early;
    if (unit === "days") return from + count - early;
    let day = from;
    for (let left = count; left > 0; ) {
      day += 1;
      if (!isDayOff(day, businessHolidays, law.saturdayIsBusinessDay ?? false)) left -= 1;
    }
    return day - early;
  };

  let start = received;
  let still = 0;
  let openSince: number | null = null;
  let extended = false;
  let toldDay: number | null = null;
  let stopped = false;
  let thinking: { readonly ends: number; confirmed: boolean } | null = null;
  const open = new Set<string>();
  const waiting = new Set<string>();

  const end = (): number => {
    const first = later(start, law.time) + still;
    if (!extended) return first;
    const most = law.extended === null ? null : later(start, law.extended) + still;
    const wanted = toldDay ?? most ?? first;
    return Math.max(first, most === null ? wanted : Math.min(wanted, most));
  };
  const due = (): number | null => (open.size > 0 || waiting.size > 0 ? null : roll(end()));
  const inTime = (day: number) => {
    const last = due();
    return last === null || day <= last;
  };

  for (const { type, day, until } of happened) {
    if (thinking !== null && !thinking.confirmed && day > thinking.ends) stopped = true;
    if (stopped) continue;
    const [what = "", how] = type.split("_");
    if (how === "requested") {
      const thinks = law.think !== null && what === "fee";
      if (!inTime(day)) continue;
      if (thinks) {
        waiting.add(what);
        thinking = { ends: later(day, { unit: "days", count: law.think ?? 0 }), confirmed: false };
      } else if (law.restarts.includes(what)) {
        waiting.add(what);
      } else if (law.pauses.includes(what)) {
        open.add(what);
        openSince ??= day;
      }
    } else if (how === "received" || type === "fee_confirmed") {
      if (waiting.delete(what)) {
        if (law.think !== null && what === "fee" && thinking !== null) {
          start = thinking.ends;
          thinking.confirmed = true;
        } else {
          start = Math.max(start, day);
          still = 0;
          if (openSince !== null) openSince = Math.max(openSince, day);
        }
      } else if (open.delete(what) && open.size === 0) {
        still += day - (openSince ?? day) + (law.bothDaysPaused ? 1 : 0);
        openSince = null;
      }
    } else if (type === "extend") {
      if ((law.extended === null && law.told === "no") || law.promised || extended) continue;
      const limit = law.noticeOnlyInFirstPeriod && waiting.size === 0 ? later(start, law.time) : due();
      if (limit !== null && day > limit) continue;
      if (law.told === "without limit" && until === undefined) continue;
      extended = true;
      toldDay = law.told === "no" ? null : (until ?? null);
    } else {
      stopped = true;
    }
  }

  const stands = open.size > 0 || waiting.size > 0;
  const possible = (law.extended !== null || law.told !== "no") && !law.promised;
  const noticeBy =
    !possible || waiting.size > 0
      ? null
      : !law.pauseCountsForNotice
        ? later(start, law.time)
        : open.size > 0
          ? null
          : later(start, law.time) + still;
  const last = due();
  const say = (day: number | null) => (day === null ? null : textOf(day));
  return {
    status: stopped
      ? "stopped"
      : waiting.size > 0
        ? "not_started"
        : open.size > 0
          ? "paused"
          : law.promised
            ? "promised"
            : "running",
    nominal: stands ? null : textOf(end()),
    statutory: say(last),
    extended,
    extensionNoticeBy: say(noticeBy),
    refusalBy:
      stands || law.refusal === null || law.promised ? null : textOf(roll(later(start, law.refusal) + still)),
    ackBy: law.acknowledge === null ? null : textOf(roll(later(received, law.acknowledge))),
    confirmBy: say(thinking?.ends ?? null),
    dueEndExclusive: last === null ? null : new Date(firstInstantAfter(last, zone)).toISOString(),
  };
}
