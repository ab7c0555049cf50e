"use client";
import { useEffect, useRef } from "react";
import { Banner } from "@/app/_ui/banner";
import { ButtonLink } from "@/app/_ui/button";

export type CodesWords = Readonly<Record<"title" | "lead" | "once" | "saved" | "list", string>>;

/** Recovery codes, shown this once; takes the focus, since it takes the place of the form. */
export function RecoveryCodes({
  codes,
  words,
  onward,
}: {
  readonly codes: readonly string[];
  readonly words: CodesWords;
  readonly onward: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="max-w-text">
      <h2 ref={heading} tabIndex={-1} className="mb-2 text-xl font-bold">
        {words.title}
      </h2>
      <p className="mb-4">{words.lead}</p>
      <Banner tone="warn">{words.once}</Banner>
      <ul aria-label={words.list} className="mb-6 grid gap-1 font-mono text-lg sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <ButtonLink href={onward}>{words.saved}</ButtonLink>
    </div>
  );
}
