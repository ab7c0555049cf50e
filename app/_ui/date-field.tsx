import { describedBy, FieldError, type FieldTexts, Hint, QuestionText } from "./field";

const PARTS = ["day", "month", "year"] as const;
export type DatePart = (typeof PARTS)[number];

const WIDTHS: Readonly<Record<DatePart, string>> = { day: "w-16", month: "w-32", year: "w-24" };

/**
 * A date as three plain fields, `<name>-day`, `<name>-month` and `<name>-year`. The month takes a number or a name.
 * @param wrong the parts that the error is about; all of them when empty
 */
export function DateField({
  name,
  parts,
  values,
  wrong = [],
  hint,
  error,
  errorPrefix,
  ...question
}: FieldTexts & {
  readonly name: string;
  /** The parts' labels in the reader's language. */
  readonly parts: Readonly<Record<DatePart, string>>;
  readonly values: Readonly<Record<DatePart, string>>;
  readonly wrong?: readonly DatePart[];
}) {
  return (
    <fieldset
      id={name}
      className={error ? "mb-8 border-l-4 border-error pl-4" : "mb-8"}
      aria-describedby={describedBy(name, { hint, error })}
    >
      <legend className="block">
        <QuestionText {...question} />
      </legend>
      {hint ? <Hint id={`${name}-hint`}>{hint}</Hint> : null}
      {error ? (
        <FieldError id={`${name}-error`} prefix={errorPrefix}>
          {error}
        </FieldError>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-4">
        {PARTS.map((part) => (
          <div key={part}>
            <label htmlFor={`${name}-${part}`} className="mb-1 block">
              {parts[part]}
            </label>
            <input
              id={`${name}-${part}`}
              name={`${name}-${part}`}
              defaultValue={values[part]}
              className={`input ${WIDTHS[part]}`}
              inputMode={part === "month" ? "text" : "numeric"}
              autoComplete="off"
              aria-invalid={error && (wrong.length === 0 || wrong.includes(part)) ? true : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
