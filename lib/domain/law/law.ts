import type { Right } from "@/lib/domain/kernel/right";
import type { Reading } from "@/lib/domain/law/readings";
import type { ClockRules } from "@/lib/domain/law/rules";

/** What of a law was written down from memory, without its text or a source at hand. */
export type UnverifiedPart =
  | "period"
  | "extension"
  | "pauses"
  | "appeal"
  | "refusal"
  | "acknowledgement"
  | "fee"
  | "complaint"
  | "rights";

/** One profile of a law: where it applies, and whose calendar it takes by default. */
export type Place = { readonly id: string; readonly state: string; readonly region: string };

/** The rules of one law with where they come from. */
export type Law = {
  /** Folder of its texts and key of its grounds: "gdpr", "uk", "us-ca". */
  readonly law: string;
  /** Counts up when a rule changes; a stored date names the version it was computed with. */
  readonly version: number;
  readonly places: readonly Place[];
  /** Which of the portal's rights the law gives; null: all of them. */
  readonly gives: readonly Right[] | null;
  readonly rules: ClockRules;
  /** The questions that this law leaves open (readings.ts). */
  readonly open: readonly Reading[];
  /** What a lawyer should check first. */
  readonly unverified: readonly UnverifiedPart[];
  /** Where it was read; empty: from memory only. */
  readonly sources: readonly string[];
};
