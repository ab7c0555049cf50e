import fc from "fast-check";
import { computeClock } from "@/lib/domain/clock/clock";
import { CLOCK_EVENT_TYPES, type ClockEvent, type ClockInput } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { type Calendar, HOLIDAY_POLICIES } from "@/lib/domain/law/calendar";
import { PROFILE_IDS } from "@/lib/domain/law/profile";
import { naiveClock } from "@/tests/support/naive-clock";
import { calendarOf, profileOf } from "./make-clock";

const ZONES = [
  "Europe/Stockholm",
  "Europe/Lisbon",
  "Europe/Athens",
  "Europe/Dublin",
  "Atlantic/Azores",
  "Atlantic/Reykjavik",
  "Europe/Helsinki",
  "Asia/Nicosia",
  "America/Cayenne",
  "Indian/Reunion",
  "America/Havana",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "America/St_Johns",
];
const REGIONS = [
  ...PROFILE_IDS.filter((id) => id.startsWith("gdpr-")).map((id) => id.slice("gdpr-".length).toUpperCase()),
  "FR-57",
  "DE-BY",
  "ES-CT",
];
const COUNTED = RIGHTS.filter((right) => right !== "consent_withdrawal" && right !== "complaint");
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const FIRST = Date.UTC(2020, 0, 1);
const DAYS = 7300;

/** Instants at any minute, more often around the midnights of Europe and around the clock changes. */
const minuteOfDay = fc.oneof(
  fc.nat(1439),
  fc.integer({ min: 1230, max: 1500 }),
  fc.constantFrom(0, 59, 60, 61, 119, 120),
);
const monthEnd = fc
  .record({
    year: fc.integer({ min: 2020, max: 2039 }),
    month: fc.nat(11),
    back: fc.integer({ min: -1, max: 3 }),
  })
  .map(({ year, month, back }) => (Date.UTC(year, month + 1, 0 - back) - FIRST) / DAY);
const dayNumber = fc.oneof(
  fc.nat(DAYS),
  monthEnd.filter((day) => day >= 0),
);
const instant = fc.tuple(dayNumber, minuteOfDay).map(([day, minute]) => FIRST + day * DAY + minute * MINUTE);
const daysAfter = fc.oneof(
  fc.integer({ min: -2, max: 45 }),
  fc.integer({ min: 26, max: 36 }),
  fc.integer({ min: 80, max: 110 }),
);
const single = fc.record({
  // A reopening begins the count anew and has its own cases (reopened.test.ts).
  type: fc.constantFrom(...CLOCK_EVENT_TYPES.filter((type) => type !== "reopened")),
  after: daysAfter,
  minute: minuteOfDay,
});
const questionAndAnswer = fc
  .record({
    kind: fc.constantFrom("identity" as const, "clarification" as const),
    asked: fc.integer({ min: -2, max: 34 }),
    lasted: fc.nat(40),
    minutes: fc.tuple(minuteOfDay, minuteOfDay),
  })
  .map(({ kind, asked, lasted, minutes: [first, second] }) => [
    { type: `${kind}_requested` as const, after: asked, minute: first },
    { type: `${kind}_received` as const, after: asked + lasted, minute: second },
  ]);
/** Anything in any order, and often questions that were answered. */
const happenings = fc
  .tuple(fc.array(single, { maxLength: 5 }), fc.array(questionAndAnswer, { maxLength: 2 }))
  .map(([singles, pairs]) => [...singles, ...pairs.flat()]);
