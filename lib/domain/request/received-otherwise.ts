/** What a requester can say of an existing request by letter, by phone or in person, and staff write down. */
export const RECEIVED_KINDS = [
  "reply",
  "information",
  "narrowing",
  "withdrawal",
  "fee_accepted",
  "fee_objection",
] as const;
export type ReceivedKind = (typeof RECEIVED_KINDS)[number];

/** A withdrawal waits for its confirmation, which is read before it is sent (lib/domain/notice/written-letter.ts). */
export const RECORDED_AT_ONCE = RECEIVED_KINDS.filter((kind) => kind !== "withdrawal");
