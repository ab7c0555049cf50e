import { voidClockEffect } from "@/lib/commands/clock/take-effect";
import type { Ctx } from "@/lib/commands/context";
import { undoTaskNotice } from "@/lib/commands/decision/take-task-effect";
import { type Undo, undoAnswer } from "@/lib/commands/decision/undo-answer";
import { undoObjectionAnswer } from "@/lib/commands/fee/take-objection-effect";
import { undoFeeNotice } from "@/lib/commands/fee/undo-fee-notice";
import { undoDirect } from "@/lib/commands/identity/undo-direct";
import { undoIdentityRequest } from "@/lib/commands/identity/undo-request";
import { bringBackWhatItWasWrittenFrom } from "@/lib/commands/notice/written-from";
import { undoWithdrawal } from "@/lib/commands/request/record-withdrawal";
import { undoForward } from "@/lib/commands/request/undo-forward";
import { undoQuestion } from "@/lib/commands/request/undo-question";
import { undoReopening } from "@/lib/commands/request/undo-reopening";
import { type Notice, recallNotice } from "@/lib/db/notice";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { UndoableKind } from "@/lib/domain/notice/undo";
import { isUndoable } from "@/lib/domain/notice/undo";

/**
 * What else goes back when a letter of staff is taken back before it left, by its kind. What waits on the clock for
 * the letter becomes void by itself (voidClockEffect); here stands the rest: the state of the request.
 */
const UNDO: Readonly<Record<UndoableKind, Undo>> = {
  question: undoQuestion,
  question_pause: undoQuestion,
  extension: async () => ({}),
  identity_request: undoIdentityRequest,
  answered_directly: undoDirect,
  answer_ready: undoAnswer,
  closed_unconfirmed: undoAnswer,
  restriction_lifting: undoTaskNotice,
  task_letter: undoTaskNotice,
  forwarded_to_customer: undoForward,
  reopened: undoReopening,
  withdrawal_recorded: undoWithdrawal,
  fee_notice: undoFeeNotice,
  fee_objection_answered: undoObjectionAnswer,
};

/**
 * Takes a letter back that has not left: it is never sent, and what it was to bring about never happens. Both steps
 * stay in the log. The caller has locked both.
 * @throws Refused not_allowed (an answer is taken back by who may send one, or approved it), wrong_state (on its way, or accepted)
 */
export async function takeBack(ctx: Ctx, work: Work, request: RightsRequest, notice: Notice): Promise<void> {
  const { kind } = notice;
  if (!isUndoable(kind)) throw new Refused({ code: "wrong_state", state: notice.state });
  if (!(await recallNotice(work.tx, notice.id))) throw new Refused({ code: "wrong_state", state: "sending" });
  const change = await UNDO[kind](ctx, work, { request, notice });
  await voidClockEffect(ctx, work, notice.id);
  await bringBackWhatItWasWrittenFrom(work, notice, change.state === "awaiting_approval");
  await saveRequest(work.tx, request, change);
  work.audit({ type: "notice.recalled", subject: notice.id, request: request.id, facts: { kind } });
}
