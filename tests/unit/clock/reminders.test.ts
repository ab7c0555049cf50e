/** What the desk is reminded of and when (law.md 3 I; our own defaults). */
import { DEFAULT_REMINDERS, horizonOf, type Remindable, remindersOf } from "@/lib/domain/clock/reminders";
import { calendarOf, on } from "./make-clock";

const SE = calendarOf("SE");
const REQUEST: Remindable = {
  receivedOn: on("2026-12-05"),
  assigned: true,
  still: false,
  extended: false,
  ackBy: null,
  targetOn: on("2026-12-29"),
  extensionNoticeBy: on("2027-01-05"),
  refusalBy: on("2027-01-05"),
  workBy: on("2027-01-05"),
};
const said = (of: Partial<Remindable> = {}) =>
  remindersOf({ ...REQUEST, ...of }, DEFAULT_REMINDERS).map(
    ({ kind, on: date, from, audience }) => `${kind} ${date} from ${from} ${audience}`,
  );

test("days 3, 14, 21, 25 and 28, three days before every limit, and the day after the last", () => {
  expect(said()).toEqual([
    "day 2026-12-08 from 2026-12-08 assignee",
    "day 2026-12-19 from 2026-12-19 assignee",
    "day 2026-12-26 from 2026-12-26 assignee",
    "day 2026-12-30 from 2026-12-30 assignee",
    "day 2027-01-02 from 2027-01-02 assignee",
    "target 2026-12-29 from 2026-12-26 assignee",
    "extension_notice 2027-01-05 from 2027-01-02 assignee",
    "refusal 2027-01-05 from 2027-01-02 assignee",
    "due 2027-01-05 from 2027-01-02 assignee",
    "overdue 2027-01-05 from 2027-01-06 assignee",
    "due 2027-01-05 from 2027-01-02 dpo",
    "overdue 2027-01-05 from 2027-01-06 dpo",
  ]);
});

test("a receipt that the law wants confirmed is reminded of before its day, whether or not the time stands still", () => {
  const line = "acknowledgement 2026-12-18 from 2026-12-15 assignee";
  expect(said({ ackBy: on("2026-12-18") })).toContain(line);
  expect(said({ ackBy: on("2026-12-18"), still: true })).toContain(line);
  expect(said().some((each) => each.startsWith("acknowledgement"))).toBe(false);
});

test("what nobody has goes to the data protection officer, from the day after receipt", () => {
  const lines = said({ assigned: false });
  expect(lines).toContain("unassigned 2026-12-06 from 2026-12-06 dpo");
  expect(lines.every((line) => line.endsWith("dpo"))).toBe(true);
});

test("an extended request is not reminded of the notice; one whose time stands still only of the days", () => {
  expect(said({ extended: true }).some((line) => line.startsWith("extension_notice"))).toBe(false);
  expect(said({ still: true }).every((line) => line.startsWith("day"))).toBe(true);
});

test("on a day off nobody is reminded; the working day before speaks for it", () => {
  expect(horizonOf(on("2026-12-23"), SE)).toBe("2026-12-23");
  // Thursday 24 December is a working day by the official calendar; Friday and Saturday are holidays.
  expect(horizonOf(on("2026-12-24"), SE)).toBe("2026-12-27");
  expect(horizonOf(on("2026-12-25"), SE)).toBeNull();
  expect(horizonOf(on("2026-12-27"), SE)).toBeNull();
});
