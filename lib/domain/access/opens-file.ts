import { may } from "@/lib/domain/access/access";
import type { StaffActor } from "@/lib/domain/access/actor";
import { seesPerson } from "@/lib/domain/access/sees";
import type { FilePurpose } from "@/lib/domain/intake/upload";

const EVIDENCE: readonly FilePurpose[] = ["identity_evidence", "authority_evidence"];

/**
 * Who may open a stored file of a request. Evidence of who somebody is or may act for is for whoever works the
 * request, and for the data protection officer, and for nobody else (GDPR Art. 5(1)(c), (f)); other files are for
 * whoever may read the request with names.
 */
export function opensFile(
  staff: StaffActor,
  request: { readonly assigneeId: string | null },
  purpose: FilePurpose,
): boolean {
  if (!EVIDENCE.includes(purpose)) return seesPerson(staff, request);
  if (!may(staff.roles, "identity.check")) return false;
  return staff.roles.includes("dpo") || request.assigneeId === staff.staffId;
}
