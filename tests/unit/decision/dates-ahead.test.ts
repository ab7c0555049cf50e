/** An answer tells what was done; what is still to come is not done. */
import { datesAhead } from "@/lib/domain/decision/dates-ahead";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { answerTo } from "@/tests/support/answers";

const TODAY = "2026-03-10" as IsoDate;
const shifted = (right: Parameters<typeof answerTo>[0], on: string) => {
  const answer = answerTo(right);
  const days = JSON.stringify(answer.content).replace(/"\d{4}-\d{2}-\d{2}"/g, `"${on}"`);
  return { ...answer, content: JSON.parse(days) } as typeof answer;
};

test.each([
  ["rectification", ["changed_ahead"]],
  ["erasure", ["erased_ahead"]],
  ["objection", ["stopped_ahead"]],
  ["marketing_objection", ["stopped_ahead"]],
  ["consent_withdrawal", ["stopped_ahead"]],
] as const)("%s: a day to come is named, today and before are fine", (right, codes) => {
  expect(datesAhead(shifted(right, "2026-03-11"), TODAY)).toEqual(expect.arrayContaining([...codes]));
  expect(datesAhead(shifted(right, TODAY), TODAY)).toEqual([]);
  expect(datesAhead(shifted(right, "2025-01-01"), TODAY)).toEqual([]);
});

test("from when a restriction holds may be a plan, and where nothing is held nothing was done", () => {
  expect(datesAhead(shifted("restriction", "2026-04-01"), TODAY)).toEqual([]);
  expect(datesAhead({ ...shifted("erasure", "2026-04-01"), outcome: "nothing_held" }, TODAY)).toEqual([]);
});
