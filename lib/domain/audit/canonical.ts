import type { AuditFact } from "./events";

/**
 * Canonical JSON (RFC 8785) of a flat object of facts: keys in UTF-16 order, no spaces, numbers as
 * ECMAScript writes them. These bytes are what the log hashes.
 */
export function canonicalFacts(facts: Readonly<Record<string, AuditFact>>): string {
  const parts = Object.keys(facts)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(facts[key])}`);
  return `{${parts.join(",")}}`;
}
