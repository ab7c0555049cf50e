import fc from "fast-check";
import { computeClock } from "@/lib/domain/clock/clock";
import { CLOCK_EVENT_TYPES, type ClockInput } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { type Calendar, HOLIDAY_POLICIES, type HolidayPolicy } from "@/lib/domain/law/calendar";
import { PROFILE_IDS, profileById, profileUnder } from "@/lib/domain/law/profile";
import { READINGS, type Reading, type Readings } from "@/lib/domain/law/readings";
import { naiveLawClock } from "@/tests/support/naive-law";
import { NAIVE_READINGS, NAIVE_RIGHTS, naiveLawOf } from "@/tests/support/naive-laws";
import { calendarOf, profileOf } from "./make-clock";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const FIRST = Date.UTC(2020, 0, 1);
const ZONES = ["Europe/London", "Europe/Zurich", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Kolkata"];
/** Thirty states have one law: one of them stands for it here, and Iceland for its half days. */
const PROFILES = [
  ...PROFILE_IDS.filter((id) => !id.startsWith("gdpr-")),
  ...["gdpr-se", "gdpr-is", "gdpr-de", "gdpr-se", "gdpr-is"],
  // The one law with a time to think, and those whose notice names the day, more often than the many that are alike.
  ...["ch-fadp", "ch-fadp", "ch-fadp", "ca-pipeda", "uk-gdpr-sct", "us-ca-ccpa"],
];

const minuteOfDay = fc.oneof(fc.nat(1439), fc.constantFrom(0, 59, 60, 1380, 1439));
const daysAfter = fc.oneof(
  fc.integer({ min: -2, max: 50 }),
  fc.integer({ min: 26, max: 48 }),
  fc.integer({ min: 85, max: 140 }),
);
const single = fc.record({
  type: fc.oneof(
    fc.constantFrom(...CLOCK_EVENT_TYPES.filter((type) => type !== "reopened")),
    fc.constant("extend" as const),
  ),
  after: daysAfter,
  minute: minuteOfDay,
  until: fc.option(fc.integer({ min: 10, max: 160 }), { nil: undefined }),
});
const pair = fc
  .record({
    kind: fc.constantFrom("identity", "clarification", "fee" as const),
    asked: fc.integer({ min: 0, max: 34 }),
    lasted: fc.option(fc.nat(16), { freq: 3, nil: null }),
    minutes: fc.tuple(minuteOfDay, minuteOfDay),
  })
  .map(({ kind, asked, lasted, minutes: [first, second] }) => {
    const question = { type: `${kind}_requested`, after: asked, minute: first, until: undefined };
    // One question in four is never answered: the clock stands.
    if (lasted === null) return [question];
    const type = kind === "fee" ? "fee_confirmed" : `${kind}_received`;
    return [question, { type, after: asked + lasted, minute: second, until: undefined }];
  });
const situation = fc.record({
  profile: fc.constantFrom(...PROFILES),
  right: fc.constantFrom(...NAIVE_RIGHTS),
  zone: fc.constantFrom(...ZONES),
  policy: fc.constantFrom(...HOLIDAY_POLICIES),
  other: fc.subarray(Object.keys(READINGS) as Reading[]),
  receivedAt: fc.tuple(fc.nat(7300), minuteOfDay).map(([day, minute]) => FIRST + day * DAY + minute * MINUTE),
  events: fc
    .tuple(fc.array(single, { maxLength: 3 }), fc.array(pair, { maxLength: 2 }))
    .map(([singles, pairs]) => [...singles, ...pairs.flat()]),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

/** The other reading of the given questions that the profile leaves open. */
function readingsOf({ profile, other }: Situation): {
  readonly open: readonly Reading[];
  readonly chosen: Readings;
} {
  const open = other.filter((name) => profileById(profile)?.open.includes(name));
  return { open, chosen: Object.fromEntries(open.map((name) => [name, READINGS[name][1]])) };
}

function eventsOf({ receivedAt, events }: Situation) {
  const day = Math.floor(receivedAt / DAY);
  return events.map(({ type, after, minute, until }) => ({
    type,
    at: (day + after) * DAY + minute * MINUTE,
    untilDay: until === undefined ? undefined : day + until,
  }));
}

function inputOf(one: Situation, calendar: Calendar): ClockInput {
  return {
    profile: profileOf(profileUnder(one.profile, readingsOf(one).chosen)),
    calendar,
    holidayPolicy: one.policy,
    receivedAt: new Date(one.receivedAt).toISOString(),
    zone: one.zone,
    right: one.right,
    events: eventsOf(one).map(({ type, at, untilDay }) => ({
      type: type as ClockInput["events"][number]["type"],
      occurredAt: new Date(at).toISOString(),
      ...(untilDay === undefined
        ? {}
        : { until: new Date(untilDay * DAY).toISOString().slice(0, 10) as IsoDate }),
    })),
    targetDaysBefore: 7,
  };
}

function calendarFor({ profile }: Situation): Calendar {
  return { ...calendarOf(profileOf(profile).region), checkedBy: "test" };
}

function daysOff(
  calendar: Calendar,
  policy: Exclude<HolidayPolicy, "none">,
  halfDays: boolean,
): ReadonlySet<string> {
  return new Set([
    ...calendar.official,
    ...(policy === "statutory" ? calendar.addedByStatute : []),
    ...(halfDays ? calendar.halfDays : []),
  ]);
}

/** Days from 1 January 1970 to 1 January 2000, from which the naive clock counts. */
const TO_2000 = 10_957;

function naiveOf(one: Situation, calendar: Calendar) {
  const { open } = readingsOf(one);
  const law = open.reduce(
    (changed, name) => NAIVE_READINGS[name]?.(changed) ?? changed,
    naiveLawOf(one.profile, one.right),
  );
  const counted = one.policy === "none" ? "official" : one.policy;
  return naiveLawClock({
    law,
    receivedAt: one.receivedAt,
    zone: one.zone,
    events: eventsOf(one).map(({ type, at, untilDay }) => ({
      type,
      at,
      ...(untilDay === undefined ? {} : { until: untilDay - TO_2000 }),
    })),
    holidays: one.policy === "none" ? null : daysOff(calendar, one.policy, open.includes("halfDays")),
    businessHolidays: daysOff(calendar, counted, false),
  });
}

const RUNS = { numRuns: 2000 };
const FEW_RUNS = { numRuns: 500 };

describe("the clock of every law against a naive one", () => {
  it("agrees on every date, for every profile, reading, policy and order of events", () => {
    const seen: Record<string, number> = { thinking: 0, extended: 0, told: 0, acknowledged: 0, read: 0 };
    fc.assert(
      fc.property(situation, (one) => {
        const calendar = calendarFor(one);
        const clock = computeClock(inputOf(one, calendar));
        const naive = naiveOf(one, calendar);
        expect({ ...clock }).toMatchObject(naive);
        expect(clock.safeLeads).toBe(false);
        expect(clock.safe).toBe(clock.nominal);
        const count = (name: string) => {
          seen[name] = (seen[name] ?? 0) + 1;
        };
        count(clock.status);
        if (clock.confirmBy !== null) count("thinking");
        if (clock.ackBy !== null) count("acknowledged");
        if (clock.extended) count("extended");
        if (clock.derivation.some(({ rule }) => rule === "extended_told")) count("told");
        if (readingsOf(one).open.length > 0) count("read");
      }),
      RUNS,
    );
    // Every branch was met, or agreement says little.
    for (const [name, count] of Object.entries(seen)) expect([name, count > 0]).toEqual([name, true]);
  });

  it("is never later than the law under the strictest reading of the settings, where nobody asked anything", () => {
    fc.assert(
      fc.property(situation, (one) => {
        const events = one.events.filter(({ type }) => type === "extend");
        const calendar = calendarFor(one);
        const strict: Reading[] = ["firstDay", "extensionNotice", "saturday"];
        const [strictest, any] = [
          { ...one, events, policy: "none" as const, other: strict },
          { ...one, events },
        ].map((each) => computeClock(inputOf(each, calendar)).statutory ?? "");
        expect((strictest ?? "") <= (any ?? "")).toBe(true);
      }),
      FEW_RUNS,
    );
  });

  it("moves no date earlier for a longer pause, under every law that pauses", () => {
    const paused = fc.record({
      one: situation.filter(({ profile }) => profile.startsWith("uk-gdpr") || profile.startsWith("gdpr")),
      question: fc.constantFrom("identity", "clarification"),
      asked: fc.nat(26),
      lasted: fc.nat(30),
      more: fc.nat(20),
    });
    fc.assert(
      fc.property(paused, ({ one, question, asked, lasted, more }) => {
        const calendar = calendarFor(one);
        const [shorter, longer] = [0, more].map((days) => {
          const events = [
            { type: `${question}_requested`, after: asked, minute: 720, until: undefined },
            { type: `${question}_received`, after: asked + lasted + days, minute: 720, until: undefined },
          ];
          return computeClock(inputOf({ ...one, events }, calendar)).statutory ?? "";
        });
        expect((longer ?? "") >= (shorter ?? "")).toBe(true);
      }),
      FEW_RUNS,
    );
  });

  it("counts an extension from the start of the clock and never from a first end", () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 1, max: 12 }), (one, after) => {
        const events = [{ type: "extend", after, minute: 720, until: undefined }];
        const calendar = calendarFor(one);
        const clock = computeClock(inputOf({ ...one, events, policy: "none" }, calendar));
        const naive = naiveOf({ ...one, events, policy: "none" }, calendar);
        expect(clock.nominal).toBe(naive.nominal);
      }),
      FEW_RUNS,
    );
  });
});
