import type { IsoDate } from "@/lib/domain/kernel/date";

/**
 * Why a request may take longer: its complexity, or the number of requests of the same person (GDPR Art. 12(3)).
 * The controller's own workload, staff shortage and holidays are no grounds, so they cannot be chosen.
 */
export const EXTENSION_REASONS = [
  "many_systems",
  "large_volume",
  "others_data",
  "hard_to_read",
  "legal_questions",
  "others_to_ask",
  "many_requests",
] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** What an officer writes about an extension. */
export type ExtensionText = {
  readonly reasons: readonly ExtensionReason[];
  /** What makes this request take longer, in particular. */
  readonly specific: string;
  /** What is done already, or given already. */
  readonly done: string;
  /** The last day that the notice names, where the law leaves it to the notice; "" elsewhere. Drafts of before have none. */
  readonly until?: string;
};

/** What is missing before the letter can be written, or is not true. */
export type ExtensionMissing =
  | "reasons"
  | "only_request"
  | "specific"
  | "done"
  | "until"
  | "until_early"
  | "until_late";

/**
 * @param of.told the law leaves the new last day to the notice, so it has to name one
 * @param of.others the same person has another request that is not answered yet
 * @param of.bare nothing but the reasons of the list is said, because nobody knows who reads it
 */
export function missingOf(
  { reasons, specific, done, until = "" }: ExtensionText,
  { told, others, bare }: { readonly told: boolean; readonly others: boolean; readonly bare: boolean },
): readonly ExtensionMissing[] {
  return [
    ...(reasons.includes("many_requests") && !others ? (["only_request"] as const) : []),
    ...(reasons.length === 0 ? (["reasons"] as const) : []),
    ...(!bare && specific.trim() === "" ? (["specific"] as const) : []),
    ...(!bare && done.trim() === "" ? (["done"] as const) : []),
    ...(told && until === "" ? (["until"] as const) : []),
  ];
}

/**
 * Whether a day that a notice is to name would bring about another: one that gives no more time than there is, or more
 * than the law has. Nobody is told one day and given another.
 * @param of.before the last day as it is
 * @param of.after the last day that the notice would bring about
 */
export function wrongUntil(
  until: string | undefined,
  { before, after }: { readonly before: IsoDate | null; readonly after: IsoDate | null },
): readonly ExtensionMissing[] {
  if (!until || after === null) return [];
  if (before !== null && until <= before) return ["until_early"];
  return until > after ? ["until_late"] : [];
}
