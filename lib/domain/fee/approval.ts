import type { Role } from "@/lib/domain/access/access";
import type { DpoApproves } from "@/lib/domain/decision/approval";
import type { Finding, NoFinding, Proposal } from "@/lib/domain/fee/assessment";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** draft: being written; proposed: waits for a second person; dropped: no longer holds, or was given up. */
export const ASSESSMENT_STATES = ["draft", "proposed", "sent_back", "approved", "dropped"] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** Who may be the second person: anybody with the action but those who wrote in it, whatever roles they hold. */
export function maySecond(writerIds: readonly string[], staffId: string): Result<true, "own_assessment"> {
  return writerIds.includes(staffId) ? refuse("own_assessment") : ok(true);
}

/** Whether somebody may take a file off the draft of an assessment: who wrote in it, and what came with this version. */
export function mayRemoveEvidence(
  draft: { readonly writerIds: readonly string[]; readonly createdAt: Date },
  staffId: string,
  file: { readonly createdAt: Date },
): boolean {
  return draft.writerIds.includes(staffId) && file.createdAt >= draft.createdAt;
}

/**
 * Whether one of the two people behind a finding has to be a data protection officer: where the controller has them
 * approve every answer, and for a refusal where they approve what refuses. A fee is a burden that no answer waits for.
 */
export function needsDpo(when: DpoApproves | undefined, proposal: Proposal): boolean {
  if (proposal === "neither") return false;
  return when === "everything" || (when === "refusals" && proposal === "refuse");
}

/** Whether somebody may approve, of those who may be the second person at all. */
export function mayApprove(
  of: { readonly when: DpoApproves | undefined; readonly proposal: Proposal; readonly dpoWrote: boolean },
  roles: readonly Role[],
): Result<true, "needs_dpo"> {
  const missing = needsDpo(of.when, of.proposal) && !of.dpoWrote && !roles.includes("dpo");
  return missing ? refuse("needs_dpo") : ok(true);
}

declare const approved: unique symbol;

/** A finding that two people stand behind. Only this file makes one; refusal and fee ask for one. */
export type ApprovedFinding = Finding & {
  readonly assessmentId: string;
  readonly [approved]: true;
};

/** What is kept of an assessment, as far as approval goes. */
export type KeptApproval = {
  readonly id: string;
  readonly state: AssessmentState;
  readonly writerIds: readonly string[];
  readonly secondId: string | null;
};

/**
 * The finding of an assessment that a second person approved.
 * @returns null unless it is approved, by somebody who did not write in it, and finds something
 */
export function approvedFinding(kept: KeptApproval, found: Finding | NoFinding): ApprovedFinding | null {
  if (kept.state !== "approved" || kept.secondId === null || found.proposal === "neither") return null;
  if (kept.writerIds.length === 0 || !maySecond(kept.writerIds, kept.secondId).ok) return null;
  return { ...found, assessmentId: kept.id } as ApprovedFinding;
}
