/** GDPR Art. 12(5) with CJEU C-416/23 and C-526/24: what an assessment has to say. */
import fc from "fast-check";
import { approvedFinding, mayApprove, maySecond } from "@/lib/domain/fee/approval";
import {
  ASSESSABLE,
  completeAssessment,
  type Finding,
  INTENT_SIGNS,
  PROPOSALS,
  type WrittenAssessment,
} from "@/lib/domain/fee/assessment";
import { FLAG_GROUNDS } from "@/lib/domain/request/flag";

const WRITTEN: WrittenAssessment = {
  ...{ ground: "excessive", proposal: "refuse", facts: "a", evidence: ["b"], sign: "announced_harm" },
  ...{ shown: "c", against: "d", narrow: "e", noFee: "f", exceptional: "g" },
} as const;
const OF = { first: true, feePossible: true };

test("complete as it is written; each text is needed by itself", () => {
  expect(completeAssessment(WRITTEN, OF)).toMatchObject({ ok: true, value: { proposal: "refuse" } });
  for (const field of ["facts", "shown", "against", "narrow", "noFee", "exceptional"] as const) {
    const lacking = { ...WRITTEN, [field]: " \n" };
    expect(completeAssessment(lacking, OF)).toEqual({ ok: false, refusal: [field] });
  }
  expect(completeAssessment({ ...WRITTEN, evidence: [" "] }, OF)).toEqual({
    ok: false,
    refusal: ["evidence"],
  });
});

test("what is needed only sometimes: a fee instead, an exception for the first, an intention for excessive", () => {
  const fee = { ...WRITTEN, proposal: "fee", noFee: "" } as const;
  expect(completeAssessment(fee, OF).ok).toBe(true);
  expect(completeAssessment({ ...WRITTEN, noFee: "" }, { ...OF, feePossible: false }).ok).toBe(true);
  expect(completeAssessment({ ...WRITTEN, exceptional: "" }, { ...OF, first: false }).ok).toBe(true);
  const unfounded = { ...WRITTEN, ground: "unfounded", sign: "" } as const;
  expect(completeAssessment(unfounded, OF)).toMatchObject({ value: { demonstration: { kind: "obvious" } } });
  expect(completeAssessment({ ...WRITTEN, sign: "" }, OF)).toEqual({ ok: false, refusal: ["sign"] });
});

test("that nothing was found needs only the facts, and is no finding", () => {
  const neither = { ...WRITTEN, proposal: "neither", sign: "", evidence: [] } as const;
  expect(completeAssessment(neither, OF)).toEqual({ ok: true, value: { proposal: "neither", facts: "a" } });
});

test("number alone can never be a finding: a count only ever asks for more, whatever else is written", () => {
  const words = fc.constantFrom("", " ", "Ten requests in a week.");
  const written = fc.record({
    ground: fc.constantFrom(...FLAG_GROUNDS),
    proposal: fc.constantFrom(...PROPOSALS),
    facts: fc.nat().map((n) => `${n} requests.`),
    evidence: fc.array(words),
    sign: fc.constantFrom("" as const, ...INTENT_SIGNS),
    ...{ shown: words, against: words, narrow: words, noFee: words, exceptional: words },
  });
  fc.assert(
    fc.property(written, fc.boolean(), (of, feePossible) => {
      const first = completeAssessment(of, { first: true, feePossible });
      const tenth = completeAssessment(of, { first: false, feePossible });
      // More requests never make a finding of what was none, but for the exception that a first one has to be.
      if (tenth.ok && !first.ok) expect(first.refusal).toEqual(["exceptional"]);
      if (first.ok) expect(tenth.ok).toBe(true);
      if (tenth.ok && tenth.value.proposal !== "neither") {
        const { demonstration, evidence } = tenth.value;
        expect(evidence.length).toBeGreaterThan(0);
        expect(demonstration.how.trim()).not.toBe("");
        expect(demonstration.kind === "obvious" || INTENT_SIGNS.includes(demonstration.sign)).toBe(true);
      }
    }),
  );
});

test("no sign of an intention is a number or a repetition", () => {
  expect(INTENT_SIGNS.filter((sign) => /number|count|often|repeat|many|again/.test(sign))).toEqual([]);
  // @ts-expect-error a finding has no place for how many requests there were
  const counted: Finding["demonstration"] = { kind: "number", how: "" };
  expect(counted).toBeDefined();
});

test("approved only by somebody who wrote nothing in it", () => {
  const complete = completeAssessment(WRITTEN, OF);
  if (!complete.ok) throw new Error("incomplete");
  const kept = { id: "x", state: "approved", writerIds: ["a", "b"], secondId: "c" } as const;
  expect(approvedFinding(kept, complete.value)).toMatchObject({ assessmentId: "x", proposal: "refuse" });
  for (const changed of [
    { secondId: "a" },
    { secondId: "b" },
    { secondId: null },
    { writerIds: [] },
    { state: "proposed" as const },
    { state: "dropped" as const },
  ]) {
    expect(approvedFinding({ ...kept, ...changed }, complete.value)).toBeNull();
  }
  expect(approvedFinding(kept, { proposal: "neither", facts: complete.value.facts })).toBeNull();
  expect([maySecond(["a"], "b").ok, maySecond(["a"], "a").ok]).toEqual([true, false]);
});

test("what is absolute, and a complaint, cannot be assessed", () => {
  expect(ASSESSABLE).not.toContain("consent_withdrawal");
  expect(ASSESSABLE).not.toContain("marketing_objection");
  expect(ASSESSABLE).not.toContain("complaint");
  expect(ASSESSABLE).toHaveLength(7);
});

test.each([
  ["everything", "fee", false, ["officer"], false],
  ["everything", "refuse", false, ["officer"], false],
  ["everything", "fee", false, ["officer", "dpo"], true],
  ["everything", "fee", true, ["officer"], true],
  ["everything", "neither", false, ["officer"], true],
  ["refusals", "refuse", false, ["officer"], false],
  ["refusals", "fee", false, ["officer"], true],
  ["none", "refuse", false, ["officer"], true],
  [undefined, "refuse", false, ["officer"], true],
] as const)(
  "approving %s: a proposal to %s, written by such an officer %s, second %j: %s",
  (when, proposal, dpoWrote, roles, ok) => {
    expect(mayApprove({ when, proposal, dpoWrote }, roles).ok).toBe(ok);
  },
);
