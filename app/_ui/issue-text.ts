import type { Language } from "@/lib/domain/kernel/language";
import type { FieldIssue } from "@/lib/domain/kernel/refusal";
import { CATALOGUE, type Messages } from "@/lib/i18n/catalogue";
import { translator } from "@/lib/i18n/translator";

/**
 * What is wrong with a field, as a sentence without a full stop: the field's own where there is one
 * (errors.fields.<name>.<message>), else the one for every field (errors.<message>).
 * @param issue its `field` may be a path ("who.email", "requests.0.from"); the last name counts
 */
export function issueText(language: Language, issue: FieldIssue): string {
  const say = translator(language, "errors");
  const name = nameOf(issue.field);
  const own = `fields.${name}.${issue.message}`;
  const values = { field: issue.field, ...issue.values };
  if (has(language, own)) return say(own, values);
  return say(has(language, issue.message) ? issue.message : "format", values);
}

/** The field that an issue is about: "requests.0.from" and "from-day" are about "from". */
export function nameOf(field: string): string {
  const names = field.split(".").filter((part) => !/^\d+$/.test(part));
  return (names.at(-1) ?? "").replace(/-(?:day|month|year)$/, "");
}

function has(language: Language, key: string): boolean {
  let at: string | Messages | undefined = CATALOGUE[language].errors;
  for (const part of key.split(".")) {
    at = typeof at === "object" && Object.hasOwn(at, part) ? at[part] : undefined;
  }
  return typeof at === "string";
}
