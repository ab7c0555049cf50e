import type { Answer } from "./answer";
import type { Content } from "./content";

/**
 * The answer with only what its outcome speaks of: what was typed for another choice is not used.
 * @param bare of a stop only the day is told (isBareStop)
 */
export function relevantTo(answer: Answer, bare = false): Answer {
  const nothing = { text: "", items: [], refusals: [], searches: [], content: null };
  const { outcome, text, items, refusals, searches, content } = answer;
  switch (outcome) {
    case "granted":
      if (bare) return { ...nothing, outcome, content: bareContent(content) };
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

function bareContent(content: Content | null): Content | null {
  if (content?.right !== "marketing_objection" && content?.right !== "consent_withdrawal") return null;
  return { ...content, stopped: "", follows: "" };
}
