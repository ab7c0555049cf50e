import { isRefusal, type Outcome } from "./answer";

/** What the data protection officer approves before anything leaves; each controller chooses. */
export const DPO_APPROVES = ["none", "refusals", "everything"] as const;
export type DpoApproves = (typeof DPO_APPROVES)[number];

/**
 * Whether an answer waits for the data protection officer. A matter of the controller's own rules (GDPR Art. 24, 39),
 * so what was never chosen is "none". Closing without a confirmed address says no too, and is a refusal here; sending a
 * request on ends it at this desk as an answer does, and refuses nothing.
 */
export function needsApproval(when: DpoApproves | undefined, ending: Outcome | "forwarded"): boolean {
  if (when === "everything") return true;
  return when === "refusals" && ending !== "forwarded" && isRefusal(ending);
}
