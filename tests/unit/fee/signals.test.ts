/** Signals are facts with what a complaint would say beside them: C-416/23, C-526/24, C-307/22. */
import {
  againstFinding,
  againstSignal,
  COUNTER_ARGUMENTS,
  type Signal,
  scopeOf,
} from "@/lib/domain/fee/signals";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { translator } from "@/lib/i18n/translator";

const SIGNAL: Signal = {
  ...{ reference: "X", right: "access", receivedOn: "2026-01-01" as IsoDate, daysBefore: 0, scope: "same" },
  ...{ outcome: "granted", closedOn: "2026-01-05" as IsoDate, late: false, confirmed: true, linked: false },
} as const;

test("a full answer in time to the same, on the same day, leaves nothing to say but that number is not enough", () => {
  expect(againstSignal(SIGNAL)).toEqual([]);
  expect(againstFinding("access", [SIGNAL])).toEqual(["number_alone", "motive_irrelevant", "burden"]);
});

test.each([
  [{ outcome: "granted_in_part" }, ["answer_incomplete"]],
  [{ outcome: "refused" }, ["answer_incomplete"]],
  [{ outcome: "withdrawn" }, []],
  [{ outcome: null }, ["not_answered"]],
  [{ late: true }, ["answer_late"]],
  [{ daysBefore: 30 }, ["new_data"]],
  [{ scope: "other" }, ["other_scope"]],
  [{ confirmed: false }, ["unconfirmed"]],
  [{ linked: true }, ["linked_by_us"]],
] as const)("%p speaks for the requester: %p", (changed, expected) => {
  expect(againstSignal({ ...SIGNAL, ...changed })).toEqual(expected);
});

test("a first request, and a first copy, are said so", () => {
  expect(againstFinding("access", [])).toEqual([
    "first_request",
    "motive_irrelevant",
    "first_copy_free",
    "burden",
  ]);
  expect(againstFinding("erasure", [])).not.toContain("first_copy_free");
  expect(againstFinding("access", [{ ...SIGNAL, outcome: "granted_in_part" }])).toContain("first_copy_free");
});

test("the same, the same right, another", () => {
  const access = { right: "access", scope: "everything", from: null, to: null, subject: "" } as const;
  expect(scopeOf(access, { subject: "", to: null, from: null, scope: "everything", right: "access" })).toBe(
    "same",
  );
  expect(scopeOf(access, { ...access, subject: "invoices" })).toBe("overlapping");
  expect(scopeOf(access, { right: "consent_withdrawal", what: "" })).toBe("other");
});

test.each(LANGUAGES)("every counter-argument has its words in %s", (language) => {
  const say = translator(language, "fee");
  for (const code of Object.keys(COUNTER_ARGUMENTS)) expect(say(`counter.${code}`)).toBeTruthy();
});
