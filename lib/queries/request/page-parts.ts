import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { type Decision, decisionsOf, openLetter, STANDING_STATES } from "@/lib/db/decision";
import { feesOf } from "@/lib/db/fee";
import { answerOnItsWay } from "@/lib/db/fee-event";
import { type Flag, flagsOf, openReason } from "@/lib/db/flag";
import type { Notice } from "@/lib/db/notice";
import type { RightsRequest } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import { staffNames } from "@/lib/db/staff";
import { byRequester, FROM_REQUESTER, type MessageKind, threadOf, threadOutline } from "@/lib/db/thread";
import type { AnswerWay } from "@/lib/domain/clock/recorded-answer";
import type { Outcome } from "@/lib/domain/decision/answer";
import type { FeeState } from "@/lib/domain/fee/fee";
import type { IsoInstant } from "@/lib/domain/kernel/date";
import { type NoticeKind, type NoticeState, UNSENT } from "@/lib/domain/notice/kinds";
import type { Letter } from "@/lib/domain/notice/letter";
import { canUndo } from "@/lib/domain/notice/undo";
import type { FlagGround } from "@/lib/domain/request/flag";

/** A message of the thread; the text is null for who may not read it, the author null for the requester. */
export type ThreadLine = {
  readonly id: string;
  readonly kind: MessageKind;
  readonly author: string | null;
  readonly text: string | null;
  readonly at: IsoInstant;
  /** It never left: its mail was taken back. */
  readonly takenBack: boolean;
  /** How it came, where the author wrote down what the requester said; else null. */
  readonly way: AnswerWay | null;
};

export type NoticeLine = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly owedAt: IsoInstant;
  readonly acceptedAt: IsoInstant | null;
  readonly nextAttemptAt: IsoInstant;
  readonly attempts: number;
  /** A code of the mail server, or of ours. */
  readonly lastError: string | null;
  /** A letter of staff that has not left yet. */
  readonly undoable: boolean;
  /** It went by post, and somebody recorded it. */
  readonly posted: boolean;
};

export type FlagLine = {
  readonly id: string;
  readonly ground: FlagGround;
  readonly reason: string | null;
  readonly raisedBy: string;
  readonly raisedAt: IsoInstant;
  readonly removedBy: string | null;
  readonly removedAt: IsoInstant | null;
};

export type DecisionLine = {
  readonly outcome: Outcome;
  readonly state: "awaiting_approval" | "pending" | "effective";
  readonly decidedBy: string;
  readonly decidedAt: IsoInstant;
  readonly effectiveAt: IsoInstant | null;
  /** Until its notice is on its way. */
  readonly recallable: boolean;
  /** What became of its notice so far; null while there is none. */
  readonly notice: NoticeState | null;
  /** When the notice leaves at the earliest, while it waits to. */
  readonly leavesAt: IsoInstant;
  /** Somebody approved it. */
  readonly approved: boolean;
  readonly letter: Letter | null;
  /** For who approves: what stands for the letter; null unless it waits for approval and can be read. */
  readonly fingerprint: string | null;
  /** Who decided it, as the log says. */
  readonly decider: string;
};

export function instant(date: Date): IsoInstant {
  return date.toISOString() as IsoInstant;
}

export function instantOrNull(date: Date | null): IsoInstant | null {
  return date && instant(date);
}

/** The key of a request for who may read it; null for who may not. */
export async function keyFor(request: RightsRequest, readable: boolean): Promise<DataKeyHandle | null> {
  return readable ? loadDataKey(db(), request.dataKeyId) : null;
}

export async function threadLines(
  request: RightsRequest,
  key: DataKeyHandle | null,
  notices: readonly Notice[],
): Promise<readonly ThreadLine[]> {
  const of = [request.controllerId, request.id] as const;
  const messages = key ? await threadOf(...of, key) : await threadOutline(...of);
  const staff = messages.map(({ author }) => author.split(":")[1] ?? "").filter((id) => id.length === 36);
  const names = await staffNames(staff);
  return messages.map((message) => ({
    id: message.id,
    kind: message.kind,
    author: byRequester(message) ? null : (names.get(message.author.split(":")[1] ?? "") ?? ""),
    text: "text" in message ? (message.text as string) : null,
    at: instant(message.at),
    takenBack: notices.some(({ id, state }) => id === message.noticeId && state === "recalled"),
    way: message.recorded?.way ?? null,
  }));
}

