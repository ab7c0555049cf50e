import type { Answer, Outcome } from "@/lib/domain/decision/answer";
import type { Letter } from "@/lib/domain/notice/letter";
import { db, type Tx } from "./client";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

/**
 * pending: its notice has not been accepted yet. superseded: the request was opened again; sent_back: by who had
 * to approve it.
 */
export type DecisionState =
  | "awaiting_approval"
  | "pending"
  | "effective"
  | "recalled"
  | "sent_back"
  | "superseded";

/** Of one request one decision stands at a time (unique index Decision_one_standing). */
export const STANDING_STATES: readonly DecisionState[] = ["awaiting_approval", "pending", "effective"];

/** A decision without what is sealed in it. It takes effect when its notice was accepted. */
export type Decision = {
  readonly id: string;
  readonly controllerId: string;
  readonly requestId: string;
  readonly state: DecisionState;
  readonly outcome: Outcome;
  readonly contentSealed: Uint8Array;
  readonly letterSealed: Uint8Array;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  /** Null while it waits for approval. */
  readonly noticeId: string | null;
  readonly effectiveAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly supersededAt: Date | null;
};

const contentPlace = (id: string): Place => ({ table: "Decision", column: "contentSealed", row: id });
const letterPlace = (id: string): Place => ({ table: "Decision", column: "letterSealed", row: id });

/** Keeps a decision and its letter as they will be read. Returns the letter's commitment for the log. */
export async function saveDecision(
  tx: Tx,
  handle: DataKeyHandle,
  decision: {
    readonly id: string;
    readonly controllerId: string;
    readonly requestId: string;
    readonly answer: Answer;
    readonly letter: Letter;
    readonly decidedBy: string;
    readonly decidedAt: Date;
    /** Null: it waits for approval. */
    readonly noticeId: string | null;
  },
): Promise<string> {
  const { answer, letter, ...clear } = decision;
  await tx.decision.create({
    data: {
      ...clear,
      state: (decision.noticeId ? "pending" : "awaiting_approval") satisfies DecisionState,
      outcome: answer.outcome,
      ground: answer.refusals[0]?.ground ?? null,
      contentSealed: seal(handle, contentPlace(decision.id), answer),
      letterSealed: seal(handle, letterPlace(decision.id), letter),
      letterTemplate: letter.template.name,
      letterVersion: letter.template.version,
      wordingVersion: letter.wordingVersion ?? null,
    },
  });
  return commitment(handle, letterPlace(decision.id), JSON.stringify(letter));
}

/** The decision that stands on a request (awaiting approval, pending or effective), or null. */
export async function standingDecision(
  controllerId: string,
  requestId: string,
  tx: Tx = db(),
): Promise<Decision | null> {
  const found = await tx.decision.findFirst({
    where: { controllerId, requestId, state: { in: [...STANDING_STATES] } },
  });
  return found as Decision | null;
}

export async function decisionOfNotice(
  controllerId: string,
  noticeId: string,
  tx: Tx,
): Promise<Decision | null> {
  return (await tx.decision.findFirst({ where: { controllerId, noticeId } })) as Decision | null;
}

export function openAnswer(handle: DataKeyHandle, decision: Decision): Answer {
  return open<Answer>(handle, contentPlace(decision.id), decision.contentSealed);
}

export function openLetter(handle: DataKeyHandle, decision: Decision): Letter {
  return open<Letter>(handle, letterPlace(decision.id), decision.letterSealed);
}

export async function saveDecisionState(
  tx: Tx,
  id: string,
  change: {
    readonly state: DecisionState;
    readonly effectiveAt?: Date;
    readonly noticeId?: string | null;
    readonly approvedBy?: string | null;
    readonly approvedAt?: Date | null;
    readonly supersededAt?: Date | null;
  },
): Promise<void> {
  await tx.decision.update({ where: { id }, data: change });
}

/** Every decision ever made on a request, oldest first; recalled ones too. */
export async function decisionsOf(
  controllerId: string,
  requestId: string,
  tx: Tx = db(),
): Promise<Decision[]> {
  const rows = await tx.decision.findMany({
    where: { controllerId, requestId },
    orderBy: { decidedAt: "asc" },
  });
  return rows as Decision[];
}
