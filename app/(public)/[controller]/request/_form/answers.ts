import type { ErrorLine } from "@/app/_ui/error-summary";
import { issueText } from "@/app/_ui/issue-text";
import type { DraftAnswers, Step } from "@/lib/domain/intake/draft";
import type { Language } from "@/lib/domain/kernel/language";

/** One question page's fields as they were last typed, and what is wrong with them in words. */
export type Answers = {
  readonly errors: readonly ErrorLine[];
  /** The first value of a field, "" if there is none. */
  value(name: string): string;
  values(name: string): readonly string[];
  error(name: string): string | undefined;
  /** What a date of three fields needs. */
  date(name: string): {
    readonly values: { readonly day: string; readonly month: string; readonly year: string };
    readonly error: string | undefined;
    readonly wrong: readonly ("day" | "month" | "year")[];
  };
};

const PARTS = ["day", "month", "year"] as const;

export function answersOf(draft: DraftAnswers, step: Step, language: Language): Answers {
  const { typed = {}, issues = [] } = draft.steps[step] ?? {};
  const errors = issues.map((issue) => ({ field: idOf(issue.field), text: issueText(language, issue) }));
  const value = (name: string) => typed[name]?.[0] ?? "";
  const error = (name: string) => errors.find(({ field }) => field === name)?.text;
  return {
    errors,
    value,
    values: (name) => typed[name] ?? [],
    error,
    date: (name) => {
      const wrong = PARTS.filter((part) => error(`${name}-${part}`));
      return {
        values: { day: value(`${name}-day`), month: value(`${name}-month`), year: value(`${name}-year`) },
        error: error(name) ?? wrong.map((part) => error(`${name}-${part}`))[0],
        wrong,
      };
    },
  };
}

/** An issue about one of several values ("grounds.0") is about their field. */
function idOf(field: string): string {
  return field.split(".")[0] ?? field;
}
