import { createTranslator } from "next-intl";
import type { Language } from "@/lib/domain/kernel/language";
import { CATALOGUE, type Namespace } from "@/lib/i18n/catalogue";

/** Says a message of one namespace: key with dots ("right.access"), values for its ICU arguments. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const made = new Map<string, Translate>();

/**
 * The messages of a namespace outside Next: in mails, letters, jobs and on the command line.
 * Values stand in the sentence as they are; whoever renders the sentence escapes it.
 * @throws Error for a key that is not there or an ICU argument without a value: never half a sentence.
 */
export function translator(language: Language, namespace: Namespace): Translate {
  const name = `${language}/${namespace}`;
  const found = made.get(name);
  if (found) return found;
  const say = createTranslator({
    locale: language,
    messages: CATALOGUE[language][namespace],
    timeZone: "UTC",
    onError: (error) => {
      throw new Error(`messages/${name}.json: ${error.message}`);
    },
  });
  const translate: Translate = (key, values) => say(key as never, values as never);
  made.set(name, translate);
  return translate;
}
