"use client";
import { Button } from "@/app/_ui/button";
import { TextArea, TextField } from "@/app/_ui/field";
import { type Option, SelectField } from "../../../../_form/select-field";
import { type FormWords, postJson, useJsonForm } from "../../../../_form/use-json-form.client";

type Field = "name" | "email" | "postalAddress" | "language" | "identifiers" | "text";
type Values = Record<Field, string>;

export type OthersWords = FormWords & {
  readonly fields: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
  readonly submit: string;
};

/** To whom the letter of a task goes, and what it says besides. It is a plain form where no script runs. */
export function OthersForm({
  action,
  seen,
  begins,
  languages,
  words,
}: {
  readonly action: string;
  /** Which task, and the request as its reader saw it. */
  readonly seen: { readonly taskId: string; readonly version: number; readonly seen: number };
  /** What the task knows, or what was written and not sent. */
  readonly begins: Values;
  readonly languages: readonly Option[];
  readonly words: OthersWords;
}) {
  const idPrefix = `others-${seen.taskId}-`;
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: begins,
    words,
    send: (typed) => postJson(action, { ...typed, ...seen }),
    idPrefix,
  });
  const texts = (name: Field, optional = false) => ({
    id: idPrefix + name,
    label: words.fields[name],
    hint: words.hints[name] || undefined,
    optional: optional ? words.optional : undefined,
    error: errorOf(name),
    errorPrefix: words.errorPrefix,
    defaultValue: begins[name],
    ...form.register(name),
  });
  return (
    <form method="post" action={action} onSubmit={submit} noValidate autoComplete="off">
      {Object.entries(seen).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {problems}
      <TextField {...texts("name")} />
      <TextField type="email" {...texts("email", true)} />
      <TextArea rows={3} {...texts("postalAddress", true)} />
      <SelectField options={languages} {...texts("language")} />
      <TextArea rows={2} {...texts("identifiers", true)} />
      <TextArea rows={3} {...texts("text", true)} />
      <Button aria-disabled={busy}>{busy ? words.saving : words.submit}</Button>
    </form>
  );
}
