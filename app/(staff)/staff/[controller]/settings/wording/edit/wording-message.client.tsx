"use client";
import type { ReactNode } from "react";
import { ownParagraphs } from "@/lib/domain/notice/wording";

/** An invented message around which own words can be seen. */
export type ExampleMessage = {
  readonly language: string;
  readonly title: string;
  /** What always stands between the own words, and what always stands last. */
  readonly body: ReactNode;
  readonly foot: ReactNode;
  readonly values: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<"title" | "lead" | "own" | "none" | "fixed" | "foot", string>>;
};

/** The whole message: own words where they come to stand, and what is always there, told apart in words. */
export function WordingMessage({
  language,
  title,
  body,
  foot,
  values,
  words,
  opening,
  closing,
}: ExampleMessage & { readonly opening: string; readonly closing: string }) {
  const own = (typed: string) => <Own language={language} typed={typed} values={values} words={words} />;
  return (
    <section aria-labelledby="wording-preview" className="mt-10">
      <h2 id="wording-preview" className="mb-1 text-xl font-bold">
        {words.title}
      </h2>
      <p>{words.lead}</p>
      <article className="my-6 rounded border border-edge bg-surface p-4 sm:p-8">
        <h3 lang={language} className="mb-6 text-xl font-bold">
          {title}
        </h3>
        {own(opening)}
        <Fixed label={words.fixed} language={language}>
          {body}
        </Fixed>
        {own(closing)}
        <Fixed label={words.foot} language={language}>
          {foot}
        </Fixed>
      </article>
    </section>
  );
}

function Own({
  language,
  typed,
  values,
  words,
}: Pick<ExampleMessage, "language" | "values" | "words"> & { readonly typed: string }) {
  const text = ownParagraphs(typed, values)
    .map((paragraph) => paragraph.text)
    .join("\n\n");
  return (
    <div className="mb-6 border-l-4 border-accent pl-4">
      <p className="mb-2 text-sm font-semibold text-soft">{words.own}</p>
      {text === "" ? (
        <p className="text-soft">{words.none}</p>
      ) : (
        <p lang={language} className="mb-3 whitespace-pre-line wrap-anywhere">
          {text}
        </p>
      )}
    </div>
  );
}

function Fixed({
  label,
  language,
  children,
}: {
  readonly label: string;
  readonly language: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="mb-6 border-l-4 border-line pl-4">
      <p className="mb-2 text-sm font-semibold text-soft">{label}</p>
      <div lang={language}>{children}</div>
    </div>
  );
}
