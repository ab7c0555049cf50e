import { daysLeft } from "@/lib/domain/clock/days-left";
import { workBy } from "@/lib/domain/clock/queue-date";
import { calendarOf, clockOn, happened, on } from "./make-clock";

describe("the date that staff work to", () => {
  const clock = clockOn("2026-03-05");

  it("is the earlier of the date once told and the last day", () => {
    expect(workBy(clock, null)).toBe("2026-04-07");
    expect(workBy(clock, on("2026-04-05"))).toBe("2026-04-05");
    expect(workBy(clock, on("2026-04-20"))).toBe("2026-04-07");
  });

  it("is the safe date where the calendar is in doubt", () => {
    expect(workBy(clockOn("2026-03-05", { calendar: { ...calendarOf("SE"), checkedBy: null } }), null)).toBe(
      "2026-04-05",
    );
  });

  it("is the place in the queue where there is no last day", () => {
    const paused = clockOn("2026-03-05", { events: happened("identity_requested 2026-03-10") });
    expect(workBy(paused, on("2026-04-05"))).toBe("2026-04-07");
    expect(workBy(clockOn("2026-03-05", { right: "consent_withdrawal" }), null)).toBe("2026-03-05");
  });
});

describe("days left", () => {
  it.each([
    ["2026-04-01", 6],
    ["2026-04-07", 0],
    ["2026-04-08", -1],
    ["2026-05-07", -30],
    ["2025-04-07", 365],
  ])("on %s are %i", (today, left) => expect(daysLeft(on(today), on("2026-04-07"))).toBe(left));

  it("counts dates, so the day of a clock change is a day", () => {
    expect(daysLeft(on("2026-03-28"), on("2026-03-30"))).toBe(2);
  });

  test("a stop that is due at once is worked to from the day of receipt, whatever the last day of the answer", () => {
    expect(workBy(clockOn("2026-03-05", { right: "marketing_objection" }), on("2026-04-07"))).toBe(
      "2026-03-05",
    );
  });
});
