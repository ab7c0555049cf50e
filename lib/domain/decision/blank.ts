import type { Right } from "@/lib/domain/kernel/right";
import {
  ACCESS_BLOCKS,
  type AccessBlock,
  type Block,
  type Content,
  type Keeping,
  MAY_NOT_APPLY,
  type Telling,
} from "./content";

const NOBODY_TOLD: Telling = { told: "", recipients: [], notTold: "" };
export const NOT_KEPT: Keeping = { trigger: "", on: "", years: 0, months: 0, criteria: "" };

/** What a right demands of its answer, with nothing written yet. */
export function blankContent(right: Right): Content {
  switch (right) {
    case "access":
      return {
        right,
        activities: [],
        blocks: blankBlocks(),
        recipients: [],
        unnamed: "",
        scope: "",
        codes: "",
      };
    case "rectification":
      return { right, changes: [], statement: "", disputed: "", restrictedFrom: "", ...NOBODY_TOLD };
    case "erasure":
      return { right, grounds: [], erased: [], backups: "", published: "", publishers: [], ...NOBODY_TOLD };
    case "restriction":
      return { right, grounds: [], scope: "", from: "", uses: "", ...NOBODY_TOLD };
    case "portability":
      return {
        ...{ right, automated: "", basis: "", provided: "" },
        ...{ format: "", transmission: "", receiver: "", notFeasible: "" },
      };
    case "objection":
      return {
        ...{ right, basis: "", situation: "", compelling: "", stopped: "", from: "" },
        ...{ disclosure: "", disclosureText: "", restrictedFrom: "", recipients: [] },
      };
    case "marketing_objection":
    case "consent_withdrawal":
      return { right, stopped: "", from: "", follows: "" };
    case "automated_decision_review":
      return { right, reviewer: "", view: "", result: "", reasons: "" };
    case "complaint":
      return { right, finding: "", measures: "" };
  }
}

function blankBlocks(): Record<AccessBlock, Block> {
  const blank = (name: AccessBlock): Block => ({
    says: MAY_NOT_APPLY.includes(name) ? "" : "text",
    text: "",
    because: "",
  });
  return Object.fromEntries(ACCESS_BLOCKS.map((name) => [name, blank(name)])) as Record<AccessBlock, Block>;
}
