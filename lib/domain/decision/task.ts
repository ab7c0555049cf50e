import { addDays, day, iso } from "@/lib/domain/clock/dates";
import type { Clock } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { PostedHow } from "@/lib/domain/notice/kinds";
import type { Outcome } from "./answer";
import type { FollowUp } from "./follow-ups";

/** What has to be done and proven beside or after the answer itself. */
export const TASK_KINDS = [
  "stop_marketing",
  "stop_consent",
  "restrict_meanwhile",
  "suppress",
  "tell_recipient",
  "tell_publisher",
  "instruct_processors",
  "transmit",
  "lift_restriction",
  "erase_later",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Stops that are due at once: on top of the queue, in words. */
export const STOP_KINDS = ["stop_marketing", "stop_consent"] as const satisfies readonly TaskKind[];

export function isStop(kind: TaskKind): boolean {
  return STOP_KINDS.some((each) => each === kind);
}

/** Tasks that are done by writing to somebody who is neither the requester nor one of us. */
const LETTER_KINDS = [
  "tell_recipient",
  "tell_publisher",
  "instruct_processors",
  "transmit",
] as const satisfies readonly TaskKind[];
export type LetterTaskKind = (typeof LETTER_KINDS)[number];

export function hasLetter(kind: TaskKind): kind is LetterTaskKind {
  return LETTER_KINDS.some((each) => each === kind);
}

/**
 * Whether the letter of a task is what the task asks for. Telling and instructing are (GDPR Art. 17(2), 19,
 * 28(3)(e)); the data that a person wants sent (Art. 20(2)) is not sent by asking how it can be taken.
 */
export function doneByLetter(kind: TaskKind): boolean {
  return hasLetter(kind) && kind !== "transmit";
}

/** Why a task cannot be done: the law's two excuses of Art. 19, and that there is nothing to do. */
export const TASK_GROUNDS = ["impossible", "disproportionate", "nothing_there"] as const;
export type TaskGround = (typeof TASK_GROUNDS)[number];

/**
 * The grounds that each kind of task has; a stop is absolute, and ends without one only where there is nothing to stop.
 * A restriction ends by the notice to the person and in no other way (Art. 18(3)).
 */
const GROUNDS_OF: Readonly<Record<TaskKind, readonly TaskGround[]>> = {
  stop_marketing: ["nothing_there"],
  stop_consent: ["nothing_there"],
  restrict_meanwhile: ["nothing_there"],
  suppress: ["nothing_there"],
  tell_recipient: TASK_GROUNDS,
  tell_publisher: TASK_GROUNDS,
  instruct_processors: ["nothing_there"],
  transmit: ["impossible", "nothing_there"],
  lift_restriction: [],
  erase_later: ["nothing_there"],
};

export function groundsOfTask(kind: TaskKind): readonly TaskGround[] {
  return GROUNDS_OF[kind];
}

/** Whether a task may end undone on this ground. */
export function maySayImpossible(kind: TaskKind, ground: TaskGround): boolean {
  return GROUNDS_OF[kind].includes(ground);
}

/**
 * Why a task ended with its request and by nobody: nothing was recorded before, and the day by which it was due had not
 * come, or had passed.
 */
export const OVERTAKEN_GROUNDS = ["request_ended", "not_in_time"] as const;
export type OvertakenGround = (typeof OVERTAKEN_GROUNDS)[number];

/**
 * On which ground a task ends when its request does; null for one that outlives it. Use is restricted while an objection
 * is examined (GDPR Art. 18(1)(d)): with its end there is nothing more to examine. It is not said to be done.
 * @param on the local day on which the request ended
 */
export function overtaken(
  { kind, dueOn }: { readonly kind: TaskKind; readonly dueOn: IsoDate },
  on: IsoDate,
): OvertakenGround | null {
  if (kind !== "restrict_meanwhile") return null;
  return on > dueOn ? "not_in_time" : "request_ended";
}

/** Whether it can be recorded that a task was done: while it is open, and afterwards where it had ended by itself. */
export function mayRecordDone({
  state,
  ground,
}: {
  readonly state: "open" | "done" | "not_possible";
  readonly ground: TaskGround | OvertakenGround | null;
}): boolean {
  return state === "open" || OVERTAKEN_GROUNDS.some((each) => each === ground);
}

/** What a task is about; sealed. Empty where it does not apply. */
export type TaskFacts = {
  /** Who has to be told, or gets the data. */
  readonly who: string;
  readonly country: string;
  /** What was done: a code of `tell_recipient`, or in words what is erased later. */
  readonly what: string;
};

/** How it was done, or why not; sealed. */
export type TaskProof = {
  readonly text: string;
  /** In which systems, or how it was sent. */
  readonly systems: string;
  /** The day on which it was done. */
  readonly on: IsoDate;
  /** It was done by a letter from here; how that went. */
  readonly letter?: LetterWent;
};

/** How a letter went: as a mail, or as somebody recorded of a printed one. */
export type LetterWent = { readonly noticeId: string; readonly how: "mail" | PostedHow };

export type NewTask = { readonly kind: TaskKind; readonly facts: TaskFacts; readonly dueOn: IsoDate };

const NOTHING: TaskFacts = { who: "", country: "", what: "" };

/**
 * What is due as soon as a right is used, whether or not the address is ever confirmed, because a stop hurts nobody:
 * the stop itself (GDPR Art. 7(3), 21(3)), by the aim of the clock, which is the same under every law; and for an objection that the use stops while it
 * is examined (Art. 21(1), 18(1)(d)).
 */
export function tasksOfFiling(right: Right, clock: Pick<Clock, "target" | "receivedOn">): readonly NewTask[] {
  const dueOn = clock.target ?? clock.receivedOn;
  switch (right) {
    case "marketing_objection":
      return [{ kind: "stop_marketing", facts: NOTHING, dueOn }];
    case "consent_withdrawal":
      return [{ kind: "stop_consent", facts: NOTHING, dueOn }];
    case "objection":
      return [{ kind: "restrict_meanwhile", facts: NOTHING, dueOn: iso(addDays(day(clock.receivedOn), 2)) }];
    default:
      return [];
  }
}

/** Days in which we want what follows from a decision to be done: the law says "without undue delay". */
const AIM_DAYS = 7;
/** After so many days somebody looks again whether a restriction is still needed. */
const REVIEW_DAYS = 90;

/**
 * The tasks that follow from a decision that took effect: recipients told (GDPR Art. 19), publishers (17(2)),
 * processors instructed (28(3)(e)), the data sent to the controller that the person named (20(2)), the notice before
 * a restriction is lifted (18(3)), what is kept for now erased when its time is over (5(1)(e)).
 * @param on the local day on which it took effect
 * @param suppressed whether the address of the person is on the list against marketing already
 */
export function tasksOfDecision(
  follow: readonly FollowUp[],
  of: {
    readonly right: Right;
    readonly outcome: Outcome;
    readonly on: IsoDate;
    readonly suppressed: boolean;
  },
): readonly NewTask[] {
  const soon = iso(addDays(day(of.on), AIM_DAYS));
  const tasks = follow.flatMap((each) => ofFollowUp(each, of, soon));
  const granted = of.outcome === "granted" || of.outcome === "granted_in_part";
  const what = granted ? CHANGES[of.right] : undefined;
  if (what) tasks.push({ kind: "instruct_processors", facts: { ...NOTHING, what }, dueOn: soon });
  return tasks;
}

/** The lifting of a restriction, by its notice; looked at again after a while. @param on the local day from which */
export function liftingTask(on: IsoDate): NewTask {
  return { kind: "lift_restriction", facts: NOTHING, dueOn: iso(addDays(day(on), REVIEW_DAYS)) };
}

function ofFollowUp(
  each: FollowUp,
  of: { readonly on: IsoDate; readonly suppressed: boolean },
  soon: IsoDate,
): readonly NewTask[] {
  switch (each.kind) {
    case "tell_recipient": {
      const facts = { who: each.recipient, country: each.country, what: each.what };
      return [{ kind: "tell_recipient", facts, dueOn: soon }];
    }
    case "tell_publisher":
      return [{ kind: "tell_publisher", facts: { ...NOTHING, who: each.publisher }, dueOn: soon }];
    case "transmit":
      return [{ kind: "transmit", facts: { ...NOTHING, who: each.to }, dueOn: soon }];
    case "suppress":
      return of.suppressed ? [] : [{ kind: "suppress", facts: NOTHING, dueOn: soon }];
    case "lift_restriction_notice":
      return [liftingTask(of.on)];
    case "erase_later":
      return [{ kind: "erase_later", facts: { ...NOTHING, what: each.what }, dueOn: each.on }];
  }
}

/** Rights whose grant changes data that processors hold too. */
const CHANGES: Partial<Record<Right, string>> = {
  rectification: "rectified",
  erasure: "erased",
  restriction: "restricted",
};
