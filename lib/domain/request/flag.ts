/** On what a request may be looked at more closely (GDPR Art. 12(5)); a flag is a remark and decides nothing. */
export const FLAG_GROUNDS = ["unfounded", "excessive"] as const;
export type FlagGround = (typeof FLAG_GROUNDS)[number];
