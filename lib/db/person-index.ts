import { createHmac } from "node:crypto";
import { keptKey, keys } from "./keys";

/** Version of the folding below; a change needs a new version and a re-index. */
export const INDEX_VERSION = 1;

/** NFKC, without case and diacritics: "Åsa" and "asa" are the same word. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").trim();
}

/** The words of a name, folded, split at space and hyphen. */
export function nameWords(name: string): string[] {
  return [
    ...new Set(
      fold(name)
        .split(/[\s\-‐-–]+/u)
        .filter(Boolean),
    ),
  ];
}

function index(owner: string, kind: "email" | "word" | "content", text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHmac("sha256", keptKey(keys().index, `person-index|v${INDEX_VERSION}`, owner))
      .update(`${kind}|${text}`)
      .digest()
      .subarray(0, 16),
  );
}

/** Keyed index of an exact address (folded), per owner: a controller's id, or "installation" for staff. */
export function emailIndex(owner: string, email: string): Uint8Array<ArrayBuffer> {
  return index(owner, "email", email.normalize("NFKC").toLowerCase().trim());
}

/** Keyed index of one folded word of a name. */
export function wordIndex(controllerId: string, word: string): Uint8Array<ArrayBuffer> {
  return index(controllerId, "word", word);
}

/**
 * Tells whether two filings say the same: keyed, because a plain hash of a name and an address could be tried out with
 * a list of customers by whoever has a copy of the database.
 */
export function contentMark(controllerId: string, content: unknown): Uint8Array<ArrayBuffer> {
  return index(controllerId, "content", JSON.stringify(content));
}
