import type { LocalText } from "@/lib/domain/controller/settings";
import type { Relationship } from "@/lib/domain/intake/filing";

/** The legal bases of GDPR Art. 6(1). */
export const LEGAL_BASES = ["a", "b", "c", "d", "e", "f"] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** What permits special categories of data (Art. 9(2)). */
export const SPECIAL_BASES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] as const;
export type SpecialBasis = (typeof SPECIAL_BASES)[number];

/** What protects data in a third country (Art. 45, 46(2)(c), 46(2)(b), 49), or another safeguard. */
export const SAFEGUARDS = [
  "adequacy",
  "standard_clauses",
  "binding_rules",
  "derogation",
  "other_safeguard",
] as const;
export type Safeguard = (typeof SAFEGUARDS)[number];

/** One thing that personal data is used for, as the register of processing holds it (Art. 15(1)-(2), 30(1)). */
export type Activity = {
  readonly name: LocalText;
  readonly purpose: LocalText;
  readonly basis: LegalBasis;
  /** In words, where the basis is (f) (Art. 13(1)(d)). */
  readonly interest: LocalText;
  readonly special: SpecialBasis | "";
  /** Whose data: preselects the activity for who asks. */
  readonly relationships: readonly Relationship[];
  readonly categories: LocalText;
  /** By actual name (C-154/21). */
  readonly recipients: readonly { readonly name: string; readonly country: string }[];
  readonly transfers: readonly {
    readonly recipient: string;
    readonly country: string;
    readonly safeguard: Safeguard;
  }[];
  /** How long, in words; and the retention rule where there is one. */
  readonly retention: LocalText;
  /** What the rule's time runs from: "the matter was closed". */
  readonly trigger: LocalText;
  readonly years: number;
  readonly months: number;
  /** Where the data comes from (Art. 15(1)(g)); empty while nobody has said it. */
  readonly source: LocalText;
  /** Systems to search when somebody asks. */
  readonly systems: readonly string[];
  /** Decisions by automated means alone (Art. 15(1)(h), 22); null where there are none. */
  readonly automated: {
    readonly logic: LocalText;
    readonly significance: LocalText;
    readonly consequences: LocalText;
  } | null;
  /** What was consented to, as it was put, where the basis is (a). */
  readonly consent: LocalText;
};

export type ActivityField = keyof Activity;

/** The names of what differs between two versions, in the order of the newer one. */
export function changedActivity(before: Activity, after: Activity): readonly ActivityField[] {
  const names = Object.keys(after) as ActivityField[];
  return names.filter((name) => stable(before[name]) !== stable(after[name]));
}

/** A value as text, whatever the order in which its keys came. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${key}:${stable(each)}`).join()}}`;
}
