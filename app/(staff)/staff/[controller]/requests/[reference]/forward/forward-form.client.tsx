"use client";
import { Button } from "@/app/_ui/button";
import { TextArea, TextField } from "@/app/_ui/field";
import { type FormWords, postJson, useJsonForm } from "../../../../_form/use-json-form.client";

type Values = { name: string; email: string; postalAddress: string; note: string };

export type ForwardWords = FormWords & {
  readonly fields: Readonly<Values>;
  readonly hints: Readonly<Values>;
  readonly submit: string;
};

const BLANK: Values = { name: "", email: "", postalAddress: "", note: "" };

/** Who the customer is that decides over the data, and where the request goes. */
export function ForwardForm({
  action,
  version,
  kept,
  words,
}: {
  readonly action: string;
  /** The request as its reader saw it. */
  readonly version: number;
  /** What was written of it and not sent. */
  readonly kept: Partial<Values>;
  readonly words: ForwardWords;
}) {
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: { ...BLANK, ...kept },
    words,
    send: (typed) => postJson(action, { ...typed, version }),
  });
  const texts = (name: keyof Values, optional: boolean) => ({
    label: words.fields[name],
    hint: words.hints[name] || undefined,
    optional: optional ? words.optional : undefined,
    error: errorOf(name),
    errorPrefix: words.errorPrefix,
    ...form.register(name),
  });
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      {problems}
      <TextField {...texts("name", false)} />
      <TextField type="email" {...texts("email", true)} />
      <TextArea rows={4} {...texts("postalAddress", true)} />
      <TextArea rows={4} {...texts("note", true)} />
      <Button aria-disabled={busy}>{busy ? words.saving : words.submit}</Button>
    </form>
  );
}
