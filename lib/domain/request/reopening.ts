/** From where the call to open a closed request again came. */
export const REOPENING_SOURCES = ["complaint", "authority", "court", "own_review"] as const;
export type ReopeningSource = (typeof REOPENING_SOURCES)[number];

/** Whether this source can order an answer by a day of its own. */
export function mayOrder(source: ReopeningSource): boolean {
  return source === "authority" || source === "court";
}
