import type { ReactNode } from "react";
import { describedBy, FieldError, type FieldTexts, Hint, QuestionText } from "./field";

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is asked besides when this one is chosen; follows it, and shows without JavaScript. */
  readonly inside?: ReactNode;
};

export type ChoicesProps = FieldTexts & {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly selected?: readonly string[];
  /** Something between hint and choices, for example help. */
  readonly before?: ReactNode;
};

type Kind = "radio" | "checkbox";

/** One question with fixed answers, of which one (Radios) or several (Checkboxes) are chosen. */
function Choices({
  kind,
  name,
  choices,
  selected = [],
  before,
  hint,
  error,
  errorPrefix,
  ...question
}: ChoicesProps & { readonly kind: Kind }) {
  return (
    <fieldset
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
      {before}
      <div className="mt-3 grid gap-1">
        {choices.map((choice, at) => (
          <OneChoice
            key={choice.value}
            kind={kind}
            name={name}
            id={at === 0 ? name : `${name}-${choice.value}`}
            choice={choice}
            checked={selected.includes(choice.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function OneChoice({
  kind,
  name,
  id,
  choice,
  checked,
}: {
  readonly kind: Kind;
  readonly name: string;
  readonly id: string;
  readonly choice: Choice;
  readonly checked: boolean;
}) {
  return (
    <div className="group/choice">
      <div className="flex min-h-11 items-start gap-3 py-2">
        <input
          type={kind}
          id={id}
          name={name}
          value={choice.value}
          defaultChecked={checked}
          className="choice-mark"
          aria-describedby={choice.hint ? `${id}-about` : undefined}
        />
        <div className="min-w-0 flex-1">
          <label htmlFor={id} className="-my-2 block py-2 leading-7">
            {choice.label}
          </label>
          {choice.hint ? (
            <div id={`${id}-about`} className="text-soft">
              {choice.hint}
            </div>
          ) : null}
        </div>
      </div>
      {choice.inside ? (
        <div className="mt-1 mb-2 ml-3 border-l-4 border-line pl-6 supports-[selector(:has(*))]:hidden supports-[selector(:has(*))]:group-has-[:checked]/choice:block">
          {choice.inside}
        </div>
      ) : null}
    </div>
  );
}

export function Radios(props: ChoicesProps) {
  return <Choices kind="radio" {...props} />;
}

export function Checkboxes(props: ChoicesProps) {
  return <Choices kind="checkbox" {...props} />;
}
