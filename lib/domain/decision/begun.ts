import type { Details } from "@/lib/domain/intake/filing";
import { blankContent } from "./blank";
import type { Content } from "./content";

/** The content of an answer as its form begins: what the person already said, in the place where it is answered. */
export function begunContent(details: Details): Content {
  const blank = blankContent(details.right);
  switch (blank.right) {
    case "rectification": {
      if (details.right !== "rectification") return blank;
      const { wrong, correct, complete } = details;
      const change = { what: "", before: wrong, after: correct, on: "" as const };
      return { ...blank, changes: wrong || correct ? [change] : [], statement: complete };
    }
    case "restriction":
      if (details.right !== "restriction") return blank;
      // Art. 18(1) speaks of what the person says (contests, opposes, needs, has objected); of an erasure the desk finds it.
      return { ...blank, grounds: details.grounds.filter((each) => each !== "unknown"), scope: details.what };
    case "portability":
      if (details.right !== "portability" || details.to !== "controller") return blank;
      return { ...blank, transmission: "controller", receiver: details.receiver };
    case "objection":
      if (details.right !== "objection") return blank;
      return {
        ...blank,
        situation: details.situation,
        stopped: details.what,
        disclosure: details.disclosure ? "" : "not_asked",
      };
    case "consent_withdrawal":
      return details.right === "consent_withdrawal" ? { ...blank, stopped: details.what } : blank;
    case "automated_decision_review":
      return details.right === "automated_decision_review" ? { ...blank, view: details.view } : blank;
    default:
      return blank;
  }
}
