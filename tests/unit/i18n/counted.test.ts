import { translator } from "@/lib/i18n/translator";

test.each([
  [0, 1, "1 månad", "1 month"],
  [0, 6, "6 månader", "6 months"],
  [1, 0, "1 år", "1 year"],
  [7, 0, "7 år", "7 years"],
  [1, 1, "1 år och 1 månad", "1 year and 1 month"],
  [2, 6, "2 år och 6 månader", "2 years and 6 months"],
])("%i years and %i months are a length that reads as one", (years, months, sv, en) => {
  const rule = { years, months, trigger: "x" };
  expect(translator("sv", "processing")("rule", rule)).toBe(`${sv} från det att x`);
  expect(translator("en", "processing")("rule", rule)).toBe(`${en} from when x`);
  const kept = { ...rule, until: "u", on: "o" };
  expect(translator("sv", "findings")("sentence.keptUntil", kept)).toContain(`sparas i ${sv} från`);
  expect(translator("en", "findings")("sentence.keptUntil", kept)).toContain(`is kept ${en} from`);
});

test.each([
  ["page", "1 sida", "2,5 sidor"],
  ["item", "1 försändelse", "2,5 försändelser"],
  ["hour", "1 timme", "2,5 timmar"],
])("one %s of a fee is not several", (unit, one, several) => {
  const say = translator("sv", "fee");
  expect(say(`unit.${unit}`, { count: "1" })).toBe(one);
  expect(say(`unit.${unit}`, { count: "2,5" })).toBe(several);
});
