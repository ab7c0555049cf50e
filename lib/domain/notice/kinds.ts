/** Every notice that Habeas sends; each has its file in emails/. */
export const NOTICE_KINDS = [
  "receipt",
  "confirmation_reminder",
  "fresh_link",
  "question",
  "question_pause",
  "extension",
  "answer_ready",
  "withdrawal_confirmed",
  "closed_unconfirmed",
  "fee_notice",
  "fee_objection_answered",
  "staff_invitation",
  "staff_reset",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** recalled: taken back by staff before it left; it is never sent. */
export type NoticeState = "owed" | "held" | "sending" | "accepted" | "failed" | "recalled";

/** At most this many mails an hour go to one address; further ones are held and shown to staff. */
export const MAILS_PER_HOUR = 3;
