import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";

/** Through which channel a filing came. */
export const CHANNELS = ["form", "api", "email", "phone", "post", "in_person", "processor"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels whose filings staff enter. */
export const ENTERED_CHANNELS = ["email", "phone", "post", "in_person", "processor"] as const;
export type EnteredChannel = (typeof ENTERED_CHANNELS)[number];

/** In whose name is asked (GDPR gives the right to the person; others need authority). */
export const ON_BEHALF = ["self", "child", "other"] as const;
export type OnBehalf = (typeof ON_BEHALF)[number];

export const RELATIONSHIPS = [
  "customer",
  "former_customer",
  "prospect",
  "employee",
  "applicant",
  "supplier",
  "other",
  "unknown",
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** Who asks and how to answer; sealed under the filing's key. */
export type Who = {
  readonly name: string;
  /** Empty where staff entered somebody without one: notices are then letters to print. */
  readonly email: string;
  /** Given to staff only; the form asks for an email address. */
  readonly postalAddress: string;
  readonly phone: string;
  readonly onBehalf: OnBehalf;
  /** The data subject, where somebody else files. */
  readonly subjectName: string;
  /** What gives the right to act for them, in the person's own words. */
  readonly authority: string;
  readonly relationship: Relationship;
  /** Customer number, user name: helps to find the data, never required. */
  readonly identifiers: string;
};

/** The email address of the person whose data it is; "" where there is none, or somebody else filed from theirs. */
export function ownEmailOf({ onBehalf, email }: Pick<Who, "onBehalf" | "email">): string {
  return onBehalf === "self" ? email : "";
}

export type AccessDetails = {
  readonly right: "access";
  readonly scope: "everything" | "part" | "unknown";
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly subject: string;
};
export type RectificationDetails = {
  readonly right: "rectification";
  readonly wrong: string;
  readonly correct: string;
  readonly complete: string;
};
export type ErasureDetails = {
  readonly right: "erasure";
  readonly grounds: readonly ("a" | "b" | "c" | "d" | "e" | "f" | "unknown")[];
  readonly what: string;
};
export type RestrictionDetails = {
  readonly right: "restriction";
  readonly grounds: readonly ("a" | "b" | "c" | "d" | "unknown")[];
  readonly what: string;
};
export type PortabilityDetails = {
  readonly right: "portability";
  readonly to: "me" | "controller" | "unknown";
  readonly receiver: string;
};
export type ObjectionDetails = {
  readonly right: "objection";
  readonly what: string;
  /** Objects to their data being passed on to third parties. */
  readonly disclosure: boolean;
  readonly situation: string;
};
export type MarketingObjectionDetails = {
  readonly right: "marketing_objection";
  readonly channels: readonly ("email" | "phone" | "sms" | "post" | "profiling" | "all")[];
};
export type ConsentWithdrawalDetails = { readonly right: "consent_withdrawal"; readonly what: string };
export type AutomatedDecisionDetails = {
  readonly right: "automated_decision_review";
  readonly decision: string;
  readonly view: string;
};
export type ComplaintDetails = { readonly right: "complaint"; readonly what: string };

/** What is asked, per right; sealed under the request's key. */
export type Details =
  | AccessDetails
  | RectificationDetails
  | ErasureDetails
  | RestrictionDetails
  | PortabilityDetails
  | ObjectionDetails
  | MarketingObjectionDetails
  | ConsentWithdrawalDetails
  | AutomatedDecisionDetails
  | ComplaintDetails;

/** One act of asking, as it comes over the boundary. */
export type FilingInput = {
  readonly language: Language;
  readonly who: Who;
  readonly requests: readonly Details[];
};

/** What staff entered besides: the text as it came, and the processor it came through; sealed. */
export type AsReceived = {
  readonly text: string;
  readonly processor: Processor | null;
};

/** A processor that a request came through, and when it reached the controller itself. */
export type Processor = { readonly name: string; readonly reachedUsAt: string };

/** How staff made sure that a postal address is the person's. */
export const VERIFIED_HOW = ["records", "letter_answered", "in_person"] as const;
export type VerifiedHow = (typeof VERIFIED_HOW)[number];
