/** From where the call to open a closed request again came. */
export const REOPENING_SOURCES = ["complaint", "authority", "court", "own_review"] as const;
export type ReopeningSource = (typeof REOPENING_SOURCES)[number];
