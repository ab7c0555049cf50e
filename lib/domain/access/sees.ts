import { may, onlyAssigned } from "@/lib/domain/access/access";
import type { StaffActor } from "@/lib/domain/access/actor";

type Assigned = { readonly assigneeId: string | null };

/** Whether a request exists for somebody: a contributor is shown what is assigned to them and nothing else. */
export function sees({ staffId, roles }: StaffActor, request: Assigned): boolean {
  return may(roles, "request.read") && (!onlyAssigned(roles) || request.assigneeId === staffId);
}

/**
 * Whether somebody may know whose request it is and what it says. Who is auditor and contributor reads
 * every request without names, and those assigned to them with.
 */
export function seesPerson({ staffId, roles }: StaffActor, request: Assigned): boolean {
  const wider = roles.some((role) => role !== "contributor" && may([role], "person.read"));
  return wider || (may(roles, "person.read") && request.assigneeId === staffId);
}
