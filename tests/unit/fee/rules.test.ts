/** What each law says of a fee, and of silence: law.md 1.1 (fee effect) and 5 row 9. */
import { answerLimit, FEE_STATES, mayFeeStep } from "@/lib/domain/fee/fee";
import { feeRules } from "@/lib/domain/fee/rules";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { PROFILE_IDS } from "@/lib/domain/law/profile";
import { translator } from "@/lib/i18n/translator";

test.each([
  ["gdpr-se", "clock_runs", null, "acceptance"],
  ["gdpr-no", "clock_runs", null, "acceptance"],
  ["gdpr-se;unpaidfee=restarts", "clock_waits", null, "payment"],
  ["uk-gdpr-eng", "clock_waits", null, "payment"],
  ["ch-fadp", "withdrawn", 30_000, "acceptance"],
])("%s: silence is %s, at most %s, the clock waits for %s", (profile, silence, most, settledBy) => {
  const rules = feeRules(profile);
  expect([rules?.silence, rules?.most?.minor ?? null, rules?.settledBy]).toEqual([silence, most, settledBy]);
});

test("the Swiss ten days are exactly ten, others leave at least ten", () => {
  expect(feeRules("ch-fadp")?.answerDays).toMatchObject({ least: 10, most: 10 });
  expect(feeRules("gdpr-se")?.answerDays.least).toBe(10);
});

test("a law whose fees are not built has none", () => {
  expect(feeRules("us-ca-ccpa")).toBeNull();
  for (const id of PROFILE_IDS.filter((profile) => profile.startsWith("gdpr-"))) {
    expect(feeRules(id)?.law).toBe("gdpr");
  }
});

test.each(LANGUAGES)("silence has its sentence in %s", (language) => {
  const say = translator(language, "fee");
  for (const silence of ["clock_runs", "clock_waits", "withdrawn"]) {
    expect(say(`silence.${silence}`, { date: "X" })).toContain("X");
  }
});

test("never a day earlier than told", () => {
  const [early, late] = ["2026-03-10", "2026-03-16"] as IsoDate[] as [IsoDate, IsoDate];
  expect([answerLimit(early, late), answerLimit(late, early)]).toEqual([late, late]);
});

test("the worker and the requester act on what has arrived only; money can go back from wherever it lies", () => {
  const from = (step: Parameters<typeof mayFeeStep>[1]) =>
    FEE_STATES.filter((state) => mayFeeStep(state, step).ok);
  expect(from("fall_silent")).toEqual(["open"]);
  expect(from("recall")).toEqual(["pending"]);
  for (const step of ["accept", "narrow", "object", "pay"] as const) {
    expect(from(step)).not.toEqual(expect.arrayContaining(["pending"]));
  }
  // While the objection waits there is nothing else to choose, but there may be less to answer.
  for (const step of ["accept", "object", "pay"] as const) {
    expect(from(step)).not.toEqual(expect.arrayContaining(["objected"]));
  }
  expect(from("refund")).toEqual(expect.arrayContaining(["waived", "closed", "narrowed"]));
});
