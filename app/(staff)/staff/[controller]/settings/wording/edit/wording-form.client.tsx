"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/field";
import { type FormWords, postJson, useJsonForm } from "../../../../_form/use-json-form.client";
import { type ExampleMessage, WordingMessage } from "./wording-message.client";

type Values = { opening: string; closing: string };
const PARTS = ["opening", "closing"] as const;

export type WordingFormWords = FormWords &
  Readonly<
    Record<"lead" | "opening" | "openingHint" | "closing" | "closingHint" | "save" | "conflict", string>
  >;

/** Own words before and after a message, seen in it while they are written. Without JavaScript it posts itself. */
export function WordingForm({
  action,
  of,
  version,
  values,
  message,
  words,
}: {
  readonly action: string;
  readonly of: { readonly kind: string; readonly language: string };
  readonly version: number;
  readonly values: Readonly<Values>;
  /** Null where no example can be made. */
  readonly message: ExampleMessage | null;
  readonly words: WordingFormWords;
}) {
  const [base, setBase] = useState(version);
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: values,
    words,
    send: (typed) => postJson(action, { ...of, ...typed, version: base }),
    onRefused: (refusal) => {
      if (refusal.error !== "changed_meanwhile" || refusal.version === undefined) return refusal.message;
      setBase(refusal.version);
      return words.conflict.replace("%s", String(refusal.version));
    },
  });
  const [opening, closing] = form.watch(PARTS);
  return (
    <>
      <form method="post" action={action} onSubmit={submit} noValidate>
        {problems}
        <p className="mb-4">{words.lead}</p>
        <input type="hidden" name="kind" value={of.kind} />
        <input type="hidden" name="language" value={of.language} />
        <input type="hidden" name="version" value={base} />
        {PARTS.map((part) => (
          <TextArea
            key={part}
            label={words[part]}
            hint={words[`${part}Hint`]}
            optional={words.optional}
            error={errorOf(part)}
            errorPrefix={words.errorPrefix}
            lang={of.language}
            rows={6}
            defaultValue={values[part]}
            {...form.register(part)}
          />
        ))}
        <Button aria-disabled={busy}>{busy ? words.saving : words.save}</Button>
      </form>
      {message ? <WordingMessage {...message} opening={opening} closing={closing} /> : null}
    </>
  );
}