const situation = fc.record({
  region: fc.constantFrom(...REGIONS),
  zone: fc.constantFrom(...ZONES),
  policy: fc.constantFrom(...HOLIDAY_POLICIES),
  right: fc.constantFrom(...COUNTED),
  receivedAt: instant,
  events: happenings,
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

function eventsOf({
  receivedAt,
  events,
}: Pick<Situation, "receivedAt" | "events">): { type: ClockEvent["type"]; at: number }[] {
  return events.map(({ type, after, minute }) => ({
    type,
    at: Math.floor(receivedAt / DAY) * DAY + after * DAY + minute * MINUTE,
  }));
}

function inputOf(one: Situation, calendar: Calendar = calendarOf(one.region)): ClockInput {
  return {
    profile: profileOf(`gdpr-${one.region}`),
    calendar,
    holidayPolicy: one.policy,
    receivedAt: new Date(one.receivedAt).toISOString(),
    zone: one.zone,
    right: one.right,
    events: eventsOf(one).map(({ type, at }) => ({ type, occurredAt: new Date(at).toISOString() })),
    targetDaysBefore: 7,
  };
}

function holidaysOf(
  { policy }: Situation,
  { official, addedByStatute }: Calendar,
): ReadonlySet<string> | null {
  if (policy === "none") return null;
  return policy === "statutory" ? new Set([...official, ...addedByStatute]) : official;
}

/** Nothing pauses or extends an objection to marketing; only its end counts. */
function countedOf(one: Situation) {
  const ends = (type: string) => type === "decided" || type === "withdrawn";
  return eventsOf(one).filter(({ type }) => one.right !== "marketing_objection" || ends(type));
}

const RUNS = { numRuns: 2000 };

describe("the clock against a naive one", () => {
  it("agrees on every date, for every state, zone, right and order of events", () => {
    const seen = { paused: 0, extended: 0, rolled: 0, stopped: 0, running: 0, moved: 0 };
    fc.assert(
      fc.property(situation, (one) => {
        const calendar: Calendar = { ...calendarOf(one.region), checkedBy: "test" };
        const clock = computeClock(inputOf(one, calendar));
        const naive = naiveClock({ ...one, events: countedOf(one), holidays: holidaysOf(one, calendar) });
        const expectedStatus = naive.stopped ? "stopped" : naive.paused ? "paused" : "running";
        const stops = one.right === "marketing_objection";
        expect({ ...clock, derivation: [], target: null }).toEqual({
          status: expectedStatus,
          receivedOn: naive.received,
          target: null,
          safe: naive.nominal,
          statutory: naive.due,
          nominal: naive.nominal,
          ackBy: null,
          extensionNoticeBy: stops ? null : naive.noticeBy,
          refusalBy: naive.refusalBy,
          confirmBy: null,
          dueEndExclusive: naive.firstInstantTooLate && new Date(naive.firstInstantTooLate).toISOString(),
          sortOn: stops ? naive.received : naive.place,
          safeLeads: false,
          extended: naive.extended,
          derivation: [],
        });
        seen[expectedStatus] += 1;
        if (naive.extended) seen.extended += 1;
        if (naive.due !== naive.nominal) seen.rolled += 1;
        if (clock.derivation.some(({ rule }) => rule === "paused")) seen.moved += 1;
      }),
      RUNS,
    );
    // The generator has to reach every branch often, or agreement says little.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
  });

  it("gives a safe date that holds without any holiday, where the calendar is in doubt", () => {
    fc.assert(
      fc.property(
        situation.filter(({ policy }) => policy !== "none"),
        fc.boolean(),
        (one, outOfYears) => {
          const whole = calendarOf(one.region);
          const calendar: Calendar = outOfYears
            ? { ...whole, checkedBy: "test", fromYear: 1990, toYear: 1999 }
            : { ...whole, checkedBy: null };
          const clock = computeClock(inputOf(one, calendar));
          const naive = naiveClock({ ...one, events: countedOf(one), holidays: new Set() });
          expect(clock.safeLeads).toBe(true);
          if (one.right !== "marketing_objection") expect(clock.sortOn).toBe(naive.placeUnrolled);
          if (clock.safe !== null && naive.nominal !== null) {
            expect(clock.safe).toBe(naive.nominal);
            expect(clock.safe <= (clock.statutory ?? "")).toBe(true);
            expect((clock.refusalBy ?? "") <= (clock.statutory ?? "")).toBe(true);
          }
        },
      ),
      RUNS,
    );
  });
});

describe("never later than the law", () => {
  const untouched = situation.map((one) => ({ ...one, events: [] }));

  it("has at most one working day from the nominal end on, and that is the last day (Art. 3(4))", () => {
    fc.assert(
      fc.property(untouched, (one) => {
        const { nominal, statutory } = computeClock(inputOf(one));
        const daysOff = holidaysOf({ ...one, policy: "statutory" }, calendarOf(one.region)) ?? new Set();
        for (let at = Date.parse(nominal ?? ""); at < Date.parse(statutory ?? ""); at += DAY) {
          const date = new Date(at);
          expect([0, 6].includes(date.getUTCDay()) || daysOff.has(date.toISOString().slice(0, 10))).toBe(
            true,
          );
        }
      }),
      RUNS,
    );
  });

  it("orders the policies: none, then official, then statutory", () => {
    fc.assert(
      fc.property(untouched, (one) => {
        const [none, official, statutory] = (["none", "official", "statutory"] as const).map(
          (policy) => computeClock(inputOf({ ...one, policy })).statutory ?? "",
        );
        expect([none, official, statutory]).toEqual([none, official, statutory].sort());
      }),
      RUNS,
    );
  });
});

describe("monotone", () => {
  const pause = fc.record({
    one: situation.filter(({ right }) => right !== "marketing_objection"),
    question: fc.constantFrom("identity" as const, "clarification" as const),
    asked: fc.integer({ min: 1, max: 26 }),
    lasted: fc.nat(40),
    more: fc.nat(20),
  });
  const paused = (
    { one, question, asked, lasted }: typeof pause extends fc.Arbitrary<infer T> ? T : never,
    more: number,
  ) =>
    computeClock(
      inputOf({
        ...one,
        events: [
          { type: `${question}_requested`, after: asked, minute: 720 },
          { type: `${question}_received`, after: asked + lasted + more, minute: 720 },
        ],
      }),
    );

  it("moves the nominal end by exactly the days of a longer pause, and never an earlier last day", () => {
    fc.assert(
      fc.property(pause, (one) => {
        const [shorter, longer] = [paused(one, 0), paused(one, one.more)];
        expect(Date.parse(longer.nominal ?? "") - Date.parse(shorter.nominal ?? "")).toBe(one.more * DAY);
        expect((longer.statutory ?? "") >= (shorter.statutory ?? "")).toBe(true);
      }),
      RUNS,
    );
  });

  it("gives a later receipt no earlier last day", () => {
    fc.assert(
      fc.property(situation, fc.nat(40 * 1440), (one, minutes) => {
        const first = computeClock(inputOf({ ...one, events: [] }));
        const second = computeClock(
          inputOf({ ...one, events: [], receivedAt: one.receivedAt + minutes * MINUTE }),
        );
        expect((second.statutory ?? "") >= (first.statutory ?? "")).toBe(true);
      }),
      RUNS,
    );
  });

  it("gives one more holiday no earlier last day", () => {
    fc.assert(
      fc.property(situation, fc.nat(120), (one, after) => {
        const calendar = calendarOf(one.region);
        const extra = new Date(one.receivedAt + after * DAY).toISOString().slice(0, 10) as IsoDate;
        const more = { ...calendar, official: new Set([...calendar.official, extra]) };
        const plain = computeClock(inputOf({ ...one, events: [] }));
        const later = computeClock(inputOf({ ...one, events: [] }, more));
        expect((later.statutory ?? "") >= (plain.statutory ?? "")).toBe(true);
      }),
      RUNS,
    );
  });

  it("does not depend on the order in which events are listed", () => {
    fc.assert(
      fc.property(situation, (one) => {
        const forwards = inputOf(one);
        const distinct =
          new Set(forwards.events.map(({ occurredAt }) => occurredAt)).size === forwards.events.length;
        fc.pre(distinct);
        expect(computeClock({ ...forwards, events: [...forwards.events].reverse() })).toEqual(
          computeClock(forwards),
        );
      }),
      RUNS,
    );
  });
});
