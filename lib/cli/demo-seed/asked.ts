import type { Details } from "@/lib/domain/intake/filing";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import type { Chance } from "./chance";

/** How often each right is asked for, roughly as desks report it. */
const RIGHTS: readonly Right[] = [
  ...Array<Right>(9).fill("access"),
  ...Array<Right>(6).fill("erasure"),
  ...Array<Right>(3).fill("rectification"),
  ...Array<Right>(2).fill("marketing_objection"),
  ...Array<Right>(2).fill("objection"),
  "restriction",
  "portability",
  "consent_withdrawal",
  "automated_decision_review",
  "complaint",
];

const TEXTS = {
  sv: {
    wrong: "Min adress är fel i ert kundregister.",
    correct: "Rätt adress är Låtsasvägen 4.",
    what: "Mitt gamla kundkonto och allt som hör till det.",
    subject: "Samtal med kundtjänst i våras.",
    receiver: "Exempelbanken (påhittad)",
    decision: "Mitt köp på faktura nekades direkt av systemet.",
    situation: "Jag har bytt namn och vill inte synas.",
    complaint: "Jag fick inget svar när jag ringde.",
  },
  en: {
    wrong: "My address is wrong in your customer register.",
    correct: "The right address is 4 Makebelieve Road.",
    what: "My old customer account and all that belongs to it.",
    subject: "Calls with customer service this spring.",
    receiver: "Example Bank (invented)",
    decision: "My purchase by invoice was refused by the system at once.",
    situation: "I have changed my name and do not want to be seen.",
    complaint: "Nobody answered when I called.",
  },
} as const;

/** What a good desk has done within a day or two. */
const AT_ONCE: readonly Right[] = ["marketing_objection", "consent_withdrawal"];

/**
 * One to three different rights with invented details.
 * @param waits true for a filing that has been open for days: then none that is due at once
 */
export function asked(chance: Chance, language: Language, waits: boolean): Details[] {
  const from = waits ? RIGHTS.filter((right) => !AT_ONCE.includes(right)) : RIGHTS;
  const rights = new Set([chance.pick(from)]);
  if (chance.under(0.2)) rights.add(chance.pick(from));
  if (chance.under(0.05)) rights.add(chance.pick(from));
  return [...rights].map((right) => detailsOf(right, chance, language));
}

function detailsOf(right: Right, chance: Chance, language: Language): Details {
  const say = TEXTS[language];
  const some = (text: string) => (chance.under(0.6) ? text : "");
  switch (right) {
    case "access":
      return chance.under(0.6)
        ? { right, scope: "everything", from: null, to: null, subject: "" }
        : { right, scope: "part", from: null, to: null, subject: say.subject };
    case "rectification":
      return { right, wrong: say.wrong, correct: some(say.correct), complete: "" };
    case "erasure":
      return { right, grounds: [chance.pick(["a", "b", "d", "unknown"] as const)], what: some(say.what) };
    case "restriction":
      return {
        right,
        grounds: [chance.pick(["a", "b", "c", "d", "unknown"] as const)],
        what: some(say.what),
      };
    case "portability":
      return chance.under(0.5)
        ? { right, to: "me", receiver: "" }
        : { right, to: "controller", receiver: say.receiver };
    case "objection":
      return { right, what: some(say.what), disclosure: chance.under(0.3), situation: some(say.situation) };
    case "marketing_objection":
      return { right, channels: [chance.pick(["all", "email", "sms"] as const)] };
    case "consent_withdrawal":
      return { right, what: some(say.what) };
    case "automated_decision_review":
      return { right, decision: some(say.decision), view: "" };
    case "complaint":
      return { right, what: say.complaint };
  }
}
