import type { ComponentProps } from "react";
import { describedBy, Field, type FieldTexts } from "@/app/_ui/field";

export type Option = { readonly value: string; readonly label: string };

/** One of several, chosen from a list that opens. */
export function SelectField({
  name,
  id = name,
  options,
  label,
  hint,
  error,
  errorPrefix,
  optional,
  ...rest
}: FieldTexts &
  Omit<ComponentProps<"select">, "id" | "name" | "children"> & {
    readonly name: string;
    readonly id?: string;
    readonly options: readonly Option[];
  }) {
  const texts = { label, hint, error, errorPrefix, optional };
  return (
    <Field id={id} {...texts}>
      <select
        id={id}
        name={name}
        className="input"
        aria-describedby={describedBy(id, texts)}
        aria-invalid={error ? true : undefined}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
