import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canonicalJson } from "./canonical";

/** What may be wrong with a line of an exported log. */
export type ChainFault =
  | "not_json"
  | "not_canonical"
  | "wrong_fields"
  | "wrong_sequence"
  | "wrong_previous"
  | "other_chain"
  | "time_runs_back"
  | "not_the_kept_line";

/** How far a log has been checked: what the next line must continue. */
export type ChainState = {
  readonly chain: string | null;
  readonly nextSeq: number;
  /** SHA-256 of the last line, hex; 64 zeros before the first. */
  readonly hash: string;
  readonly at: string;
};

export const CHAIN_START: ChainState = { chain: null, nextSeq: 0, hash: "0".repeat(64), at: "" };

const FIELDS = "actor,at,chain,facts,prev,request,seq,subject,type";

/**
 * Checks that one line continues the log: it is the very text that was written (canonical JSON), the next
 * in sequence, and carries the hash of the line before it.
 * @param text the line without its line feed
 * @param sha256 of a text's UTF-8 bytes, hex
 * @param kept the hash that somebody kept for this sequence number, if any
 * @returns what the line after it must continue, or what is wrong with this one
 */
export function nextLine(
  before: ChainState,
  text: string,
  sha256: (text: string) => string,
  kept?: string,
): Result<ChainState, ChainFault> {
  const line = readObject(text);
  if (!line) return refuse("not_json");
  if (canonicalJson(line) !== text) return refuse("not_canonical");
  const { seq, prev, chain, at } = line;
  if (Object.keys(line).join() !== FIELDS || typeof chain !== "string" || typeof at !== "string") {
    return refuse("wrong_fields");
  }
  if (seq !== before.nextSeq) return refuse("wrong_sequence");
  if (prev !== before.hash) return refuse("wrong_previous");
  if (before.chain !== null && chain !== before.chain) return refuse("other_chain");
  if (at < before.at) return refuse("time_runs_back");
  const hash = sha256(text);
  if (kept !== undefined && kept !== hash) return refuse("not_the_kept_line");
  return ok({ chain, nextSeq: before.nextSeq + 1, hash, at });
}

function readObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
