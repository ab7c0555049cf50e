import type { IsoDate } from "@/lib/domain/kernel/date";
import type { ErasureGround, RestrictionGround } from "@/lib/domain/law/grounds";

/** A day as a form holds it; empty while nothing is chosen. */
export type DayTyped = IsoDate | "";
/** A yes or no as a form holds it; empty while nothing is chosen. */
export type YesNo = "" | "yes" | "no";

/** Somebody who received the data, by its actual name (GDPR Art. 15(1)(c), 19; C-154/21). */
export type Recipient = { readonly name: string; readonly country: string };

/** One search: where, by whom, with which identifiers, and what came of it (what an answer rests on). */
export type Search = {
  readonly system: string;
  /** Who searched or answers for the system; may be empty. */
  readonly custodian: string;
  readonly terms: string;
  readonly result: "" | "found" | "nothing";
};

/**
 * How long something that is not erased is kept: so long after something happened (a retention rule), or until
 * what the words say.
 */
export type Keeping = {
  /** What the time runs from, in words: "the matter was closed". */
  readonly trigger: string;
  /** When that happened. */
  readonly on: DayTyped;
  readonly years: number;
  readonly months: number;
  /** In words, where no date can be told. */
  readonly criteria: string;
};

/**
 * The parts of GDPR Art. 15(1) that differ from person to person, and Art. 15(2). The letters (e) and (f) are
 * legal texts that every answer carries.
 */
export const ACCESS_BLOCKS = ["a", "b", "c", "d", "g", "h", "transfers"] as const;
export type AccessBlock = (typeof ACCESS_BLOCKS)[number];

/**
 * What can be absent: there may be no recipient, no other source, no automated decision, no transfer. Whoever
 * processes data has a purpose, data and an end, so (a), (b) and (d) always apply.
 */
export const MAY_NOT_APPLY: readonly AccessBlock[] = ["c", "g", "h", "transfers"];

/** One part of the information: its text, or why it does not apply; undecided while `says` is empty. */
export type Block = { readonly says: "" | "text" | "none"; readonly text: string; readonly because: string };

export type AccessContent = {
  readonly right: "access";
  /** Activities of the register that concern this person. */
  readonly activities: readonly string[];
  readonly blocks: Readonly<Record<AccessBlock, Block>>;
  /** By name, beside the text of block (c). */
  readonly recipients: readonly Recipient[];
  /** Why recipients are told by category only: their names cannot be found out (C-154/21). */
  readonly unnamed: string;
  /** What the answer covers: time, systems, subject. */
  readonly scope: string;
  /** What codes and abbreviations in the copy mean; may be empty. */
  readonly codes: string;
};

/** Whether those who received the data are told of its change (GDPR Art. 19). */
export type Telling = {
  readonly told: "" | "recipients" | "none" | "impossible";
  readonly recipients: readonly Recipient[];
  /** Why telling them proves impossible, or takes a disproportionate effort. */
  readonly notTold: string;
};

export type RectificationContent = Telling & {
  readonly right: "rectification";
  readonly changes: readonly {
    readonly what: string;
    readonly before: string;
    readonly after: string;
    readonly on: DayTyped;
  }[];
  /** The supplementary statement that completes the data (Art. 16); may be empty. */
  readonly statement: string;
  /** Whether the accuracy was in dispute, so that the data was restricted while it was checked (Art. 18(1)(a)). */
  readonly disputed: YesNo;
  readonly restrictedFrom: DayTyped;
};

export type ErasureContent = Telling & {
  readonly right: "erasure";
  /** Grounds of Art. 17(1) that were found to apply. */
  readonly grounds: readonly ErasureGround[];
  readonly erased: readonly { readonly what: string; readonly where: string; readonly on: DayTyped }[];
  /** What holds for backups. */
  readonly backups: string;
  /** Whether the data was made public, and then who publishes it on (Art. 17(2)). */
  readonly published: YesNo;
  readonly publishers: readonly { readonly name: string }[];
};

export type RestrictionContent = Telling & {
  readonly right: "restriction";
  readonly grounds: readonly RestrictionGround[];
  readonly scope: string;
  readonly from: DayTyped;
  /** What the data is still used for (Art. 18(2)). */
  readonly uses: string;
};

export type PortabilityContent = {
  readonly right: "portability";
  /** The three conditions of Art. 20(1). */
  readonly automated: YesNo;
  readonly basis: "" | "consent" | "contract" | "other";
  readonly provided: YesNo;
  readonly format: string;
  /** To whom it goes (Art. 20(2)). */
  readonly transmission: "" | "person" | "controller" | "not_feasible";
  readonly receiver: string;
  readonly notFeasible: string;
};

export type ObjectionContent = {
  readonly right: "objection";
  /** The legal basis objected to (Art. 6(1)(e) or (f)), or another, to which Art. 21(1) does not apply. */
  readonly basis: "" | "e" | "f" | "other";
  /** The person's situation, as it was weighed. */
  readonly situation: string;
  /** The compelling legitimate grounds it was weighed against; what was found of them. */
  readonly compelling: string;
  readonly stopped: string;
  readonly from: DayTyped;
  /** Disclosure to third parties, which can be objected to by itself. */
  readonly disclosure: "" | "not_asked" | "stopped" | "continues";
  readonly disclosureText: string;
  /** Since when the data was restricted while this was examined (Art. 18(1)(d)). */
  readonly restrictedFrom: DayTyped;
  /** Told that disclosure stopped. */
  readonly recipients: readonly Recipient[];
};

export type MarketingObjectionContent = {
  readonly right: "marketing_objection";
  readonly stopped: string;
  readonly from: DayTyped;
  readonly follows: string;
};

export type ConsentWithdrawalContent = {
  readonly right: "consent_withdrawal";
  readonly stopped: string;
  readonly from: DayTyped;
  /** What follows for the person, and for the data held because of the consent (Art. 17(1)(b)). */
  readonly follows: string;
};

export type AutomatedDecisionContent = {
  readonly right: "automated_decision_review";
  /** The person who reviewed, by name or function (Art. 22(3)). */
  readonly reviewer: string;
  /** How the person's own view was heard. */
  readonly view: string;
  readonly result: string;
  readonly reasons: string;
};

export type ComplaintContent = {
  readonly right: "complaint";
  readonly finding: string;
  readonly measures: string;
};

/** What a right demands of its answer, as it is written: one shape per right. */
export type Content =
  | AccessContent
  | RectificationContent
  | ErasureContent
  | RestrictionContent
  | PortabilityContent
  | ObjectionContent
  | MarketingObjectionContent
  | ConsentWithdrawalContent
  | AutomatedDecisionContent
  | ComplaintContent;

export type ContentOf<R extends Content["right"]> = Extract<Content, { readonly right: R }>;
