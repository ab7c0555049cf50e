/**
 * The rights a person can use and the complaint to the controller (GDPR Art. 7(3), 15-22).
 * The order is the order in which they are offered and listed.
 */
export const RIGHTS = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "marketing_objection",
  "consent_withdrawal",
  "automated_decision_review",
  "complaint",
] as const;

export type Right = (typeof RIGHTS)[number];
