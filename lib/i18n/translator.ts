import { createTranslator } from "next-intl";
import type { Language } from "@/lib/domain/kernel/language";
import { CATALOGUE, type Messages, type Namespace } from "@/lib/i18n/catalogue";

/** Says a message of one namespace: key with dots ("right.access"), values for its ICU arguments. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const made = new Map<string, Translate>();

/**
 * The messages of a namespace outside Next: in mails, letters, jobs and on the command line.
 * Values stand in the sentence as they are; whoever renders the sentence escapes it.
 * @throws Error for a key that is not there or an ICU argument without a value: never half a sentence.
 */
export function translator(language: Language, namespace: Namespace): Translate {
  return translatorOf(`${language}/${namespace}`, language, () => CATALOGUE[language][namespace]);
}

/** As `translator`, of messages that were put together; made once for a name. */
export function translatorOf(name: string, language: Language, messages: () => Messages): Translate {
  const found = made.get(name);
  if (found) return found;
  const say = createTranslator({
    locale: language,
    messages: messages(),
    timeZone: "UTC",
    onError: (error) => {
      throw new Error(`messages/${name}.json: ${error.message}`);
    },
  });
  const translate: Translate = (key, values) => say(key as never, values as never);
  made.set(name, translate);
  return translate;
}
