import type { Messages } from "@/lib/i18n/catalogue";
import { flatMessages } from "@/lib/i18n/flat-messages";
import type { Translate } from "@/lib/i18n/translator";

const KEYS = [
  "outcome",
  "text",
  "checklist",
  "items",
  "itemsHint",
  "itemName",
  "itemDescription",
  "addItem",
  "refusals",
  "what",
  "whatHint",
  "ground",
  "groundChoose",
  "reasons",
  "reasonsHint",
  "bareGround",
  "provision",
  "provisionHint",
  "balancing",
  "balancingHint",
  "addRefusal",
  "preview",
  "saving",
  "saved",
] as const;

/** What the form of an answer says; "#" in the numbered ones stands for the number. */
export type AnswerWords = Readonly<
  Record<
    (typeof KEYS)[number] | "textHint" | "item" | "removeItem" | "refusal" | "removeRefusal" | "check",
    string
  >
> & {
  /** What the fields of each right say, by key with dots; "#" stands for a number. */
  readonly own: Readonly<Record<string, string>>;
};

/**
 * @param language name of the language the person reads
 * @param check what an answer to this right has to contain
 * @param own what the fields of each right say
 */
export function answerWords(say: Translate, language: string, check: string, own: Messages): AnswerWords {
  const plain = Object.fromEntries(KEYS.map((key) => [key, say(`answer.${key}`)])) as Record<
    (typeof KEYS)[number],
    string
  >;
  const numbered = (key: string) => say(`answer.${key}`, { number: "#" });
  return {
    ...plain,
    textHint: say("answer.textHint", { language }),
    item: numbered("item"),
    removeItem: numbered("removeItem"),
    refusal: numbered("refusal"),
    removeRefusal: numbered("removeRefusal"),
    check,
    own: flatMessages(own),
  };
}
