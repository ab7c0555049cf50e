"use client";
import { useDeferredValue, useMemo } from "react";
import { Button } from "@/app/_ui/button";
import { type LetterLanguageCode, readLetter } from "@/lib/domain/intake/letter/classify";
import type { Right } from "@/lib/domain/kernel/right";

export type SuggestionWords = {
  readonly title: string;
  readonly lead: string;
  readonly nothing: string;
  readonly language: string;
  readonly languageUnknown: string;
  readonly notAnswered: string;
  readonly use: string;
  readonly used: string;
  readonly languages: Readonly<Record<LetterLanguageCode, string>>;
};

/** Long enough to be a request and not the first words of one being typed. */
const SHORTEST = 20;

/**
 * What the text seems to ask for and in which language, with the words that led to it. Read in the browser by fixed
 * phrases; nothing is chosen until a person presses the button, and everything can be changed after.
 */
export function Suggestions({
  text,
  chosen,
  answered,
  rights,
  offered,
  words,
  onUse,
}: {
  readonly text: string;
  readonly chosen: readonly Right[];
  /** The languages that the controller answers in. */
  readonly answered: readonly string[];
  readonly rights: Readonly<Record<Right, string>>;
  /** Those that the law at hand gives; nothing else is proposed. */
  readonly offered: readonly Right[];
  readonly words: SuggestionWords;
  readonly onUse: (rights: readonly Right[], language: string | null) => void;
}) {
  const read = useDeferredValue(text);
  const { language, proposals: all } = useMemo(() => readLetter(read), [read]);
  if (read.trim().length < SHORTEST) return null;
  const proposals = all.filter(({ right }) => offered.includes(right));
  const proposed = proposals.map(({ right }) => right);
  const used = proposed.every((right) => chosen.includes(right));
  const answers = language !== null && answered.includes(language);
  return (
    <section aria-labelledby="suggestions" className="mb-8 rounded border border-accent bg-tint p-4">
      <h3 id="suggestions" className="font-bold">
        {words.title}
      </h3>
      <p className="mb-2 text-sm">{words.lead}</p>
      <p className="mb-2">
        {language === null ? words.languageUnknown : `${words.language} ${words.languages[language]}.`}
        {language !== null && !answers ? ` ${words.notAnswered}` : ""}
      </p>
      {proposals.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <ul className="mb-3 grid gap-2">
            {proposals.map(({ right, found }) => (
              <li key={right}>
                <span className="font-semibold">{rights[right]}</span>
                <span className="block text-sm" lang={language ?? undefined}>
                  {found.map(({ at, text: said }, nth) => (
                    <span key={at}>
                      {nth > 0 ? " · " : ""}
                      <mark>{said}</mark>
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
          {used ? (
            <p className="font-semibold">{words.used}</p>
          ) : (
            <Button type="button" tone="secondary" onClick={() => onUse(proposed, answers ? language : null)}>
              {words.use}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
