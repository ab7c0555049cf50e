import type { Answer } from "./answer";

/** The answer with only what its outcome speaks of: what was typed for another choice is not used. */
export function relevantTo(answer: Answer): Answer {
  const nothing = { text: "", items: [], refusals: [], searches: [], content: null };
  const { outcome, text, items, refusals, searches, content } = answer;
  switch (outcome) {
    case "granted":
      return { ...nothing, outcome, text, items, searches, content };
    case "granted_in_part":
      return { ...nothing, outcome, text, items, refusals, searches, content };
    case "refused":
      return { ...nothing, outcome, text, refusals, searches, content };
    case "nothing_held":
      return { ...nothing, outcome, text, searches };
    case "address_not_confirmed":
      return { ...nothing, outcome };
  }
}
