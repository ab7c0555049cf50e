import type { Ref } from "react";
import { describedBy, Field, type FieldTexts } from "./field";

/** One or several files, chosen with the browser's own button. */
export function FileField({
  name,
  id = name,
  accept,
  multiple = false,
  required = false,
  ref,
  ...texts
}: FieldTexts & {
  readonly name: string;
  readonly id?: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly required?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}) {
  return (
    <Field id={id} {...texts}>
      <input
        id={id}
        ref={ref}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        required={required}
        className="block min-h-11 w-full max-w-full py-2 file:mr-3 file:min-h-11 file:rounded file:border-2 file:border-accent file:bg-surface file:px-4 file:font-semibold file:text-accent"
        aria-describedby={describedBy(id, texts)}
      />
    </Field>
  );
}
