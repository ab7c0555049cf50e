import type { Answer, RefusalPart } from "./answer";
import { type Barred, bareReason, isBareStop } from "./barred";
import { NOT_KEPT } from "./blank";
import type { Content } from "./content";

/**
 * The answer with only what its outcome speaks of: what was typed for another choice is not used. Where nothing about the
 * person may be told, a stop tells its day and a refusal its grounds.
 */
export function relevantTo(answer: Answer, barred: Barred): Answer {
  const nothing = { text: "", items: [], refusals: [], searches: [], content: null };
  const { outcome, text, items, refusals, searches, content } = answer;
  switch (outcome) {
    case "granted":
      if (content && isBareStop(content.right, barred)) {
        return { ...nothing, outcome, content: bareContent(content) };
      }
      return { ...nothing, outcome, text, items, searches, content };
    case "granted_in_part":
      return { ...nothing, outcome, text, items, refusals, searches, content };
    case "refused":
      if (refusals.length > 0 && refusals.every(({ ground }) => bareReason(ground, barred))) {
        return { ...nothing, outcome, refusals: refusals.map(barePart) };
      }
      return { ...nothing, outcome, text, refusals, searches, content };
    case "nothing_held":
      return { ...nothing, outcome, text, searches };
    case "address_not_confirmed":
      return { ...nothing, outcome };
  }
}

function barePart({ ground }: RefusalPart): RefusalPart {
  return { ground, what: "", reasons: "", provision: "", balancing: "", keeping: NOT_KEPT };
}

function bareContent(content: Content): Content | null {
  if (content.right !== "marketing_objection" && content.right !== "consent_withdrawal") return null;
  return { ...content, stopped: "", follows: "" };
}
