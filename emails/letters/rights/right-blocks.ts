import type { ReadyContent, RefusedContent } from "@/lib/domain/decision/content-demands";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { accessBlocks } from "./access";
import type { Basis } from "./basis";
import { disputeBlocks, erasureBlocks, rectificationBlocks, restrictionBlocks } from "./changed";
import { conditionBlocks, portabilityBlocks } from "./moved";
import { complaintBlocks, reviewBlocks } from "./reviewed";
import { balancingBlocks, objectionBlocks, stopBlocks } from "./stopped";

/** What a right wants said about what was done. */
export function grantBlocks(basis: Basis, content: ReadyContent, profile: string): readonly LetterBlock[] {
  switch (content.right) {
    case "access":
      return accessBlocks(basis, content, profile);
    case "rectification":
      return rectificationBlocks(basis, content);
    case "erasure":
      return erasureBlocks(basis, content);
    case "restriction":
      return restrictionBlocks(basis, content);
    case "portability":
      return portabilityBlocks(basis, content);
    case "objection":
      return objectionBlocks(basis, content);
    case "marketing_objection":
    case "consent_withdrawal":
      return stopBlocks(basis, content);
    case "automated_decision_review":
      return reviewBlocks(basis, content);
    case "complaint":
      return complaintBlocks(basis, content);
  }
}

/** What a right wants said about a refusal, beside its grounds and reasons. */
export function refusalFindings(basis: Basis, content: RefusedContent | null): readonly LetterBlock[] {
  switch (content?.right) {
    case "rectification":
      return disputeBlocks(basis, content);
    case "portability":
      return conditionBlocks(basis, content.conditions);
    case "objection":
      return balancingBlocks(basis, content);
    case undefined:
      return [];
  }
}
