import { createHash, createHmac, createSecretKey } from "node:crypto";
import { keys } from "./keys";

/** The token of a mail link: made again from id and purpose whenever a mail is rendered, never stored. */
export function linkToken(id: string, purpose: string): string {
  return createHmac("sha256", createSecretKey(keys().link)).update(`${id}|${purpose}`).digest("base64url");
}

/** What is stored of any secret that a person carries (link, cookie). */
export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
