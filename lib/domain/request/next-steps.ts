import type { ClockStatus } from "@/lib/domain/clock/types";
import type { ReleaseGap } from "@/lib/domain/delivery/release-gate";
import type { FeeState } from "@/lib/domain/fee/fee";
import { type CheckState, type Method, OUR_TURN } from "@/lib/domain/identity/check";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Standing } from "@/lib/domain/request/queue";

/** What is to be done next, or may be; each has one sentence in the staff messages. */
export const NEXT_STEPS = [
  "retry_notice",
  "post_letter",
  "recall",
  "await_mail",
  "await_withdrawal",
  "await_approval",
  "answer_fee_objection",
  "read_reply",
  "stop_now",
  "assign",
  "check_authority",
  "authority_rejected",
  "await_identity",
  "send_code",
  "call_person",
  "judge_identity",
  "identity_failed",
  "await_confirmation",
  "close_unconfirmed",
  "await_reply",
  "await_answer",
  "await_fee_choice",
  "await_payment",
  "fee_unanswered",
  "decide",
  "refusal_too_late",
  "nothing",
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

type Facts = {
  readonly standing: Standing;
  readonly confirmed: boolean;
  /** Why no answer may leave yet (lib/domain/delivery/release-gate.ts). */
  readonly gaps: readonly ReleaseGap[];
  /** If it is not, it could have been by now. */
  readonly closable: boolean;
  readonly assigned: boolean;
  readonly clockStatus: ClockStatus;
  readonly refusalBy: IsoDate | null;
  readonly today: IsoDate;
  /** A notice of this request or its filing was refused for good. */
  readonly noticeFailed: boolean;
  /** A letter of this request or its filing waits to be posted. */
  readonly toPost: boolean;
  /** The answer has not left yet and can be taken back. */
  readonly recallable: boolean;
  /** What is on its way is the confirmation of a withdrawal that staff recorded, and not an answer. */
  readonly withdrawing: boolean;
  /** A question has no reply yet. */
  readonly asked: boolean;
  /** The person wrote or said something that no question of ours came after. */
  readonly wrote: boolean;
  /** Of the fee that stands, or that fell last. */
  readonly fee: FeeState | null;
  /** The answer to the objection against it is on its way. */
  readonly objectionAnswered: boolean;
  /** The newest demand for proof, and the way that the person chose. */
  readonly check: { readonly state: CheckState; readonly method: Method | null } | null;
};

const CLOSES: readonly (readonly [ReleaseGap, NextStep])[] = [
  ["authority_unchecked", "check_authority"],
  ["authority_rejected", "authority_rejected"],
  ["identity_demanded", "await_identity"],
  ["identity_failed", "identity_failed"],
];

/**
 * The next lawful steps of a request, the most pressing first. An unconfirmed address stops nothing but the
 * answer itself: the time runs, and the request can be worked on, and closed when it could have been confirmed. While the
 * release gate is shut, what opens it stands in the place of the decision.
 */
export function nextSteps(of: Facts): readonly NextStep[] {
  const undelivered: NextStep[] = [
    ...(of.noticeFailed ? (["retry_notice"] as const) : []),
    ...(of.toPost ? (["post_letter"] as const) : []),
  ];
  if (of.standing === "closed") return [...undelivered, "nothing"];
  if (of.standing === "answer_pending") {
    const pending: NextStep[] = of.recallable ? ["recall"] : [];
    const awaited: NextStep = of.withdrawing ? "await_withdrawal" : "await_mail";
    return [...undelivered, ...pending, ...(undelivered.length === 0 ? [awaited] : [])];
  }
  if (of.standing === "awaiting_approval") return [...undelivered, "await_approval"];
  const steps = undelivered;
  const identity = of.gaps.includes("identity_demanded") ? identityStep(of.check) : null;
  const fee = feeStep(of);
  if (fee === "answer_fee_objection") steps.push(fee);
  // What came may be a choice about the fee, or about how to show who they are: those steps name it.
  const named = fee !== null || (identity !== null && of.check?.method != null);
  if (of.standing === "replied" && (of.wrote || !named)) steps.push("read_reply");
  if (of.clockStatus === "at_once") steps.push("stop_now");
  if (!of.assigned) steps.push("assign");
  if (fee !== null && fee !== "answer_fee_objection") steps.push(fee);
  if (of.standing === "waiting" && (of.asked || (fee === null && identity === null))) {
    steps.push(of.clockStatus === "paused" ? "await_answer" : "await_reply");
  }
  const gates = CLOSES.flatMap(([gap, step]) =>
    of.gaps.includes(gap) ? [gap === "identity_demanded" ? (identity ?? step) : step] : [],
  );
  steps.push(...gates);
  if (!of.confirmed) {
    return [...steps, "await_confirmation", ...(of.closable ? (["close_unconfirmed"] as const) : [])];
  }
  if (gates.length === 0) steps.push("decide");
  if (of.refusalBy !== null && of.today > of.refusalBy) steps.push("refusal_too_late");
  return steps;
}

/** Who is waited for while a fee stands, and what for; null where it asks for nothing. */
function feeStep({ fee, objectionAnswered }: Facts): NextStep | null {
  switch (fee) {
    case "open":
      return "await_fee_choice";
    case "accepted":
      return "await_payment";
    case "unanswered":
      return "fee_unanswered";
    case "objected":
      return objectionAnswered ? null : "answer_fee_objection";
    default:
      return null;
  }
}

/** A demand for proof waits for the person, unless they did their part: sent proof, or chose a way that is ours to go. */
function identityStep(check: Facts["check"]): NextStep {
  if (check?.state === "answered") return "judge_identity";
  if (check?.method && OUR_TURN.includes(check.method)) {
    return check.method === "call_back" ? "call_person" : "send_code";
  }
  return "await_identity";
}
