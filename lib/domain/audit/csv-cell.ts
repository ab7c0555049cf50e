/** What a spreadsheet skips before it decides whether a cell is a formula: spaces of every kind and controls. */
const SKIPPED = /^[\s\p{C}\p{Z}]*/u;
const TRIGGER = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE63\uFE62\uFE66\uFE6B]/u;

/**
 * A cell that no spreadsheet takes for a formula: one whose first visible character could begin one gets an
 * apostrophe in front. Line breaks are kept; each of its lines is looked at, since some programs split them.
 */
export function safeCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value)
    .split(/(\r\n|\r|\n)/)
    .map((part) => (TRIGGER.test(part.replace(SKIPPED, "")) ? `'${part}` : part))
    .join("");
}
