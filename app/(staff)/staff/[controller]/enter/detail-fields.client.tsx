"use client";
import type { UseFormReturn } from "react-hook-form";
import { TextArea, TextField } from "@/app/_ui/field";
import type { Right } from "@/lib/domain/kernel/right";
import { type Check, CheckFields } from "../../_form/check-fields";
import { type Option, SelectField } from "../../_form/select-field";
import type { FormWords } from "../../_form/use-json-form.client";
import type { EntryValues } from "./entry-values";

/** One field of a right: what it is called, and what can be chosen. */
export type DetailField =
  | {
      readonly kind: "text" | "line" | "day";
      readonly name: string;
      readonly label: string;
      readonly required?: true;
    }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly label: string;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: "several" | "yes";
      readonly name: string;
      readonly label: string;
      readonly checks: readonly Check[];
    };

/** What the form asks about one right: the same as the public form asks. */
export function DetailFields({
  right,
  title,
  fields,
  form,
  words,
  errorOf,
}: {
  readonly right: Right;
  readonly title: string;
  readonly fields: readonly DetailField[];
  readonly form: UseFormReturn<EntryValues>;
  readonly words: FormWords;
  readonly errorOf: (field: `details.${Right}.${string}`) => string | undefined;
}) {
  return (
    <fieldset className="mb-6 border-l-4 border-line pl-4">
      <legend className="mb-3 font-bold">{title}</legend>
      {fields.map((field) => {
        const path = `details.${right}.${field.name}` as const;
        const common = {
          id: path,
          label: field.label,
          error: errorOf(path),
          errorPrefix: words.errorPrefix,
          optional: "required" in field && field.required ? undefined : words.optional,
        };
        const control = form.register(path);
        switch (field.kind) {
          case "text":
            return <TextArea key={path} rows={3} {...common} {...control} />;
          case "line":
            return <TextField key={path} {...common} {...control} />;
          case "day":
            return <TextField key={path} type="date" className="max-w-48" {...common} {...control} />;
          case "choice":
            return (
              <SelectField key={path} {...common} optional={undefined} options={field.options} {...control} />
            );
          case "several":
            return <CheckFields key={path} {...common} checks={field.checks} control={control} />;
          case "yes":
            return (
              <label key={path} className="mb-6 flex min-h-11 items-center gap-3">
                <input type="checkbox" id={path} className="choice-mark" {...control} />
                {field.label}
              </label>
            );
          default:
            return null;
        }
      })}
    </fieldset>
  );
}
