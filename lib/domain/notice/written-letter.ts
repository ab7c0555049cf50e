/**
 * The letters that staff write in a form of their own, look at as they would leave, and then send. The answer, the
 * extension, the request for proof and the fee notice have pages of their own for the same. The word also stands in an
 * address. withdrawal: the confirmation of one that came another way than through the portal;
 * direct: the word to the person that they are answered themselves; others: what a task has a recipient, a processor
 * or another controller told.
 */
export const WRITTEN_LETTERS = [
  "question",
  "forwarding",
  "reopening",
  "lifting",
  "objection",
  "withdrawal",
  "direct",
  "others",
] as const;
export type WrittenLetter = (typeof WRITTEN_LETTERS)[number];

/** What is kept as a draft under the name of its kind. */
export type DraftedLetter = WrittenLetter | "extension";
