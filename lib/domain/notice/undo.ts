import { type NoticeKind, type NoticeState, UNSENT } from "@/lib/domain/notice/kinds";

/**
 * Letters that staff send on purpose: each is held a short time and can be taken back before it leaves. A kind is
 * added here and in lib/commands/notice/take-back.ts, and its command says `recallable: true` to `oweNotice`.
 */
export const UNDOABLE_KINDS = [
  "question",
  "question_pause",
  "extension",
  "identity_request",
  "answered_directly",
  "answer_ready",
  "closed_unconfirmed",
  "restriction_lifting",
  "forwarded_to_customer",
  "task_letter",
  "reopened",
  "withdrawal_recorded",
  "fee_notice",
  "fee_objection_answered",
] as const satisfies NoticeKind[];
export type UndoableKind = (typeof UNDOABLE_KINDS)[number];

export function isUndoable(kind: NoticeKind): kind is UndoableKind {
  return UNDOABLE_KINDS.some((each) => each === kind);
}

/** Whether a letter can still be taken back: it is of such a kind, and it is neither on its way nor accepted. */
export function canUndo(notice: { readonly kind: NoticeKind; readonly state: NoticeState }): boolean {
  return isUndoable(notice.kind) && UNSENT.includes(notice.state);
}
