import type { ComponentProps, ReactNode } from "react";

/** What every field has around it. Texts come ready in the reader's language. */
export type FieldTexts = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right. */
  readonly error?: string | undefined;
  /** Read before the error: "Fel:". */
  readonly errorPrefix?: string | undefined;
  /** The mark of a field that may stay empty: "(valfritt)". Without it the field has to be filled in. */
  readonly optional?: string | undefined;
  /** The label is the question of the page, and so its heading. */
  readonly heading?: boolean | undefined;
};

const HEADING = "text-2xl font-bold leading-tight sm:text-3xl";

/** A label's or legend's words: as the page's h1 when it is the question. */
export function QuestionText({
  label,
  optional,
  heading = false,
}: Pick<FieldTexts, "label" | "optional" | "heading">) {
  const text = (
    <>
      {label}
      {optional ? <span className="font-normal text-soft"> {optional}</span> : null}
    </>
  );
  return heading ? (
    <h1 className={HEADING}>{text}</h1>
  ) : (
    <span className="text-lg font-semibold">{text}</span>
  );
}

export function Hint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={id} className="mt-1 text-soft">
      {children}
    </div>
  );
}

export function FieldError({
  id,
  prefix = "",
  children,
}: {
  readonly id: string;
  readonly prefix?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <p id={id} className="mt-2 font-semibold text-error">
      {prefix ? <span className="unseen">{prefix} </span> : null}
      {children}
    </p>
  );
}

/** The ids a control is described by; undefined when there is nothing to read. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldTexts, "hint" | "error">,
): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The frame of a field that is not a group: label, hint and error around one control with the id `id`. */
export function Field({
  id,
  children,
  hint,
  error,
  errorPrefix,
  ...question
}: FieldTexts & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={error ? "mb-8 border-l-4 border-error pl-4" : "mb-8"}>
      <label htmlFor={id} className="block">
        <QuestionText {...question} />
      </label>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {error ? (
        <FieldError id={`${id}-error`} prefix={errorPrefix}>
          {error}
        </FieldError>
      ) : null}
      <div className="mt-2">{children}</div>
    </div>
  );
}

type Control<T extends "input" | "textarea"> = FieldTexts &
  Omit<ComponentProps<T>, "id" | "name" | "children"> & { readonly name: string; readonly id?: string };

/** One line of text. */
export function TextField({
  name,
  id = name,
  label,
  hint,
  error,
  errorPrefix,
  optional,
  heading,
  className = "",
  type = "text",
  ...rest
}: Control<"input">) {
  const texts = { label, hint, error, errorPrefix, optional, heading };
  return (
    <Field id={id} {...texts}>
      <input
        id={id}
        name={name}
        type={type}
        className={`input ${className}`}
        aria-describedby={describedBy(id, texts)}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  name,
  id = name,
  label,
  hint,
  error,
  errorPrefix,
  optional,
  heading,
  className = "",
  rows = 5,
  ...rest
}: Control<"textarea">) {
  const texts = { label, hint, error, errorPrefix, optional, heading };
  return (
    <Field id={id} {...texts}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        className={`input ${className}`}
        aria-describedby={describedBy(id, texts)}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Field>
  );
}
