/** A request that is opened again: a new period from the day the call for it arrived (law.md leaves it open; GDPR Art. 12(3) by analogy). */
import { mayExtend } from "@/lib/domain/clock/may-extend";
import { clocksOfPeriods, daysPaused } from "@/lib/domain/clock/periods";
import { calendarOf, clockOn, happened, on, profileOf } from "./make-clock";

test("what happened before stays history, and the new period is a whole one", () => {
  const clock = clockOn("2026-03-05", { events: happened("decided 2026-03-20", "reopened 2026-06-30") });
  const fresh = clockOn("2026-06-30");
  expect(clock).toMatchObject({ status: "running", receivedOn: "2026-03-05", statutory: fresh.statutory });
  expect(clock.refusalBy).toBe(fresh.refusalBy);
  expect(clock.derivation.map(({ rule }) => rule).slice(0, 2)).toEqual(["received", "reopened"]);
});

test("it stops again by a new decision, and can be opened a second time", () => {
  const events = ["decided 2026-03-20", "reopened 2026-06-30", "decided 2026-07-10"];
  expect(clockOn("2026-03-05", { events: happened(...events) }).status).toBe("stopped");
  const second = clockOn("2026-03-05", { events: happened(...events, "reopened 2026-09-01") });
  expect(second).toMatchObject({ status: "running", statutory: clockOn("2026-09-01").statutory });
});

test("an extension of the first period does not extend the second", () => {
  const events = happened("extend 2026-03-20", "decided 2026-05-20", "reopened 2026-06-30");
  expect(clockOn("2026-03-05", { events })).toMatchObject({
    extended: false,
    statutory: clockOn("2026-06-30").statutory,
  });
});

describe("an order that names its own day", () => {
  const reopened = (until: string) => [
    ...happened("decided 2026-03-20"),
    { type: "reopened", occurredAt: "2026-06-30T10:00:00Z", until: on(until) } as const,
  ];

  test.each(["2026-07-05", "2026-12-25"])(
    "holds instead of the period, earlier or later, on any day: %s",
    (day) => {
      const clock = clockOn("2026-03-05", { events: reopened(day) });
      expect(clock).toMatchObject({ status: "running", statutory: day, safe: day, extensionNoticeBy: null });
      expect(clock.derivation.map(({ rule }) => rule)).toEqual(["received", "reopened", "ordered"]);
      expect(clock.derivation.at(-1)).toMatchObject({ to: day, citation: "" });
      expect(clock.dueEndExclusive).toMatch(/T2[23]:00:00/);
    },
  );

  test("is moved by no question and no notice, ends with the decision, and is replaced by the next order", () => {
    const events = [...reopened("2026-07-10"), ...happened("clarification_requested 2026-07-02")];
    expect(clockOn("2026-03-05", { events })).toMatchObject({ status: "running", statutory: "2026-07-10" });
    const later = [...events, ...happened("extend 2026-07-03")];
    expect(clockOn("2026-03-05", { events: later })).toMatchObject({ statutory: "2026-07-10" });
    const clock = clockOn("2026-03-05", { events });
    expect(mayExtend(profileOf("gdpr-se"), "access", clock, false)).toMatchObject({ ok: false });
    const decided = clockOn("2026-03-05", { events: [...later, ...happened("decided 2026-07-04")] });
    expect(decided.status).toBe("stopped");
    expect(decided.derivation.at(-1)?.rule).toBe("decided");
    const again = [...later, ...happened("decided 2026-07-04", "reopened 2026-09-01")];
    expect(clockOn("2026-03-05", { events: again }).statutory).toBe(clockOn("2026-09-01").statutory);
  });
});

describe("what is said of all periods", () => {
  const clocks = (...events: readonly string[]) =>
    clocksOfPeriods({
      ...{ profile: profileOf("gdpr-se"), calendar: calendarOf("SE"), holidayPolicy: "official" },
      ...{
        receivedAt: "2026-03-05T11:00:00Z",
        zone: "Europe/Stockholm",
        right: "access",
        targetDaysBefore: 7,
      },
      events: happened(...events),
    });
  const FIRST = [
    "identity_requested 2026-03-07",
    "identity_received 2026-03-10",
    "decided 2026-03-20",
  ] as const;
  const SECOND = ["clarification_requested 2026-07-02", "clarification_received 2026-07-04"] as const;

  test("the days that the clock stood still are those of each, once", () => {
    expect(daysPaused(clocks(...FIRST))).toBe(3);
    const again = clocks(...FIRST, "reopened 2026-06-30", ...SECOND);
    expect(again.map((clock) => daysPaused([clock]))).toEqual([3, 2]);
    expect(again.at(-1)).toMatchObject({ status: "running", receivedOn: "2026-03-05" });
    const third = clocks(
      ...FIRST,
      "reopened 2026-06-30",
      ...SECOND,
      "decided 2026-07-20",
      "reopened 2026-09-01",
    );
    expect(third.map((clock) => daysPaused([clock]))).toEqual([3, 2, 0]);
    expect(daysPaused(third)).toBe(5);
  });

  test("an extension of the first stays said", () => {
    const [first, second] = clocks("extend 2026-03-20", "decided 2026-05-20", "reopened 2026-06-30");
    expect([first?.extended, second?.extended]).toEqual([true, false]);
  });
});
