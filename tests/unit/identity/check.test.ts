/** When and how proof of identity may be asked for (GDPR Art. 5(1)(c), 12(6), 21(2)-(3), 7(3); law.md 1.6, 3 B, 4.3). */
import fc from "fast-check";
import {
  completeCheck,
  identityEffect,
  METHODS,
  mayCheckIdentity,
  WITHOUT_DOCUMENT,
} from "@/lib/domain/identity/check";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { GDPR_RULES } from "@/lib/domain/law/profiles/gdpr";

const TEXT = "A sentence that says something concrete.";

test("never for an objection to direct marketing, a withdrawal of consent or a complaint", () => {
  const never = RIGHTS.filter((right) => !mayCheckIdentity(right).ok);
  expect(never.toSorted()).toEqual(["complaint", "consent_withdrawal", "marketing_objection"]);
});

test.each([
  [{ doubt: "", needed: TEXT, methods: ["account", "facts"] }, ["doubt"]],
  [{ doubt: "odd", needed: TEXT, methods: ["account", "facts"] }, ["doubt"]],
  [{ doubt: " ".repeat(50), needed: TEXT, methods: ["account", "facts"] }, ["doubt"]],
  [{ doubt: TEXT, needed: "", methods: ["account", "facts"] }, ["needed"]],
  [{ doubt: TEXT, needed: TEXT, methods: ["account"] }, ["two_ways"]],
  [{ doubt: TEXT, needed: TEXT, methods: ["account", "account"] }, ["two_ways"]],
  [{ doubt: TEXT, needed: TEXT, methods: ["id_copy"] }, ["two_ways", "way_without_document"]],
  [{ doubt: TEXT, needed: TEXT, methods: ["in_person", "id_copy"] }, ["way_without_document"]],
] as const)("%j lacks %j", (of, gaps) => {
  expect(completeCheck(of)).toEqual({ ok: false, refusal: gaps });
});

test("whatever may be sent has two ways, one of them without a document, and both reasons", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.subarray([...METHODS]), (doubt, needed, methods) => {
      const complete = completeCheck({ doubt, needed, methods });
      if (!complete.ok) return;
      expect(methods.length).toBeGreaterThanOrEqual(2);
      expect(methods.some((method) => WITHOUT_DOCUMENT.includes(method))).toBe(true);
      expect(Math.min(doubt.trim().length, needed.trim().length)).toBeGreaterThanOrEqual(20);
    }),
  );
});

test("what asking does to the clock is the profile's to say", () => {
  expect(identityEffect(GDPR_RULES, "access")).toBe("pause");
  const uk = { ...GDPR_RULES, start: { waitsFor: ["identity", "fee"], citation: "" } } as const;
  expect(identityEffect(uk, "access")).toBe("restart");
  expect(identityEffect({ ...GDPR_RULES, pauses: [] }, "access")).toBe("none");
});
