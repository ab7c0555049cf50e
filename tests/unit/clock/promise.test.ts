import { dateToTell } from "@/lib/domain/clock/promise";
import { calendarOf, clockOn, happened, rulesOf } from "./make-clock";

describe("a complaint to the controller in the EU, for which no law sets a last day", () => {
  const clock = clockOn("2026-03-05", { right: "complaint" });

  it("has our own promised day, counted like a statutory one", () => {
    expect(clock).toMatchObject({
      status: "promised",
      nominal: "2026-04-05",
      statutory: "2026-04-07",
      refusalBy: null,
    });
  });

  it("says that it is a promise, and cites no law for it", () => {
    expect(rulesOf(clock)).toEqual(["received", "promise", "answer_period", "rolled", "last_moment"]);
    expect(clock.derivation.map(({ citation }) => citation)).toEqual(["", "", "", "", ""]);
  });

  it("pauses for a question like the others", () => {
    expect(
      clockOn("2026-03-05", { right: "complaint", events: happened("clarification_requested 2026-03-10") })
        .status,
    ).toBe("paused");
  });
});

describe("the date that the requester is told", () => {
  it("is the last day, and the safe one where the calendar is in doubt", () => {
    expect(dateToTell(clockOn("2026-03-05"))).toBe("2026-04-07");
    expect(dateToTell(clockOn("2026-03-05", { calendar: { ...calendarOf("SE"), checkedBy: null } }))).toBe(
      "2026-04-05",
    );
    expect(dateToTell(clockOn("2026-03-05", { right: "consent_withdrawal" }))).toBeNull();
  });
});
