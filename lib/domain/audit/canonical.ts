import type { AuditFact } from "./events";

/**
 * Canonical JSON (RFC 8785) of any JSON value: keys in UTF-16 order, no spaces, strings and numbers as
 * ECMAScript writes them.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const object = value as Readonly<Record<string, unknown>>;
    const parts = Object.keys(object)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key])}`);
    return `{${parts.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** The facts of an event as they are written: these bytes are what the log hashes. */
export function canonicalFacts(facts: Readonly<Record<string, AuditFact>>): string {
  return canonicalJson(facts);
}
