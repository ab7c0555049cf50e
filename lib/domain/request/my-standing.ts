import type { FeeState } from "@/lib/domain/fee/fee";
import type { CheckState } from "@/lib/domain/identity/check";
import type { Representation } from "@/lib/domain/identity/representation";

/** Where a request stands, as its requester is told it: what is waited for, and for whom. Each has one sentence. */
export const MY_STANDINGS = [
  "closed",
  "authority",
  "identity",
  "identity_ours",
  "identity_judged",
  "fee",
  "fee_payment",
  "fee_objection",
  "question_stops",
  "question",
  "extended",
  "reopened",
  "open",
] as const;
export type MyStanding = (typeof MY_STANDINGS)[number];

type Facts = {
  readonly closed: boolean;
  /** An answer is on its way, so nobody is waited for. */
  readonly answering: boolean;
  readonly representation: Representation;
  /** Only of a demand that has arrived. */
  readonly identity: CheckState | null;
  /** They chose a way of it in which the next step is the controller's: a call, a code to a known address. */
  readonly ourTurn: boolean;
  /** Only of a fee whose notice has arrived. */
  readonly fee: FeeState | null;
  /** A question has arrived and has no reply. */
  readonly asked: boolean;
  readonly stopped: boolean;
  readonly extended: boolean;
  readonly reopened: boolean;
};

/** What holds it up most: nothing leaves before the first ones, and the work goes on with the last. */
export function myStanding(of: Facts): MyStanding {
  if (of.closed) return "closed";
  if (of.answering) return inWork(of);
  if (of.representation === "unchecked" || of.representation === "rejected") return "authority";
  if (of.identity === "asked") return of.ourTurn ? "identity_ours" : "identity";
  if (of.identity === "answered") return "identity_judged";
  if (of.fee === "open" || of.fee === "unanswered") return "fee";
  if (of.fee === "accepted") return "fee_payment";
  if (of.fee === "objected") return "fee_objection";
  if (of.asked) return of.stopped ? "question_stops" : "question";
  return inWork(of);
}

function inWork({ reopened, extended }: Facts): MyStanding {
  if (reopened) return "reopened";
  return extended ? "extended" : "open";
}

/** Whether it is the requester who is waited for. */
export function waitsForYou(standing: MyStanding): boolean {
  const yours: readonly MyStanding[] = [
    "authority",
    "identity",
    "fee",
    "fee_payment",
    "question",
    "question_stops",
  ];
  return yours.includes(standing);
}
