"use client";
import { type Path, useFieldArray } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { type Option, SelectField } from "../../../_form/select-field";
import { type FormWords, postJson, useJsonForm } from "../../../_form/use-json-form.client";

type Line = { kind: string; label: Record<string, string>; minor: string };
type Values = { currency: string; lines: Line[] };

export type RateCardWords = FormWords &
  Readonly<Record<"currency" | "kind" | "price" | "priceHint" | "line" | "add" | "remove" | "save", string>>;

/** The rate card: a currency and a price a line. Saved, it is the next version. */
export function RateCardForm({
  action,
  version,
  values,
  currencies,
  kinds,
  languages,
  words,
}: {
  readonly action: string;
  readonly version: number;
  readonly values: Values;
  readonly currencies: readonly string[];
  readonly kinds: readonly Option[];
  readonly languages: readonly Option[];
  readonly words: RateCardWords;
}) {
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: values,
    words,
    send: (typed) => postJson(action, { ...typed, version }),
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "lines" });
  const field = (name: Path<Values>) => ({
    id: name,
    error: errorOf(name),
    errorPrefix: words.errorPrefix,
    ...form.register(name),
  });
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      <SelectField
        label={words.currency}
        options={currencies.map((value) => ({ value, label: value }))}
        {...field("currency")}
      />
      {fields.map((row, at) => (
        <fieldset key={row.id} className="mb-6 border-l-4 border-line pl-4">
          <legend className="mb-2 font-semibold">{words.line.replace("#", String(at + 1))}</legend>
          <SelectField label={words.kind} options={kinds} {...field(`lines.${at}.kind`)} />
          {languages.map(({ value, label }) => (
            <TextField
              key={value}
              label={label}
              maxLength={120}
              defaultValue={row.label[value] ?? ""}
              {...field(`lines.${at}.label.${value}` as Path<Values>)}
            />
          ))}
          <TextField
            label={words.price}
            hint={words.priceHint}
            inputMode="decimal"
            defaultValue={row.minor}
            {...field(`lines.${at}.minor`)}
          />
          <Button type="button" tone="quiet" onClick={() => remove(at)}>
            {words.remove.replace("#", String(at + 1))}
          </Button>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-4">
        <Button
          type="button"
          tone="secondary"
          onClick={() => append({ kind: kinds[0]?.value ?? "", label: {}, minor: "" })}
        >
          {words.add}
        </Button>
        <Button aria-disabled={busy}>{busy ? words.saving : words.save}</Button>
      </div>
    </form>
  );
}
