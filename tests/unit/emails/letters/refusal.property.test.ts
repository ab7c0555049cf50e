import fc from "fast-check";
import { letterText } from "@/emails/letters/letter-text";
import { readyAnswer } from "@/emails/letters/ready-answer";
import { OUTCOMES, type RefusalPart } from "@/lib/domain/decision/answer";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { groundsFor, REFUSAL_GROUNDS } from "@/lib/domain/law/grounds";
import { lawOf, PROFILE_IDS } from "@/lib/domain/law/profile";
import { formatCitation } from "@/lib/i18n/citation";
import { translatorUnder } from "@/lib/i18n/law-words";
import { AUTHORITY } from "../invented";
import { filled, letterOf, ON } from "./invented-answers";

const text = fc.oneof(
  fc.constantFrom("", " ", "\n", "Därför att § 2", "{x} <b>", "a\n\nb"),
  fc.string({ maxLength: 40, unit: "grapheme" }),
);
const part: fc.Arbitrary<RefusalPart> = fc.record({
  what: text,
  ground: fc.constantFrom("", "unknown", ...REFUSAL_GROUNDS.map(({ id }) => id)),
  reasons: text,
  provision: text,
  balancing: text,
  keeping: fc.constantFrom(NOT_KEPT, { ...NOT_KEPT, criteria: "until then" }),
});
/** Answers as a form could send them: mostly incomplete, with a good share of complete ones. */
const filing = fc.record({
  right: fc.constantFrom(...RIGHTS),
  language: fc.constantFrom(...LANGUAGES),
  profile: fc.constantFrom(...PROFILE_IDS),
  outcome: fc.constantFrom(...OUTCOMES),
  text,
  refusals: fc.array(part, { maxLength: 3 }),
  authorityNamed: fc.boolean(),
});
const complete = filing.chain((answer) => {
  const ground = groundsFor(answer.right).map(({ id }) => id);
  const say = fc.stringMatching(/^\S{1,30}$/);
  const good = fc.record({
    what: say,
    ground: fc.constantFrom(...(ground.length > 0 ? ground : [""])),
    reasons: say,
    provision: say,
    balancing: say,
    keeping: fc.constant({ ...NOT_KEPT, criteria: "until then" }),
  });
  return fc
    .record({
      text: say,
      refusals: fc.array(good, { minLength: 1, maxLength: 3 }),
      outcome: fc.constantFrom("refused" as const, "granted_in_part" as const),
    })
    .map((filled) => ({ ...answer, ...filled, authorityNamed: true }));
});

let refusals = 0;

test("a letter that says no always names ground, reasons, authority and court", () => {
  fc.assert(
    fc.property(fc.oneof(filing, complete), ({ right, language, profile, authorityNamed, ...said }) => {
      const answer = filled({ ...said, items: [], searches: [], content: null }, right, language);
      const law = lawOf(profile);
      const confirmed = answer.outcome !== "address_not_confirmed";
      const authority = authorityNamed ? AUTHORITY : null;
      const made = readyAnswer(answer, { right, confirmed, authority, law, ...ON });
      const no = ["refused", "granted_in_part", "address_not_confirmed"].includes(answer.outcome);
      if (!made.ok || !no) return;
      refusals += 1;
      const letter = letterOf(answer, right, language, { profile });
      const read = letterText(letter);
      const say = translatorUnder(profile, language, "letter");
      expect(authority).not.toBeNull();
      expect(read).toContain(AUTHORITY.name);
      expect(read).toContain("Box 8114, 104 20 Stockholm");
      if (law === "gdpr")
        expect(read).toContain(language === "sv" ? "där du bor eller arbetar" : "where you live or work");
      expect(letter.blocks).toContainEqual(
        expect.objectContaining({ kind: "fixed", notice: "complaint-authority" }),
      );
      expect(letter.blocks).toContainEqual(
        expect.objectContaining({ kind: "fixed", notice: "court-remedy" }),
      );
      if (answer.outcome === "address_not_confirmed") {
        expect(letter.blocks).toContainEqual(
          expect.objectContaining({ kind: "fixed", notice: "address-not-confirmed" }),
        );
        return;
      }
      for (const { ground, reasons } of answer.refusals) {
        const { citation = "" } = groundsFor(right, null, law).find(({ id }) => id === ground) ?? {};
        expect(read).toContain(say(`refusalGround.${ground}.name`));
        expect(read).toContain(say(`refusalGround.${ground}.explanation`));
        expect(read).toContain(formatCitation(citation, language));
        for (const written of reasons.split(/\s+/)) expect(read).toContain(written);
      }
    }),
    { numRuns: 500 },
  );
  expect(refusals).toBeGreaterThan(100);
});
