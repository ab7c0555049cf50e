import type { OnBehalf } from "@/lib/domain/intake/filing";

/** What can give the right to act for somebody. */
export const AUTHORITY_KINDS = ["parent", "guardian", "power_of_attorney", "lawyer", "other"] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** accepted, rejected; direct: the person themself is answered, whoever filed. */
export const AUTHORITY_RESULTS = ["accepted", "rejected", "direct"] as const;
export type AuthorityResult = (typeof AUTHORITY_RESULTS)[number];

/** Who is answered, and whether they may be: `unchecked` until somebody has looked at the authority. */
export type Representation = "self" | "unchecked" | AuthorityResult;

/**
 * How a filing stands: somebody who acts for another is nobody to be told about them until their authority was checked
 * (GDPR Art. 5(1)(f); EDPB Guidelines 01/2022, 3.4: requests through third parties).
 * @param newest the newest result recorded for the filing, or null
 */
export function representationOf(onBehalf: OnBehalf, newest: AuthorityResult | null): Representation {
  if (onBehalf === "self") return "self";
  return newest ?? "unchecked";
}
