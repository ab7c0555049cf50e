import { deleteFiles, filesOfFiling, filesOfRequest } from "@/lib/db/file";
import { destroyEvidence } from "@/lib/db/identity-check";
import type { Work } from "@/lib/db/transact";

/** Why evidence went: the check has its result, the request ended, or it was kept as long as it may be. */
export type EvidenceEnd = "result" | "request_ended" | "time";

/**
 * Deletes what was shown to prove an identity on a request: texts, codes and files with their keys. What stays is that
 * there was a check, in which way and with what result (GDPR Art. 5(1)(e)). Part of a change that the caller logs.
 */
export async function endIdentityEvidence(
  { tx, audit }: Work,
  of: {
    readonly controllerId: string;
    readonly requestId: string;
    readonly at: Date;
    readonly why: EvidenceEnd;
  },
): Promise<boolean> {
  const files = (await filesOfRequest(of.controllerId, of.requestId, tx)).filter(
    (file) => file.purpose === "identity_evidence" && !file.deletedAt,
  );
  const gone = await deleteFiles(
    tx,
    of.controllerId,
    files.map(({ id }) => id),
    of.at,
  );
  const checks = await destroyEvidence(tx, of.controllerId, of.requestId, of.at);
  if (gone.length + checks.length === 0) return false;
  audit({
    type: "identity.evidence_deleted",
    request: of.requestId,
    facts: { files: gone.length, why: of.why, at: of.at.toISOString() },
  });
  for (const id of gone) audit({ type: "file.deleted", subject: id, request: of.requestId });
  return true;
}

/** The same for what was shown to prove that somebody may act for another. */
export async function endAuthorityEvidence(
  { tx, audit }: Work,
  of: {
    readonly controllerId: string;
    readonly filingId: string;
    /** The request with whose end it went, where it was that. */
    readonly requestId?: string;
    readonly at: Date;
    readonly why: EvidenceEnd;
  },
): Promise<boolean> {
  const files = (await filesOfFiling(of.controllerId, of.filingId, tx)).filter(
    (file) => file.purpose === "authority_evidence" && !file.deletedAt,
  );
  const gone = await deleteFiles(
    tx,
    of.controllerId,
    files.map(({ id }) => id),
    of.at,
  );
  const ended = of.requestId === undefined ? {} : { request: of.requestId };
  for (const id of gone)
    audit({ type: "file.deleted", subject: id, ...ended, facts: { filing: of.filingId, why: of.why } });
  return gone.length > 0;
}
