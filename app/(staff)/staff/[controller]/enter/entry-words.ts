import { ENTERED_CHANNELS, ON_BEHALF, RELATIONSHIPS } from "@/lib/domain/intake/filing";
import { LETTER_LANGUAGES } from "@/lib/domain/intake/letter/classify";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import type { Translate } from "@/lib/i18n/translator";
import type { Option } from "../../_form/select-field";
import type { SuggestionWords } from "./suggestions.client";

const FIELDS = [
  "channel",
  "receivedOn",
  "reachedOn",
  "receivedAt",
  "processor",
  "processorOn",
  "processorAt",
  "knownBack",
  "text",
  "original",
  "rights",
  "language",
  "name",
  "email",
  "postalAddress",
  "phone",
  "onBehalf",
  "subjectName",
  "authority",
  "relationship",
  "identifiers",
] as const;

type Fields = Readonly<Record<(typeof FIELDS)[number], string>>;

export type EntryWords = {
  readonly submit: string;
  readonly after: string;
  readonly choose: string;
  readonly parts: Readonly<Record<"how" | "asked" | "who", string>>;
  readonly fields: Fields;
  readonly hints: Fields;
  readonly channels: readonly Option[];
  readonly languages: readonly Option[];
  readonly onBehalf: readonly Option[];
  readonly relationships: readonly Option[];
  readonly rights: Readonly<Record<Right, string>>;
  /** Those that the law at hand gives. */
  readonly offered: readonly Right[];
  readonly suggestions: SuggestionWords;
};

/** What the form says. @param zone whose clock the times are read from */
export function entryWords(
  say: Translate,
  texts: { readonly staff: Translate; readonly letter: Translate },
  of: { readonly zone: string; readonly languages: readonly string[]; readonly rights: readonly Right[] },
): EntryWords {
  const { staff, letter } = texts;
  const options = (values: readonly string[], word: (value: string) => string): Option[] =>
    values.map((value) => ({ value, label: word(value) }));
  const suggest = (key: string) => say(`entry.suggestions.${key}`);
  return {
    submit: say("entry.submit"),
    after: say("entry.after"),
    choose: say("entry.choose"),
    parts: { how: say("entry.parts.how"), asked: say("entry.parts.asked"), who: say("entry.parts.who") },
    fields: Object.fromEntries(FIELDS.map((name) => [name, say(`entry.fields.${name}`)])) as Fields,
    hints: hints(say, of.zone),
    channels: options(ENTERED_CHANNELS, (value) => say(`entry.channels.${value}`)),
    languages: options(of.languages, (value) => staff(`request.language.${value}`)),
    onBehalf: options(ON_BEHALF, (value) => staff(`request.onBehalf.${value}`)),
    relationships: options(RELATIONSHIPS, (value) => staff(`request.relationship.${value}`)),
    rights: Object.fromEntries(RIGHTS.map((right) => [right, letter(`right.${right}`)])) as Record<
      Right,
      string
    >,
    offered: of.rights,
    suggestions: {
      title: suggest("title"),
      lead: suggest("lead"),
      nothing: suggest("nothing"),
      language: suggest("language"),
      languageUnknown: suggest("languageUnknown"),
      notAnswered: suggest("notAnswered"),
      use: suggest("use"),
      used: suggest("used"),
      languages: Object.fromEntries(
        LETTER_LANGUAGES.map((code) => [code, say(`entry.suggestions.languages.${code}`)]),
      ) as SuggestionWords["languages"],
    },
  };
}

const HINTED = [
  "receivedOn",
  "processorOn",
  "text",
  "original",
  "language",
  "email",
  "postalAddress",
  "identifiers",
] as const;

function hints(say: Translate, zone: string): Fields {
  const blank = Object.fromEntries(FIELDS.map((name) => [name, ""]));
  const given = Object.fromEntries(HINTED.map((name) => [name, say(`entry.hints.${name}`, { zone })]));
  return { ...blank, ...given } as Fields;
}
