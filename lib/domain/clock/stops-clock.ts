import { addDays, day, daysBetween, isAfter } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { Profile } from "@/lib/domain/law/profile";
import { type Question, rulesFor } from "@/lib/domain/law/rules";

/** What a question does to a clock: the time stands still, it starts anew with the answer, or it runs on. */
export type QuestionEffect = "pauses" | "restarts" | "none";

/** What the law lets a question do to the time for a right: under the UK GDPR only access is clarified with a pause. */
export function effectOf(profile: Profile, question: Question, right: Right): QuestionEffect {
  const rules = rulesFor(profile.rules, right);
  if (rules.rights[right].lastDay === "none") return "none";
  if (rules.start.waitsFor.includes(question)) return "restarts";
  const pauses = rules.pauses.some((pause) => pause.question === question && pause.rights.includes(right));
  return pauses ? "pauses" : "none";
}

/** Why something has to be clarified; a closed list, the rest is said in words. */
export const CLARIFICATION_REASONS = ["data", "period", "systems", "activities", "other"] as const;

/** Whether the law wants a large quantity of information before a question may stop the time (GDPR recital 63). */
export function needsLargeQuantity({ law }: Pick<Profile, "law">): boolean {
  return law === "gdpr";
}

/** A question that stops the time is to be asked without delay; later, an authority may not count the pause. */
const PROMPT_DAYS = 3;

/** Whether a question comes so late that the screen warns (EDPB Guidelines 01/2022, section 5.3; our own number). */
export function askedLate(receivedOn: IsoDate, today: IsoDate): boolean {
  return isAfter(day(today), addDays(day(receivedOn), PROMPT_DAYS));
}

/** Days since receipt, where that is late for a question that stops the time; else null. */
export function lateDays(receivedOn: IsoDate, today: IsoDate): number | null {
  return askedLate(receivedOn, today) ? daysBetween(day(receivedOn), day(today)) : null;
}
