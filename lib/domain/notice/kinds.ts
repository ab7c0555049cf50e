/** Every notice that Habeas sends; each has its file in emails/. */
export const NOTICE_KINDS = [
  "receipt",
  "confirmation_reminder",
  "fresh_link",
  "question",
  "question_pause",
  "extension",
  "identity_request",
  "answered_directly",
  "answer_ready",
  "withdrawal_confirmed",
  "withdrawal_recorded",
  "closed_unconfirmed",
  "fee_notice",
  "fee_objection_answered",
  "fee_dropped",
  "forwarded",
  "forwarded_to_customer",
  "task_letter",
  "restriction_lifting",
  "staff_digest",
  "reopened",
  "staff_invitation",
  "staff_reset",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What asks something of a requester, or speaks of the time of a request: sent to nobody once the request has ended. */
export const ENDING_KINDS = [
  "question",
  "question_pause",
  "identity_request",
  "extension",
] as const satisfies readonly NoticeKind[];

/** recalled: taken back by staff before it left; it is never sent. */
/** to_post: a letter that staff have to print and post; recording that is its acceptance. */
export type NoticeState = "owed" | "held" | "sending" | "to_post" | "accepted" | "failed" | "recalled";

/** Whether a notice may still leave by itself, or waits for somebody to post it. */
export function isUnderWay(state: NoticeState): boolean {
  return ["owed", "held", "sending", "to_post"].includes(state);
}

/** What has not left, and is on its way nowhere. */
export const UNSENT: readonly NoticeState[] = ["owed", "held", "failed", "to_post"];

/** How a letter went. */
export const POSTED_HOW = ["post", "registered_post", "handed_over", "read_out"] as const;
export type PostedHow = (typeof POSTED_HOW)[number];

/** At most this many mails an hour go to one address; further ones are held and shown to staff. */
export const MAILS_PER_HOUR = 3;
