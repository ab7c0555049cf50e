import type { Calendar } from "@/lib/domain/law/calendar";
import { calendarOf, clockOn, happened, on, rulesOf } from "./make-clock";

const unchecked: Calendar = { ...calendarOf("SE"), checkedBy: null };

describe("the safe date", () => {
  it("leads when nobody checked the calendar, and the derivation says why", () => {
    const clock = clockOn("2026-03-05", { calendar: unchecked });
    expect(clock).toMatchObject({
      safeLeads: true,
      safe: "2026-04-05",
      statutory: "2026-04-07",
      sortOn: "2026-04-05",
      refusalBy: "2026-04-05",
    });
    expect(clock.derivation.at(-1)).toEqual({
      rule: "calendar_unchecked",
      from: "2026-04-07",
      to: "2026-04-05",
      citation: "",
      facts: { region: "SE", fromYear: 2019, toYear: 2043 },
    });
  });

  it.each([
    [2019, 2025, "after"],
    [2027, 2043, "before"],
  ])("leads when the date lies outside the calendar's years (%i to %i)", (fromYear, toYear) => {
    const clock = clockOn("2026-03-05", { calendar: { ...calendarOf("SE"), fromYear, toYear } });
    expect(clock.safeLeads).toBe(true);
    expect(rulesOf(clock)).toContain("calendar_years");
  });

  it("leads when only the rolled date lies outside them", () => {
    // Saturday 30 December 2028 rolls into 2029 past New Year's Day.
    const calendar = { ...calendarOf("SE"), toYear: 2028 };
    expect(clockOn("2028-11-30", { calendar })).toMatchObject({
      nominal: "2028-12-30",
      statutory: "2029-01-02",
      safeLeads: true,
    });
    expect(clockOn("2028-11-29", { calendar }).safeLeads).toBe(false);
  });

  it("leads when only the nominal date lies outside them", () => {
    const calendar = { ...calendarOf("SE"), fromYear: 2029 };
    expect(clockOn("2028-11-30", { calendar })).toMatchObject({ statutory: "2029-01-02", safeLeads: true });
  });

  it("does not lead with a checked calendar, nor where the calendar is not asked", () => {
    expect(clockOn("2026-03-05").safeLeads).toBe(false);
    expect(clockOn("2026-03-05", { calendar: unchecked, holidayPolicy: "none" }).safeLeads).toBe(false);
  });

  it("is told of a paused clock too, for its place in the queue", () => {
    const paused = clockOn("2026-03-05", {
      calendar: unchecked,
      events: happened("identity_requested 2026-03-06"),
    });
    expect(paused).toMatchObject({ safeLeads: true, safe: null, sortOn: "2026-04-05" });
  });

  it("holds even if the holiday that let a notice be in time is none", () => {
    // A made-up holiday on Tuesday 10 March lets a notice on the 11th be in time; without it the notice is late.
    const calendar = { ...unchecked, official: new Set([...unchecked.official, on("2026-03-10")]) };
    const clock = clockOn("2026-02-10", { calendar, events: happened("extend 2026-03-11") });
    expect(clock).toMatchObject({
      extended: true,
      statutory: "2026-05-11",
      safe: "2026-03-10",
      sortOn: "2026-03-10",
    });
    expect(
      clockOn("2026-02-10", {
        calendar: { ...calendar, checkedBy: "test" },
        events: happened("extend 2026-03-11"),
      }),
    ).toMatchObject({
      extended: true,
      safe: "2026-05-10",
      safeLeads: false,
    });
  });

  it("takes a question that such a holiday let be in time as late, for the aim and the refusal too", () => {
    const events = happened("identity_requested 2026-03-11", "identity_received 2026-03-20");
    const calendar = { ...unchecked, official: new Set([...unchecked.official, on("2026-03-10")]) };
    expect(clockOn("2026-02-10", { calendar, events })).toMatchObject({
      nominal: "2026-03-19",
      safe: "2026-03-10",
      refusalBy: "2026-03-10",
      target: "2026-03-03",
    });
  });
});
