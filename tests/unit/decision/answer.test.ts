import { contentFor } from "@/lib/cli/demo-seed/contents";
import { type Answer, completeAnswer, isRefusal, OUTCOMES } from "@/lib/domain/decision/answer";
import { NOT_BARRED } from "@/lib/domain/decision/barred";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import { isLate } from "@/lib/domain/decision/late";
import { relevantTo } from "@/lib/domain/decision/relevant";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { groundsFor } from "@/lib/domain/law/grounds";
import { translator } from "@/lib/i18n/translator";

const FULL: Answer = {
  outcome: "granted",
  text: "text",
  items: [{ name: "name", description: "", result: "granted" }],
  refusals: [
    {
      ...{ what: "what", ground: "expression", reasons: "why", provision: "1 §", balancing: "both" },
      keeping: { ...NOT_KEPT, criteria: "until the end of the trial" },
    },
  ],
  searches: [{ system: "crm", custodian: "", terms: "name", result: "nothing" }],
  content: contentFor("erasure", "en", "2026-04-01" as IsoDate),
};

test.each([
  ["granted", ["text", "items", "searches", "content"]],
  ["granted_in_part", ["text", "items", "refusals", "searches", "content"]],
  ["refused", ["text", "refusals", "searches", "content"]],
  ["nothing_held", ["text", "searches"]],
  ["address_not_confirmed", []],
] as const)("%s speaks of %j and of nothing else", (outcome, kept) => {
  const left = relevantTo({ ...FULL, outcome }, NOT_BARRED);
  const filled = Object.entries(left).filter(
    ([name, value]) =>
      name !== "outcome" &&
      value !== null &&
      (typeof value !== "object" || !("length" in value) || value.length > 0) &&
      value !== "",
  );
  expect(filled.map(([name]) => name).sort()).toEqual([...kept].sort());
  expect(left.outcome).toBe(outcome);
});

test("whatever is complete stays complete without what was not asked", () => {
  const right: Right = "erasure";
  const of = {
    right,
    confirmed: true,
    authorityNamed: true,
    today: "2026-04-01" as IsoDate,
    asked: [],
    stopOpen: false,
    closable: true,
    barred: NOT_BARRED,
  };
  for (const outcome of OUTCOMES.filter((each) => each !== "address_not_confirmed")) {
    expect(completeAnswer(relevantTo({ ...FULL, outcome }, NOT_BARRED), of)).toMatchObject({ ok: true });
  }
});

describe("late", () => {
  const limits = { statutoryOn: "2027-02-22" as IsoDate, refusalBy: "2026-12-22" as IsoDate };
  const on = (date: string) => date as IsoDate;

  it.each([
    ["granted", "2027-02-22", false],
    ["granted", "2027-02-23", true],
    ["refused", "2026-12-22", false],
    ["refused", "2026-12-23", true],
    ["granted_in_part", "2026-12-23", true],
    ["address_not_confirmed", "2026-12-23", true],
    ["nothing_held", "2027-01-01", false],
  ] as const)("%s on %s: %p; an extension moves no refusal", (outcome, date, late) => {
    expect(isLate(outcome, on(date), limits)).toBe(late);
  });

  it("is nothing where there is no last day", () => {
    expect(isLate("refused", on("2099-01-01"), { statutoryOn: null, refusalBy: null })).toBe(false);
  });
});

test.each(LANGUAGES)("every outcome, right and ground has its words in %s", (language) => {
  const staff = translator(language, "staff");
  const letter = translator(language, "letter");
  for (const outcome of OUTCOMES) {
    expect(staff(`answer.outcomes.${outcome}.label`) + letter(`outcome.${outcome}`)).toBeTruthy();
    expect(typeof isRefusal(outcome)).toBe("boolean");
  }
  for (const right of RIGHTS) {
    expect(staff(`right.${right}`) + staff(`answer.check.${right}`)).toBeTruthy();
    for (const ground of groundsFor(right)) expect(letter(`refusalGround.${ground.id}.name`)).toBeTruthy();
  }
});
