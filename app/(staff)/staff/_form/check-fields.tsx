import type { ComponentProps } from "react";
import { describedBy, FieldError, type FieldTexts, Hint, QuestionText } from "@/app/_ui/field";

export type Check = { readonly value: string; readonly label: string; readonly about?: string };

/** Several that can each be chosen; all share one name, and the first carries the group's id. */
export function CheckFields({
  id,
  checks,
  label,
  hint,
  error,
  errorPrefix,
  control,
}: FieldTexts & {
  readonly id: string;
  readonly checks: readonly Check[];
  /** What ties each box to its form. */
  readonly control: ComponentProps<"input"> & { readonly name: string };
}) {
  return (
    <fieldset className="mb-8" aria-describedby={describedBy(id, { hint, error })}>
      <legend>
        <QuestionText label={label} />
      </legend>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {error ? (
        <FieldError id={`${id}-error`} prefix={errorPrefix}>
          {error}
        </FieldError>
      ) : null}
      <div className="mt-2 grid gap-1">
        {checks.map((check, at) => {
          const own = at === 0 ? id : `${id}-${check.value}`;
          return (
            <div key={check.value} className="flex min-h-11 items-start gap-3 py-2">
              <input
                type="checkbox"
                id={own}
                value={check.value}
                className="choice-mark"
                aria-describedby={check.about ? `${own}-about` : undefined}
                {...control}
              />
              <div className="min-w-0 flex-1">
                <label htmlFor={own} className="-my-2 block py-2 leading-7">
                  {check.label}
                </label>
                {check.about ? (
                  <div id={`${own}-about`} className="text-soft">
                    {check.about}
                  </div>
                ) : null}
              </div>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