/** Whether a question has no reply, and whether the person said something that no question of ours came after. */
export function said(thread: readonly Pick<ThreadLine, "kind" | "takenBack">[]): {
  readonly asked: boolean;
  readonly wrote: boolean;
} {
  const seen = thread.filter(({ takenBack }) => !takenBack).map(({ kind }) => kind);
  const question = seen.lastIndexOf("question");
  const word = Math.max(...FROM_REQUESTER.map((kind) => seen.lastIndexOf(kind)));
  return { asked: question > word, wrote: word > question };
}

/** How the fee of a request stands, and whether the answer to an objection against it is on its way. */
export async function feeFacts({ controllerId, id: requestId }: RightsRequest): Promise<{
  readonly fee: FeeState | null;
  readonly objectionAnswered: boolean;
}> {
  const fee = (await feesOf({ controllerId, requestId })).at(-1);
  const answer = fee ? await answerOnItsWay(controllerId, fee.id) : null;
  return { fee: fee?.state ?? null, objectionAnswered: answer !== null };
}

export function noticeLine(notice: Notice): NoticeLine {
  return {
    id: notice.id,
    kind: notice.kind,
    state: notice.state,
    owedAt: instant(notice.owedAt),
    acceptedAt: instantOrNull(notice.acceptedAt),
    nextAttemptAt: instant(notice.nextAttemptAt),
    attempts: notice.attempts,
    lastError: notice.lastError,
    undoable: canUndo(notice),
    posted: notice.postedHow !== null,
  };
}

/** Whether a withdrawal that staff recorded waits for its confirmation to arrive. */
export function isWithdrawing(request: RightsRequest, notices: readonly Notice[]): boolean {
  const waits = ({ requestId, kind, state }: Notice) =>
    requestId === request.id && kind === "withdrawal_recorded" && state !== "recalled";
  return request.state === "answer_pending" && notices.some(waits);
}

export async function flagLines(
  request: RightsRequest,
  key: DataKeyHandle | null,
): Promise<readonly FlagLine[]> {
  const flags = await flagsOf(request.controllerId, request.id);
  const names = await staffNames(flags.flatMap((flag) => [flag.raisedBy, flag.removedBy ?? []].flat()));
  return flags.map((flag: Flag) => ({
    id: flag.id,
    ground: flag.ground,
    reason: key && openReason(key, flag),
    raisedBy: names.get(flag.raisedBy) ?? "",
    raisedAt: instant(flag.raisedAt),
    removedBy: flag.removedBy && (names.get(flag.removedBy) ?? ""),
    removedAt: instantOrNull(flag.removedAt),
  }));
}

/** The decision that stands on a request, or null. */
export async function decisionLine(
  request: RightsRequest,
  key: DataKeyHandle | null,
  notices: readonly Notice[],
): Promise<DecisionLine | null> {
  const decisions = await decisionsOf(request.controllerId, request.id);
  const standing = decisions.find((decision: Decision) => STANDING_STATES.includes(decision.state));
  if (!standing) return null;
  const by = standing.decidedBy.split(":")[1] ?? "";
  const notice = notices.find(({ id }) => id === standing.noticeId);
  const letter = key && openLetter(key, standing);
  return {
    outcome: standing.outcome,
    state: standing.state as DecisionLine["state"],
    decidedBy: (await staffNames([by])).get(by) ?? "",
    decidedAt: instant(standing.decidedAt),
    effectiveAt: instantOrNull(standing.effectiveAt),
    recallable:
      standing.state === "awaiting_approval" ||
      (standing.state === "pending" && UNSENT.includes(notice?.state ?? "sending")),
    notice: notice?.state ?? null,
    approved: standing.approvedBy !== null,
    leavesAt: instant(notice?.nextAttemptAt ?? standing.decidedAt),
    letter,
    fingerprint: letter && standing.state === "awaiting_approval" ? fingerprintOf(letter) : null,
    decider: standing.decidedBy,
  };
}

function fingerprintOf(letter: Letter): string {
  return createHash("sha256").update(JSON.stringify(letter)).digest("hex");
}
