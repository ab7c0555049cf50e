import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import type { Right } from "@/lib/domain/kernel/right";

/** In which cases GDPR Art. 17(1) and 18(1) give the right; offered in plain words, never required. */
export const ERASURE_GROUNDS = ["a", "b", "c", "d", "e", "f"] as const;
export const RESTRICTION_GROUNDS = ["a", "b", "c", "d"] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];
export type RestrictionGround = (typeof RESTRICTION_GROUNDS)[number];

export type RefusalGround = {
  readonly id: string;
  /** The provision as a letter names it. */
  readonly citation: string;
  readonly rights: readonly Right[];
  /** The letter must name the national provision. */
  readonly needsProvision?: true;
  /** The letter must weigh both sides (Art. 15(4), 17(3), 21(1)). */
  readonly needsBalancing?: true;
  /** Something that was to be erased is kept, so the letter says until when (Art. 17(3)). */
  readonly keeps?: true;
};

const ARTICLES: readonly Right[] = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "automated_decision_review",
];

/**
 * Why a request may be refused, in whole or for an item. Manifestly unfounded or excessive requests
 * (Art. 12(5)) are not here: see MANIFEST_GROUNDS.
 */
export const REFUSAL_GROUNDS: readonly RefusalGround[] = [
  { id: "not_identified", citation: "Art. 11(2), 12(2), 12(6) GDPR", rights: ARTICLES },
  // Only where a representative's authority was looked at and not accepted (completeAnswer).
  { id: "no_authority", citation: "Art. 12(6), 5(1)(f) GDPR", rights: [...ARTICLES, "complaint"] },
  { id: "others_rights", citation: "Art. 15(4) GDPR", rights: ["access"], needsBalancing: true },
  {
    id: "others_rights_portability",
    citation: "Art. 20(4) GDPR",
    rights: ["portability"],
    needsBalancing: true,
  },
  { id: "data_accurate", citation: "Art. 16 GDPR", rights: ["rectification"] },
  { id: "no_erasure_ground", citation: "Art. 17(1) GDPR", rights: ["erasure"] },
  {
    id: "expression",
    citation: "Art. 17(3)(a) GDPR",
    rights: ["erasure"],
    needsBalancing: true,
    keeps: true,
  },
  {
    id: "legal_obligation",
    citation: "Art. 17(3)(b) GDPR",
    rights: ["erasure"],
    needsProvision: true,
    keeps: true,
  },
  {
    id: "public_health",
    citation: "Art. 17(3)(c) GDPR",
    rights: ["erasure"],
    needsBalancing: true,
    keeps: true,
  },
  { id: "archiving", citation: "Art. 17(3)(d) GDPR", rights: ["erasure"], needsBalancing: true, keeps: true },
  {
    id: "legal_claims",
    citation: "Art. 17(3)(e) GDPR",
    rights: ["erasure"],
    needsBalancing: true,
    keeps: true,
  },
  { id: "no_restriction_ground", citation: "Art. 18(1) GDPR", rights: ["restriction"] },
  { id: "portability_conditions", citation: "Art. 20(1) GDPR", rights: ["portability"] },
  { id: "public_task", citation: "Art. 20(3) GDPR", rights: ["portability"] },
  { id: "compelling_grounds", citation: "Art. 21(1) GDPR", rights: ["objection"], needsBalancing: true },
  { id: "objection_basis", citation: "Art. 21(1), 6(1) GDPR", rights: ["objection"] },
  { id: "not_automated", citation: "Art. 22(1) GDPR", rights: ["automated_decision_review"] },
  {
    // Where contract or consent permits the decision (22(2)(a), (c)), the person has this very right: 22(3).
    id: "automated_permitted",
    citation: "Art. 22(2)(b) GDPR",
    rights: ["automated_decision_review"],
    needsProvision: true,
  },
  { id: "national_law", citation: "Art. 23 GDPR", rights: ARTICLES, needsProvision: true, keeps: true },
  { id: "complaint_unfounded", citation: "", rights: ["complaint"] },
];

/** A ground whose reasons are those of an assessment that two people stand behind, and of nothing else. */
export type ManifestGround = RefusalGround & { readonly finding: ApprovedFinding["ground"] };

/** GDPR Art. 12(5)(b). They exist in an answer only with an approved assessment that proposes to refuse. */
export const MANIFEST_GROUNDS: readonly ManifestGround[] = [
  { id: "manifestly_unfounded", citation: "Art. 12(5)(b) GDPR", rights: ARTICLES, finding: "unfounded" },
  { id: "manifestly_excessive", citation: "Art. 12(5)(b) GDPR", rights: ARTICLES, finding: "excessive" },
];

/** Whether a ground is one that only an approved assessment opens. */
export function isManifest(groundId: string): boolean {
  return MANIFEST_GROUNDS.some(({ id }) => id === groundId);
}

/** The ground that an approved assessment opens for a right, or null. */
export function manifestGround(right: Right, finding: ApprovedFinding | null): ManifestGround | null {
  if (finding?.proposal !== "refuse") return null;
  return MANIFEST_GROUNDS.find((g) => g.finding === finding.ground && g.rights.includes(right)) ?? null;
}

/** UK GDPR has its own numbers for automated decisions since the Data (Use and Access) Act 2025. */
const UK_CITATIONS: Readonly<Record<string, string>> = {
  not_automated: "Art. 22A UK GDPR",
  automated_permitted: "Art. 22B UK GDPR",
};

/**
 * The grounds that can be chosen for a right; none for consent and direct marketing, which are absolute.
 * Under a law other than the GDPR and its British twin they are reasons without an article of ours: whoever
 * refuses names the provision.
 * @param law key of the law (lib/domain/law/law.ts)
 */
export function groundsFor(
  right: Right,
  finding: ApprovedFinding | null = null,
  law = "gdpr",
): readonly (RefusalGround | ManifestGround)[] {
  const manifest = manifestGround(right, finding);
  const ordinary = REFUSAL_GROUNDS.filter((ground) => ground.rights.includes(right));
  return [...ordinary, ...(manifest ? [manifest] : [])].map((ground) => groundUnder(ground, law));
}

function groundUnder<G extends RefusalGround | ManifestGround>(ground: G, law: string): G {
  if (law === "gdpr" || ground.citation === "") return ground;
  if (law === "uk") {
    return { ...ground, citation: UK_CITATIONS[ground.id] ?? ground.citation.replaceAll("GDPR", "UK GDPR") };
  }
  // An assessment gives its own reasons; there is no field for a provision beside it.
  return "finding" in ground
    ? { ...ground, citation: "" }
    : { ...ground, citation: "", needsProvision: true };
}
