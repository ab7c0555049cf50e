import type { ComplaintContent } from "@/lib/domain/decision/content";
import type { Result } from "@/lib/domain/kernel/result";
import { demanding, type Filled, type Gap } from "./demand";

export type ReadyComplaint = {
  readonly right: "complaint";
  readonly finding: Filled;
  readonly measures: Filled;
};

/** What the answer to a complaint must say: what was found, and what is done about it (GDPR Art. 12(1), 24; promised). */
export function complaintDemands(content: ComplaintContent): Result<ReadyComplaint, readonly Gap[]> {
  const demand = demanding();
  return demand.met({
    right: "complaint",
    finding: demand.text(content.finding, "finding"),
    measures: demand.text(content.measures, "measures"),
  });
}
