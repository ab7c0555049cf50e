/** The date once told to a requester moves only by a notice (design section 6). */
import { beforeAsked, openQuestions } from "@/lib/domain/clock/open-questions";
import { asTold, keptPromise } from "@/lib/domain/clock/promise";
import type { ClockEvent } from "@/lib/domain/clock/types";
import { clockOn, happened, on } from "./make-clock";

/** Received Saturday 5 December 2026: one month is Tuesday 5 January 2027. */
const clock = (events: readonly ClockEvent[] = []) => clockOn("2026-12-05", { events });
const told = on("2027-01-05");

test("an extension in time moves it to the date of its letter: three months from receipt", () => {
  const after = clock(happened("extend 2026-12-20"));
  expect(keptPromise(told, { type: "extend", before: clock(), after })).toBe("2027-03-05");
});

test("an extension that came too late, and a second one, move nothing", () => {
  const late = clock(happened("extend 2027-01-06"));
  expect(keptPromise(told, { type: "extend", before: clock(), after: late })).toBe(told);
  const once = clock(happened("extend 2026-12-20"));
  const twice = clock(happened("extend 2026-12-20", "extend 2026-12-21"));
  expect(keptPromise(on("2027-03-05"), { type: "extend", before: once, after: twice })).toBe("2027-03-05");
});

test("a question alone moves nothing; its answer moves the date by the days of pause", () => {
  const asked = happened("clarification_requested 2026-12-08");
  const open = clock(asked);
  expect(keptPromise(told, { type: "clarification_requested", before: clock(), after: open })).toBe(told);
  const after = clock([...asked, ...happened("clarification_received 2026-12-15")]);
  const beforeIt = clock(beforeAsked(asked));
  // Seven days from 5 January is Tuesday 12 January.
  expect(
    keptPromise(told, { type: "clarification_received", before: open, after, beforeAsked: beforeIt }),
  ).toBe("2027-01-12");
});

test("a promise that a changed calendar left earlier than the law moves by as much, and stays earlier", () => {
  const asked = happened("clarification_requested 2026-12-08");
  const after = clock([...asked, ...happened("clarification_received 2026-12-10")]);
  const of = { before: clock(asked), after, beforeAsked: clock() };
  expect(keptPromise(on("2027-01-04"), { type: "clarification_received", ...of })).toBe("2027-01-06");
});

test("it never moves back, and nothing is promised where nothing was told", () => {
  const of = { before: clock(), after: clock(happened("extend 2026-12-20")) };
  expect(keptPromise(on("2027-04-01"), { type: "extend", ...of })).toBe("2027-04-01");
  expect(keptPromise(null, { type: "extend", ...of })).toBeNull();
});

test("two questions that overlap are one stretch: before it lies what happened before the first", () => {
  const events = happened(
    "clarification_requested 2026-12-07",
    "clarification_received 2026-12-08",
    "identity_requested 2026-12-09",
    "clarification_requested 2026-12-10",
    "identity_received 2026-12-12",
  );
  expect([...openQuestions(events).keys()]).toEqual(["clarification"]);
  expect(beforeAsked(events).map(({ type }) => type)).toEqual([
    "clarification_requested",
    "clarification_received",
  ]);
});

test("a record that was replaced does not close a question", () => {
  const [asked, wrong] = happened("clarification_requested 2026-12-07", "clarification_received 2026-12-08");
  const [again] = happened("clarification_requested 2026-12-07");
  const events = [
    { ...(asked as ClockEvent), id: "a" },
    { ...(wrong as ClockEvent), id: "b" },
    { ...(again as ClockEvent), id: "c", supersedes: "b" },
  ];
  expect([...openQuestions(events).keys()]).toEqual(["clarification"]);
  expect(clock(events).status).toBe("paused");
});

test("the requester reads no later date than they were told, and that it is kept", () => {
  // An Easter Monday that was no holiday when the requester was told: 5 March 2026 ends on Sunday 5 April.
  const now = clockOn("2026-03-05");
  expect(now.statutory).toBe("2026-04-07");
  const told = asTold(now, on("2026-04-06"));
  expect(JSON.stringify(told.derivation)).not.toContain("2026-04-07");
  expect(told.derivation.at(-1)).toMatchObject({ rule: "promise_kept", to: "2026-04-06" });
  expect(asTold(now, now.statutory)).toBe(now);
  expect(asTold(now, null)).toBe(now);
});
