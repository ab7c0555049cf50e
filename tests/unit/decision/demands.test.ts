/** The rules of what each right demands where they look at more than one field; the rest is in the letters' matrix. */
import { answerFor } from "@/lib/cli/demo-seed/answers";
import { completeAnswer, type Outcome } from "@/lib/domain/decision/answer";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import type { Content, ContentOf } from "@/lib/domain/decision/content";
import { ACCESS_BLOCKS, MAY_NOT_APPLY } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";

const DAY = "2026-04-01" as IsoDate;

/** What a complete answer lacks after a change of its content. */
function lacks<R extends Right>(
  right: R,
  change: Partial<ContentOf<R>>,
  outcome: Outcome = "granted",
  ground?: string,
) {
  const answer = answerFor(right, outcome, "en", DAY);
  const content = { ...answerFor(right, "granted", "en", DAY).content, ...change } as Content;
  const refusals = ground
    ? answer.refusals.map((part) => ({ ...part, ground, balancing: "both", provision: "1 §" }))
    : answer.refusals;
  const of = { right, confirmed: true, authorityNamed: true };
  const made = completeAnswer({ ...answer, content, refusals }, of);
  return made.ok ? [] : made.refusal;
}

describe("access (Art. 15)", () => {
  const blocks = (answerFor("access", "granted", "en", DAY).content as ContentOf<"access">).blocks;

  test.each(ACCESS_BLOCKS)("(%s) may say that it does not apply only where that can be", (name) => {
    const none = { says: "none", text: "", because: "There is none." } as const;
    const expected = MAY_NOT_APPLY.includes(name) ? [] : [`block_${name}`];
    expect(lacks("access", { blocks: { ...blocks, [name]: none } })).toEqual(expected);
    expect(lacks("access", { blocks: { ...blocks, [name]: { ...none, because: " " } } })).toEqual([
      `block_${name}`,
    ]);
  });

  test("recipients are named, or it is said why they cannot be (C-154/21)", () => {
    expect(lacks("access", { recipients: [] })).toEqual(["recipients"]);
    expect(lacks("access", { recipients: [], unnamed: "The logs were erased." })).toEqual([]);
  });

  test("without an authority it does not leave (Art. 15(1)(f)), nor without a copy (15(3))", () => {
    const answer = answerFor("access", "granted", "en", DAY);
    const of = { right: "access", confirmed: true, authorityNamed: false } as const;
    expect(completeAnswer(answer, of)).toEqual({ ok: false, refusal: ["authority"] });
    expect(completeAnswer({ ...answer, items: [] }, { ...of, authorityNamed: true })).toEqual({
      ok: false,
      refusal: ["items"],
    });
  });
});

test("data in dispute was restricted since a day, also where the answer is no (Art. 18(1)(a))", () => {
  for (const [outcome, ground] of [["granted"], ["refused", "data_accurate"]] as const) {
    expect(lacks("rectification", { disputed: "yes" }, outcome, ground)).toEqual(["restricted_from"]);
    expect(lacks("rectification", { disputed: "yes", restrictedFrom: DAY }, outcome, ground)).toEqual([]);
    expect(lacks("rectification", { disputed: "" }, outcome, ground)).toEqual(["disputed"]);
  }
});

test("data that completes needs a statement and no old value (Art. 16)", () => {
  expect(lacks("rectification", { changes: [], statement: "I have paid." })).toEqual([]);
});

test("what was made public names who publishes it on (Art. 17(2))", () => {
  expect(lacks("erasure", { published: "yes" })).toEqual(["publishers"]);
  expect(lacks("erasure", { published: "yes", publishers: [{ name: "Example News" }] })).toEqual([]);
});

test.each([
  ["legal_obligation", ["kept_until"]],
  ["legal_claims", ["kept_until"]],
  ["no_erasure_ground", []],
  ["not_identified", []],
] as const)("kept because of %s: says until when only where something is kept", (ground, expected) => {
  const answer = answerFor("erasure", "refused", "en", DAY);
  const part = { what: "", ground, reasons: "why", provision: "1 §", balancing: "both", keeping: NOT_KEPT };
  const of = { right: "erasure", confirmed: true, authorityNamed: true } as const;
  const made = completeAnswer({ ...answer, refusals: [part] }, of);
  expect(made.ok ? [] : made.refusal).toEqual(expected);
  const keeping = { ...NOT_KEPT, criteria: "until the trial is over" };
  expect(completeAnswer({ ...answer, refusals: [{ ...part, keeping }] }, of).ok).toBe(true);
});

test("portability is granted only on all conditions, and refused for them only without one (Art. 20(1))", () => {
  for (const unmet of [{ automated: "no" }, { provided: "no" }, { basis: "other" }] as const) {
    expect(lacks("portability", unmet)).toEqual(["conditions_met"]);
    expect(lacks("portability", unmet, "refused", "portability_conditions")).toEqual([]);
  }
  expect(lacks("portability", {}, "refused", "portability_conditions")).toEqual(["conditions_unmet"]);
});

test("data goes to a named controller, or it is said why not (Art. 20(2))", () => {
  expect(lacks("portability", { transmission: "controller" })).toEqual(["receiver"]);
  expect(lacks("portability", { transmission: "not_feasible", receiver: "Bank" })).toEqual(["not_feasible"]);
});

test("disclosure that goes on although it was objected to is a yes in part (Art. 21(1))", () => {
  const on = { disclosure: "continues", disclosureText: "The carrier needs it." } as const;
  expect(lacks("objection", on)).toEqual(["disclosure_part"]);
  expect(lacks("objection", on, "granted_in_part")).toEqual([]);
});

test("compelling grounds are weighed against the person's situation (Art. 21(1))", () => {
  const no = ["refused", "compelling_grounds"] as const;
  expect(lacks("objection", { situation: "" }, ...no)).toEqual(["situation"]);
  expect(lacks("objection", { compelling: " " }, ...no)).toEqual(["compelling"]);
  expect(lacks("objection", { situation: "" }, "refused", "objection_basis")).toEqual([]);
});

test("what is absolute cannot be refused (Art. 7(3), 21(3))", () => {
  for (const right of ["marketing_objection", "consent_withdrawal"] as const) {
    const answer = { ...answerFor(right, "granted", "en", DAY), outcome: "refused" } as const;
    const made = completeAnswer(answer, { right, confirmed: true, authorityNamed: true });
    expect(made).toMatchObject({ ok: false, refusal: expect.arrayContaining(["outcome_for_right"]) });
  }
});
