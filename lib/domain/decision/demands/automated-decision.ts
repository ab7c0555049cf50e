import type { AutomatedDecisionContent } from "@/lib/domain/decision/content";
import type { Result } from "@/lib/domain/kernel/result";
import { demanding, type Filled, type Gap } from "./demand";

export type ReadyReview = {
  readonly right: "automated_decision_review";
  readonly reviewer: Filled;
  readonly view: Filled;
  readonly result: Filled;
  readonly reasons: Filled;
};

/**
 * What the review of an automated decision must say: which person reviewed it, how the requester's own view was heard,
 * the new result and its reasons (GDPR Art. 22(3)).
 */
export function reviewDemands(content: AutomatedDecisionContent): Result<ReadyReview, readonly Gap[]> {
  const demand = demanding();
  return demand.met({
    right: "automated_decision_review",
    reviewer: demand.text(content.reviewer, "reviewer"),
    view: demand.text(content.view, "view"),
    result: demand.text(content.result, "result"),
    reasons: demand.text(content.reasons, "review_reasons"),
  });
}
