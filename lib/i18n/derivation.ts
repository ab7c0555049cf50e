import type { DerivationStep } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { formatCitation } from "@/lib/i18n/citation";
import { formatDate, formatWeekday } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";

export type DerivationSentence = {
  readonly sentence: string;
  /** The rule of law, or "" for a choice of our own. */
  readonly citation: string;
};

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * "Why this date?" in words: one sentence per step, in order, the same for staff, requester and auditor.
 * Dates are written out in the language; `from` and `to` also come as weekdays.
 * @param translate scoped to the namespace `clock`
 */
export function derivationSentences(
  translate: Translate,
  derivation: readonly DerivationStep[],
  language: Language,
): readonly DerivationSentence[] {
  return derivation.map(({ rule, from, to, citation, facts }) => {
    const values: Record<string, string | number> = {};
    for (const [name, fact] of Object.entries(facts)) values[name] = inWords(fact, language);
    for (const [name, date] of Object.entries({ from, to })) {
      if (date === null) continue;
      values[name] = formatDate(date, language);
      values[`${name}Weekday`] = formatWeekday(date, language);
    }
    return { sentence: translate(`rule.${rule}`, values), citation: formatCitation(citation, language) };
  });
}

function inWords(fact: string | number | boolean, language: Language): string | number {
  if (typeof fact === "number") return fact;
  const text = String(fact);
  return ISO_DATE.test(text) ? formatDate(text as IsoDate, language) : text;
}
