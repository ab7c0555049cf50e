"use client";
import type { ReactNode } from "react";
import { type ArrayPath, type Path, type UseFormReturn, useFieldArray } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { TextArea, TextField } from "@/app/_ui/field";
import { CheckFields } from "../../../../../_form/check-fields";
import { SelectField } from "../../../../../_form/select-field";
import type { FormWords, JsonForm } from "../../../../../_form/use-json-form.client";
import type { AnswerWords } from "../answer-words";
import type { AnswerValues } from "../values";

/** What every part of the answer's form is given. */
export type Kit = {
  readonly form: UseFormReturn<AnswerValues>;
  readonly words: FormWords & AnswerWords;
  readonly errorOf: JsonForm<AnswerValues>["errorOf"];
};

type One = Kit & {
  /** Path of the value. */
  readonly at: string;
  /** Key of the label; its hint, if there is one, is the key with "Hint". */
  readonly say: string;
  readonly optional?: boolean | undefined;
};

function tied({ form, words, errorOf, at, say, optional }: One) {
  const path = at as Path<AnswerValues>;
  const now: unknown = form.getValues(path);
  return {
    id: at,
    label: words.own[say] ?? say,
    hint: words.own[`${say}Hint`],
    optional: optional ? words.optional : undefined,
    error: errorOf(path),
    errorPrefix: words.errorPrefix,
    // Stands in the page as it arrives, before the form takes over.
    defaultValue: typeof now === "string" || typeof now === "number" ? now : "",
    ...form.register(path),
  };
}

export function Line(props: One) {
  return <TextField {...tied(props)} />;
}

export function Lines({ rows = 3, ...props }: One & { readonly rows?: number }) {
  return <TextArea rows={rows} {...tied(props)} />;
}

export function DayField(props: One) {
  return <TextField type="date" className="max-w-48" {...tied(props)} />;
}

export function NumberField(props: One) {
  return <TextField type="number" min={0} className="max-w-32" {...tied(props)} />;
}

/**
 * One of a few, from a list.
 * @param list key below which the words of the choices stand; the label's own where left out
 */
export function Choice({
  choices,
  list,
  ...props
}: One & { readonly choices: readonly string[]; readonly list?: string }) {
  const { own } = props.words;
  const options = ["", ...choices].map((value) => ({
    value,
    label: own[`${list ?? `${props.say}s`}.${value || "choose"}`] ?? own.choose ?? value,
  }));
  return <SelectField options={options} {...tied(props)} />;
}

/** Grounds of an article, of which several can apply. */
export function Grounds({ say, of, ...kit }: Kit & { readonly say: string; readonly of: readonly string[] }) {
  const { own, errorPrefix } = kit.words;
  return (
    <CheckFields
      id="content.grounds"
      label={own[say] ?? say}
      hint={own[`${say}Hint`]}
      error={kit.errorOf("content.grounds" as Path<AnswerValues>)}
      errorPrefix={errorPrefix}
      checks={of.map((value) => ({ value, label: own[`${say}s.${value}`] ?? value }))}
      control={kit.form.register("content.grounds" as Path<AnswerValues>)}
    />
  );
}

/** Fields that belong together, under a heading of their own. */
export function Part({
  title,
  children,
}: {
  readonly title: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="mb-8 border-l-4 border-line pl-4">
      <legend className="mb-2 text-lg font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

/** Rows that can be added and taken away; `say` names "title", "hint", "row", "add" and "remove". */
export function Rows({
  at,
  say,
  blank,
  children,
  ...kit
}: Kit & {
  readonly at: string;
  readonly say: string;
  readonly blank: object;
  readonly children: (path: string) => ReactNode;
}) {
  const name = at as ArrayPath<AnswerValues>;
  const { fields, append, remove } = useFieldArray<AnswerValues>({ control: kit.form.control, name });
  const { own } = kit.words;
  const numbered = (key: string, index: number) =>
    (own[`${say}.${key}`] ?? key).replace("#", String(index + 1));
  return (
    <fieldset className="mb-8" id={at}>
      <legend className="text-lg font-semibold">{own[`${say}.title`]}</legend>
      {own[`${say}.hint`] ? <p className="mb-3 text-soft">{own[`${say}.hint`]}</p> : null}
      {(fields as readonly { readonly id: string }[]).map((field, index) => (
        <fieldset key={field.id} className="mb-4 border-l-4 border-line pl-4">
          <legend className="mb-2 font-semibold">{numbered("row", index)}</legend>
          {children(`${at}.${index}`)}
          <Button type="button" tone="quiet" onClick={() => remove(index)}>
            {numbered("remove", index)}
          </Button>
        </fieldset>
      ))}
      <Button type="button" tone="secondary" onClick={() => append({ ...blank } as never)}>
        {own[`${say}.add`]}
      </Button>
    </fieldset>
  );
}
