import { answerLetter } from "@/emails/letters/answer-letter";
import { type ReadyAnswer, readyAnswer } from "@/emails/letters/ready-answer";
import { answerFor } from "@/lib/cli/demo-seed/answers";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { Answer, RefusalPart } from "@/lib/domain/decision/answer";
import { type Barred, NOT_BARRED } from "@/lib/domain/decision/barred";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import { lawOf } from "@/lib/domain/law/profile";
import type { Letter } from "@/lib/domain/notice/letter";
import { AUTHORITY, SETTINGS } from "../invented";

export const EMPTY: Answer = {
  outcome: "granted",
  text: "",
  items: [],
  refusals: [],
  searches: [],
  content: null,
};

export const NO: RefusalPart = {
  what: "Invoices of 2024",
  ground: "legal_obligation",
  reasons: "The Bookkeeping Act makes us keep them for seven years.",
  provision: "Bokföringslagen (1999:1078) 7 kap. 2 §",
  balancing: "",
  keeping: { ...NOT_KEPT, criteria: "Until seven years after the financial year." },
};

/** The day of the decision, and that nothing is left to stop. */
export const ON = {
  today: "2026-04-01" as IsoDate,
  asked: [],
  stopOpen: false,
  closable: true,
  barred: NOT_BARRED,
};

/** The answer made ready, or a failure that names what it lacks. */
export function ready(answer: Answer, right: Right, law = "gdpr"): ReadyAnswer {
  const confirmed = answer.outcome !== "address_not_confirmed";
  const without = answer.refusals.some(({ ground }) => ground === "no_authority");
  const barred: Barred = { ...NOT_BARRED, authority: without ? "rejected" : null };
  const of = { right, confirmed, authority: AUTHORITY, law, ...ON, barred };
  const made = readyAnswer(answer, of);
  if (!made.ok) throw new Error(`missing ${made.refusal.join(", ")}`);
  return made.value;
}

/** The answer with all that its right demands of it, where a test says nothing of that. */
export function filled(answer: Answer, right: Right, language: Language = "en"): Answer {
  const whole = answerFor(right, answer.outcome, language);
  return {
    ...answer,
    content: answer.content ?? whole.content,
    searches: answer.searches.length > 0 ? answer.searches : whole.searches,
    items: answer.items.length > 0 ? answer.items : whole.items,
  };
}

/** The letter of an answer, filled where the test says nothing. */
export function letterOf(
  answer: Answer,
  right: Right,
  language: Language,
  settings: Partial<ControllerSettings> = {},
): Letter {
  return answerLetter({
    name: "Anna Åström",
    actsFor: "",
    wordings: {},
    appealUrl: "",
    settings: { ...SETTINGS, ...settings },
    language,
    reference: "7KQ2M-4TX9P-V",
    right,
    receivedOn: "2026-03-07" as IsoDate,
    decidedOn: "2026-04-01" as IsoDate,
    lateSince: null,
    decidedBy: "officer",
    answer: ready(filled(answer, right, language), right, lawOf(settings.profile ?? SETTINGS.profile)),
  });
}
