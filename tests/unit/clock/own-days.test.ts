/** Own days of a controller on top of its state's calendar: versioned, and never changing the list itself. */
import type { IsoDate } from "@/lib/domain/kernel/date";
import { type Calendar, listedAs } from "@/lib/domain/law/calendar";
import { changedOwnDays, withOwnDays } from "@/lib/domain/law/own-days";

const day = (text: string) => text as IsoDate;
const SE: Calendar = {
  region: "SE",
  version: 3,
  checkedBy: "test",
  fromYear: 2020,
  toYear: 2040,
  official: new Set([day("2027-01-06")]),
  addedByStatute: new Set([day("2026-12-24")]),
  halfDays: new Set(),
};

test("a day that the list lacks is a holiday, and the calendar names the version it came with", () => {
  const own = changedOwnDays(SE, null, "added", day("2027-01-07"));
  expect(own).not.toBeNull();
  const calendar = withOwnDays(SE, own);
  expect(calendar.own).toBe(1);
  expect(listedAs(day("2027-01-07"), calendar, "official")).toBe("holiday");
  expect(listedAs(day("2027-01-07"), calendar, "none")).toBeNull();
  expect(listedAs(day("2027-01-07"), SE, "official")).toBeNull();
});

test("a day that the list wrongly has is a working day under every policy", () => {
  const own = changedOwnDays(SE, null, "removed", day("2026-12-24"));
  expect(listedAs(day("2026-12-24"), withOwnDays(SE, own), "statutory")).toBeNull();
});

test("a day given back to the list is as it was, in a third version", () => {
  const first = changedOwnDays(SE, null, "removed", day("2027-01-06"));
  const second = changedOwnDays(SE, first, "restored", day("2027-01-06"));
  expect(second?.version).toBe(2);
  expect(listedAs(day("2027-01-06"), withOwnDays(SE, second), "official")).toBe("holiday");
});

test("what is so already makes no version", () => {
  expect(changedOwnDays(SE, null, "added", day("2027-01-06"))).toBeNull();
  expect(changedOwnDays(SE, null, "removed", day("2027-01-07"))).toBeNull();
  expect(changedOwnDays(SE, null, "restored", day("2027-01-06"))).toBeNull();
});

test("adding back what was taken out, and taking out what was added, leaves nothing of one's own", () => {
  const out = changedOwnDays(SE, null, "removed", day("2027-01-06"));
  expect(changedOwnDays(SE, out, "added", day("2027-01-06"))).toEqual({
    version: 2,
    added: new Set(),
    removed: new Set(),
  });
  const added = changedOwnDays(SE, null, "added", day("2027-01-07"));
  expect(changedOwnDays(SE, added, "removed", day("2027-01-07"))?.added.size).toBe(0);
});
