/** GDPR Art. 12(3) and (4): an answer and a refusal have last days of their own, and only the first can be extended. */
import { isLate, lastDayOf } from "@/lib/domain/decision/late";
import type { IsoDate } from "@/lib/domain/kernel/date";

const at = (date: string) => date as IsoDate;
const EXTENDED = { statutoryOn: at("2026-06-08"), refusalBy: at("2026-04-07") };

test("an extension moves the last day of an answer, not that of a refusal in whole or part", () => {
  expect(lastDayOf("granted", EXTENDED)).toBe("2026-06-08");
  expect(lastDayOf("nothing_held", EXTENDED)).toBe("2026-06-08");
  expect(lastDayOf("refused", EXTENDED)).toBe("2026-04-07");
  expect(lastDayOf("granted_in_part", EXTENDED)).toBe("2026-04-07");
  expect(isLate("granted", at("2026-04-08"), EXTENDED)).toBe(false);
  expect(isLate("refused", at("2026-04-08"), EXTENDED)).toBe(true);
});

test("the last day itself is in time, and without one nothing is late", () => {
  expect(isLate("refused", at("2026-04-07"), EXTENDED)).toBe(false);
  expect(isLate("granted", at("2030-01-01"), { statutoryOn: null, refusalBy: null })).toBe(false);
});
