import { ofRequest } from "@/lib/commands/fee/written";
import { settleAssessment, standingAssessment } from "@/lib/db/assessment";
import type { RightsRequest } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";

/**
 * The finding does not hold any more: the request was narrowed or opened again, the objection was right, or the fee was
 * given up.
 * Nobody can be refused or charged on it again; a new one needs its two people anew.
 */
export async function endAssessment(
  { tx, audit }: Work,
  handle: DataKeyHandle,
  request: RightsRequest,
  by: {
    readonly actor: string;
    readonly at: Date;
    readonly why: "narrowed" | "given_in" | "waived" | "reopened";
  },
): Promise<void> {
  const standing = await standingAssessment(ofRequest(request), tx);
  if (!standing) return;
  const of = { controllerId: request.controllerId, id: standing.id };
  await settleAssessment(tx, handle, of, { state: "dropped", droppedBy: by.actor, droppedAt: by.at });
  audit({
    type: "assessment.dropped",
    subject: standing.id,
    request: request.id,
    facts: { version: standing.version, was: standing.state, why: by.why },
  });
}
