import type { Answer } from "./answer";

/** The answer with only what its outcome speaks of: what was typed for another choice is not used. */
export function relevantTo(answer: Answer): Answer {
  const nothing = { text: "", items: [], refusals: [], searched: "" };
  const { outcome, text, items, refusals, searched } = answer;
  switch (outcome) {
    case "granted":
      return { ...nothing, outcome, text, items };
    case "granted_in_part":
      return { ...nothing, outcome, text, items, refusals };
    case "refused":
      return { ...nothing, outcome, text, refusals };
    case "nothing_held":
      return { ...nothing, outcome, text, searched };
    case "address_not_confirmed":
      return { ...nothing, outcome };
  }
}
