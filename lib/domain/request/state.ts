import type { Outcome } from "@/lib/domain/decision/answer";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/**
 * The way of a request: open until a decision is made, then `answer_pending` until the notice of the
 * answer was accepted, then closed. Withdrawal closes it too.
 */
export const REQUEST_STATES = ["open", "answer_pending", "closed"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** How a request ended. */
export type Ending = Outcome | "withdrawn";

export type Step =
  | "ask"
  | "reply"
  | "decide"
  | "recall"
  | "take_effect"
  | "withdraw"
  | "assign"
  | "note"
  | "flag";

const LEGAL: Readonly<Record<Step, readonly RequestState[]>> = {
  ask: ["open"],
  reply: ["open"],
  decide: ["open"],
  recall: ["answer_pending"],
  take_effect: ["answer_pending"],
  withdraw: ["open"],
  assign: ["open", "answer_pending"],
  note: ["open", "answer_pending", "closed"],
  flag: ["open"],
};

/** Whether a step may be taken in a state; who may take it is lib/domain/access. */
export function mayStep(state: RequestState, step: Step): Result<Step, RequestState> {
  return LEGAL[step].includes(state) ? ok(step) : refuse(state);
}
