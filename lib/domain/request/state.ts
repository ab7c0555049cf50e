import type { Outcome } from "@/lib/domain/decision/answer";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/**
 * The way of a request: open until a decision is made, then `awaiting_approval` where somebody must agree, then
 * `answer_pending` until the notice of the answer was accepted, then closed. Withdrawal closes it too, and a closed
 * one can be opened again.
 */
export const REQUEST_STATES = ["open", "awaiting_approval", "answer_pending", "closed"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** How a request ended. */
export type Ending = Outcome | "withdrawn" | "forwarded";

export type Step =
  | "ask"
  | "extend"
  | "record_answer"
  | "reply"
  | "decide"
  | "recall"
  | "approve"
  | "undo"
  | "task"
  | "reopen"
  | "take_effect"
  | "withdraw"
  | "forward"
  | "assign"
  | "note"
  | "flag"
  | "assess"
  | "identity"
  | "prove"
  | "authority";

const LEGAL: Readonly<Record<Step, readonly RequestState[]>> = {
  ask: ["open"],
  extend: ["open"],
  record_answer: ["open", "awaiting_approval"],
  reply: ["open", "awaiting_approval"],
  decide: ["open"],
  recall: ["awaiting_approval", "answer_pending"],
  approve: ["awaiting_approval"],
  undo: ["open", "awaiting_approval", "answer_pending", "closed"],
  task: ["open", "awaiting_approval", "answer_pending", "closed"],
  reopen: ["closed"],
  take_effect: ["answer_pending"],
  withdraw: ["open", "awaiting_approval"],
  forward: ["open"],
  assign: ["open", "awaiting_approval", "answer_pending"],
  note: ["open", "awaiting_approval", "answer_pending", "closed"],
  flag: ["open"],
  assess: ["open"],
  identity: ["open"],
  // Who was asked for proof may give it until an answer is on its way.
  prove: ["open", "awaiting_approval"],
  authority: ["open", "answer_pending"],
};

/** Whether a step may be taken in a state; who may take it is lib/domain/access. */
export function mayStep(state: RequestState, step: Step): Result<Step, RequestState> {
  return LEGAL[step].includes(state) ? ok(step) : refuse(state);
}
