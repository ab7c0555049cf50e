import { randomUUID } from "node:crypto";
import { type ApprovedFinding, type AssessmentState, approvedFinding } from "@/lib/domain/fee/approval";
import { completeAssessment, type WrittenAssessment } from "@/lib/domain/fee/assessment";
import { db, type Tx } from "./client";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

/** One version of an assessment, without what is sealed in it. */
export type Assessment = {
  readonly id: string;
  readonly requestId: string;
  readonly version: number;
  readonly state: AssessmentState;
  readonly ground: WrittenAssessment["ground"];
  readonly proposal: WrittenAssessment["proposal"];
  readonly contentSealed: Uint8Array;
  /** Everybody whose words may be in it; none of them can be its second person. */
  readonly writerIds: readonly string[];
  readonly createdAt: Date;
  readonly savedAt: Date;
  readonly proposedBy: string | null;
  readonly proposedAt: Date | null;
  readonly secondId: string | null;
  readonly secondAt: Date | null;
  /** "staff:<id>", or "system" where what happened ended it. */
  readonly droppedBy: string | null;
  readonly droppedAt: Date | null;
  readonly reasonSealed: Uint8Array | null;
};

/** What is kept sealed: the words, and what decided which of them were needed. */
export type AssessmentContent = WrittenAssessment & {
  readonly first: boolean;
  readonly feePossible: boolean;
};

type Of = { readonly controllerId: string; readonly requestId: string };

const contentPlace = (id: string): Place => ({ table: "Assessment", column: "contentSealed", row: id });
const reasonPlace = (id: string): Place => ({ table: "Assessment", column: "reasonSealed", row: id });

/** Every version of a request's assessment, oldest first. */
export async function assessmentsOf({ controllerId, requestId }: Of, tx: Tx = db()): Promise<Assessment[]> {
  const rows = await tx.assessment.findMany({
    where: { controllerId, requestId },
    orderBy: { version: "asc" },
  });
  return rows as Assessment[];
}

/** The version that stands: being written, waiting for a second person, or approved. */
export async function standingAssessment(of: Of, tx: Tx = db()): Promise<Assessment | null> {
  const all = await assessmentsOf(of, tx);
  return all.find(({ state }) => state === "draft" || state === "proposed" || state === "approved") ?? null;
}

export function openAssessment(handle: DataKeyHandle, assessment: Assessment): AssessmentContent {
  return open<AssessmentContent>(handle, contentPlace(assessment.id), assessment.contentSealed);
}

/** Why it was sent back or dropped; empty where nobody had to say. */
export function openAssessmentReason(handle: DataKeyHandle, { id, reasonSealed }: Assessment): string {
  return reasonSealed ? open<string>(handle, reasonPlace(id), reasonSealed) : "";
}

/** The approved finding of a request, or null. What two people did not agree on is never one. */
export async function approvedFindingOf(
  handle: DataKeyHandle,
  of: Of,
  tx: Tx = db(),
): Promise<ApprovedFinding | null> {
  const standing = await standingAssessment(of, tx);
  if (standing?.state !== "approved") return null;
  const content = openAssessment(handle, standing);
  const complete = completeAssessment(content, content);
  return complete.ok ? approvedFinding(standing, complete.value) : null;
}

/** Keeps the words of the version in the making, or begins one. Returns its id. */
export async function writeAssessment(
  tx: Tx,
  handle: DataKeyHandle,
  of: Of,
  written: {
    readonly draft: Assessment | null;
    readonly version: number;
    readonly content: AssessmentContent;
    readonly writerIds: readonly string[];
    readonly at: Date;
  },
): Promise<string> {
  const id = written.draft?.id ?? randomUUID();
  const { content, at } = written;
  const words = {
    ground: content.ground,
    proposal: content.proposal,
    contentSealed: seal(handle, contentPlace(id), content),
    writerIds: [...new Set(written.writerIds)],
    savedAt: at,
  };
  if (written.draft) {
    await tx.assessment.update({ where: { id, controllerId: of.controllerId }, data: words });
    return id;
  }
  const { controllerId, requestId } = of;
  const state: AssessmentState = "draft";
  const row = { id, controllerId, requestId, version: written.version, state, createdAt: at, ...words };
  await tx.assessment.create({ data: row });
  return id;
}

/** The commitment to the words of an assessment, for the log. */
export function assessmentCommitment(handle: DataKeyHandle, id: string, content: AssessmentContent): string {
  return commitment(handle, contentPlace(id), JSON.stringify(content));
}

/** Moves a version on. `reason` is sealed; returns its commitment, or null without one. */
export async function settleAssessment(
  tx: Tx,
  handle: DataKeyHandle,
  of: { readonly controllerId: string; readonly id: string },
  change: {
    readonly state: AssessmentState;
    readonly proposedBy?: string;
    readonly proposedAt?: Date;
    readonly secondId?: string;
    readonly secondAt?: Date;
    readonly droppedBy?: string;
    readonly droppedAt?: Date;
    readonly reason?: string;
  },
): Promise<string | null> {
  const { reason, ...rest } = change;
  const sealed = reason ? { reasonSealed: seal(handle, reasonPlace(of.id), reason) } : {};
  await tx.assessment.update({ where: of, data: { ...rest, ...sealed } });
  return reason ? commitment(handle, reasonPlace(of.id), reason) : null;
}
