import type { ClockStatus } from "@/lib/domain/clock/types";
import type { ReleaseGap } from "@/lib/domain/delivery/release-gate";
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
  "read_reply",
  "stop_now",
  "assign",
  "check_authority",
  "authority_rejected",
  "await_identity",
  "identity_failed",
  "await_confirmation",
  "close_unconfirmed",
  "await_reply",
  "await_answer",
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
  if (of.standing === "replied") steps.push("read_reply");
  if (of.clockStatus === "at_once") steps.push("stop_now");
  if (!of.assigned) steps.push("assign");
  if (of.standing === "waiting") steps.push(of.clockStatus === "paused" ? "await_answer" : "await_reply");
  const gates = CLOSES.flatMap(([gap, step]) => (of.gaps.includes(gap) ? [step] : []));
  steps.push(...gates);
  if (!of.confirmed) {
    return [...steps, "await_confirmation", ...(of.closable ? (["close_unconfirmed"] as const) : [])];
  }
  if (gates.length === 0) steps.push("decide");
  if (of.refusalBy !== null && of.today > of.refusalBy) steps.push("refusal_too_late");
  return steps;
}
