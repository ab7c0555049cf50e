import type { Authority } from "@/lib/domain/controller/settings";

/** What staff can correct about an authority; its states and its slug come with the list. */
export const AUTHORITY_FIELDS = ["name", "address", "phone", "email", "web", "datedOn"] as const;
export type AuthorityField = (typeof AUTHORITY_FIELDS)[number];

/** The names of the fields in which two versions of an authority differ. */
export function changedAuthority(before: Authority, after: Authority): AuthorityField[] {
  return AUTHORITY_FIELDS.filter((name) => before[name] !== after[name]);
}
