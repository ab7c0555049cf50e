import { day, iso } from "@/lib/domain/clock/dates";
import { endsOnShorterMonth, nominalEnd } from "@/lib/domain/clock/rules/nominal-end";
import type { Period } from "@/lib/domain/law/rules";
import { clockOn, happened, on, termsOf } from "./make-clock";

const months = (count: number) => ({ unit: "months", count }) as const;
const end = (start: string, count: number, paused = 0) =>
  iso(nominalEnd(day(on(start)), months(count), paused, termsOf("gdpr-se")));

describe("the nominal end (Art. 3(2)(c) Regulation 1182/71; C-171/03 Toeters)", () => {
  it.each([
    ["2026-03-05", "2026-04-05", "the same day of the next month"],
    ["2026-01-31", "2026-02-28", "no 31 February: its last day"],
    ["2028-01-31", "2028-02-29", "a leap year has a 29th"],
    ["2028-01-29", "2028-02-29", "and reaches it from the 29th"],
    ["2027-01-29", "2027-02-28", "another year does not"],
    ["2026-08-31", "2026-09-30", "a month of 30 days"],
    ["2026-12-31", "2027-01-31", "over the end of the year"],
    ["2027-02-28", "2027-03-28", "the end of a month does not stick"],
    ["2028-02-29", "2028-03-29", "nor does the leap day"],
    ["2100-01-31", "2100-02-28", "2100 is no leap year"],
    ["2000-01-31", "2000-02-29", "2000 was one"],
  ])("%s + 1 month = %s: %s", (start, expected) => expect(end(start, 1)).toBe(expected));

  it("counts an extended period from the start, never from an end that was shortened", () => {
    expect(end("2026-01-31", 3)).toBe("2026-04-30");
    expect(end(end("2026-01-31", 1), 2)).toBe("2026-04-28");
    expect(clockOn("2026-01-31", { events: happened("extend 2026-02-10") }).nominal).toBe("2026-04-30");
  });

  it("adds paused days to the end of the month, not to its start", () => {
    expect(end("2026-01-31", 1, 10)).toBe("2026-03-10");
    expect(end("2026-02-10", 1, 0)).toBe("2026-03-10");
  });

  it("counts days as days", () => {
    expect(iso(nominalEnd(day(on("2026-02-13")), { unit: "days", count: 45 }, 0, termsOf("gdpr-se")))).toBe(
      "2026-03-30",
    );
    expect(iso(nominalEnd(day(on("2028-02-13")), { unit: "days", count: 45 }, 0, termsOf("gdpr-se")))).toBe(
      "2028-03-29",
    );
  });

  it("says when a shorter month took its last day", () => {
    const shorter = (start: string, period: Period) => endsOnShorterMonth(day(on(start)), period);
    expect(shorter("2026-01-31", months(1))).toBe(true);
    expect(shorter("2026-01-28", months(1))).toBe(false);
    expect(shorter("2026-01-31", { unit: "days", count: 28 })).toBe(false);
    expect(clockOn("2026-08-31").derivation[1]).toMatchObject({
      rule: "answer_period",
      from: "2026-08-31",
      to: "2026-09-30",
      citation: "Art. 3(2)(c) Regulation (EEC, Euratom) 1182/71",
      facts: { clipped: true, startDay: 31, count: 1, unit: "months" },
    });
    expect(clockOn("2026-08-30").derivation[1]).toMatchObject({
      citation: "Art. 12(3) GDPR; Art. 3(2)(c) Regulation (EEC, Euratom) 1182/71",
      facts: { clipped: false },
    });
  });
});
