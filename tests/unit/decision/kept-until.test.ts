/** Until when something is kept by a retention rule (GDPR Art. 13(2)(a), 15(1)(d), 17(3)). */
import fc from "fast-check";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import { keptUntil } from "@/lib/domain/decision/kept-until";
import type { IsoDate } from "@/lib/domain/kernel/date";

const keep = (on: string, years: number, months = 0) =>
  keptUntil({ ...NOT_KEPT, trigger: "the matter was closed", on: on as IsoDate, years, months });

test.each([
  ["five years after a matter was closed", "2026-03-14", 5, 0, "2031-03-14"],
  ["a leap day falls on the last of February", "2024-02-29", 1, 0, "2025-02-28"],
  ["a leap day stays one where there is one", "2024-02-29", 4, 0, "2028-02-29"],
  ["months take the month's last day", "2026-08-31", 0, 6, "2027-02-28"],
  ["years and months count as one length", "2026-01-31", 1, 1, "2027-02-28"],
])("%s", (_, on, years, months, until) => {
  expect(keep(on, years, months)).toBe(until);
});

test("without a day or a length there is no date", () => {
  expect(keep("", 5)).toBeNull();
  expect(keep("2026-03-14", 0)).toBeNull();
});

test("a longer rule never ends earlier, and every end lies after its beginning", () => {
  const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  const length = fc.record({ years: fc.nat(50), months: fc.nat(11) });
  fc.assert(
    fc.property(day, length, length, (date, one, other) => {
      const on = date.toISOString().slice(0, 10);
      const count = ({ years, months }: typeof one) => years * 12 + months;
      const [short, long] = count(one) <= count(other) ? [one, other] : [other, one];
      fc.pre(count(short) > 0);
      const first = keep(on, short.years, short.months) as string;
      const second = keep(on, long.years, long.months) as string;
      expect(first > on).toBe(true);
      expect(second >= first).toBe(true);
    }),
  );
});
