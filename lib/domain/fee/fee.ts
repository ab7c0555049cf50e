import type { IsoDate } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/**
 * pending: the notice has not been accepted, nothing happened; open: the requester has it and may choose; accepted:
 * they will pay; objected: suspended until a person answered; unanswered: their date passed; closed: the request ended.
 */
export const FEE_STATES = [
  "pending",
  "recalled",
  "open",
  "accepted",
  "narrowed",
  "objected",
  "unanswered",
  "paid",
  "waived",
  "refunded",
  "closed",
] as const;
export type FeeState = (typeof FEE_STATES)[number];

export type FeeStep =
  | "recall"
  | "take_effect"
  | "accept"
  | "narrow"
  | "object"
  | "answer_objection"
  | "fall_silent"
  | "pay"
  | "waive"
  | "refund"
  | "close";

const LEGAL: Readonly<Record<FeeStep, readonly FeeState[]>> = {
  recall: ["pending"],
  take_effect: ["pending"],
  // Late is better than never: where silence has not ended the request, an answer still counts.
  accept: ["open", "unanswered"],
  // Also while the objection waits: what is left is answered free of charge, and there is nothing to object to.
  narrow: ["open", "unanswered", "accepted", "objected"],
  object: ["open", "unanswered", "accepted"],
  answer_objection: ["objected"],
  fall_silent: ["open"],
  pay: ["open", "unanswered", "accepted", "paid"],
  waive: ["open", "unanswered", "accepted", "objected", "paid"],
  // Money that came can always go back, whatever became of the fee.
  refund: ["open", "accepted", "narrowed", "objected", "unanswered", "paid", "waived", "refunded", "closed"],
  close: ["open", "unanswered", "accepted", "objected"],
};

/** Whether a step may be taken in a state; who may take it is lib/domain/access. */
export function mayFeeStep(state: FeeState, step: FeeStep): Result<FeeStep, FeeState> {
  return LEGAL[step].includes(state) ? ok(step) : refuse(state);
}

/** What counts as a fee that still does something to the request. */
export const STANDING_FEE: readonly FeeState[] = [
  "pending",
  "open",
  "accepted",
  "objected",
  "unanswered",
  "paid",
];

/** What is asked for and not paid: it ends where a controller promises to charge nothing. */
export const UNPAID_FEE: readonly FeeState[] = STANDING_FEE.filter((state) => state !== "paid");

/**
 * The last day to answer, once the notice arrived: the day it names, or later if it arrived so late that fewer days
 * than promised were left. Never earlier than told.
 */
export function answerLimit(told: IsoDate, leastFromArrival: IsoDate): IsoDate {
  return told >= leastFromArrival ? told : leastFromArrival;
}
