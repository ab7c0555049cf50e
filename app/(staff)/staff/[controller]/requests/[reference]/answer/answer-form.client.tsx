"use client";
import { useRef } from "react";
import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { TextArea } from "@/app/_ui/field";
import type { Outcome } from "@/lib/domain/decision/answer";
import { type FormWords, postJson, useJsonForm } from "../../../../_form/use-json-form.client";
import type { Fillings } from "./_fields/activity-picker.client";
import type { RetentionRule } from "./_fields/keeping-fields.client";
import { RightFields } from "./_fields/right-fields.client";
import type { AnswerWords } from "./answer-words";
import { ItemFields } from "./item-fields.client";
import { type Ground, RefusalFields } from "./refusal-fields.client";
import { useAutosave } from "./use-autosave.client";
import type { AnswerValues } from "./values";

export type Choice = { readonly value: Outcome; readonly label: string; readonly hint: string };

/** Writes an answer. It is kept on the way, and what is missing is said on the page of its letter. */
export function AnswerForm({
  action,
  values,
  choices,
  grounds,
  rules,
  fillings,
  bare = false,
  words,
}: {
  /** Where the draft is sent to. */
  readonly action: string;
  readonly values: AnswerValues;
  readonly choices: readonly Choice[];
  readonly grounds: readonly Ground[];
  /** Retention rules that can be said of what is kept. */
  readonly rules: readonly RetentionRule[];
  readonly fillings: Fillings;
  /** Of a stop nothing but the day may be told. */
  readonly bare?: boolean;
  readonly words: FormWords & AnswerWords;
}) {
  const before = useRef<Promise<unknown>>(Promise.resolve());
  // One after the other, so that what was written last is what is kept last.
  const send = (answer: AnswerValues) => {
    const sending = before.current.then(() => postJson(action, answer));
    before.current = sending.catch(() => undefined);
    return sending;
  };
  const { form, submit, problems, busy, errorOf } = useJsonForm<AnswerValues>({
    defaults: values,
    words,
    send,
  });
  const saved = useAutosave(form, send);
  const kit = { form, words, errorOf };
  const outcome = form.watch("outcome");
  const granted = outcome === "granted" || outcome === "granted_in_part";
  const refused = outcome === "refused" || outcome === "granted_in_part";
  return (
    <form onSubmit={submit} noValidate className="max-w-text">
      {problems}
      <fieldset className="mb-6">
        <legend className="text-lg font-semibold">{words.outcome}</legend>
        {choices.map((choice, at) => {
          const id = at === 0 ? "outcome" : `outcome-${choice.value}`;
          return (
            <div key={choice.value} className="flex min-h-11 items-start gap-3 py-2">
              <input
                type="radio"
                id={id}
                value={choice.value}
                defaultChecked={values.outcome === choice.value}
                className="choice-mark"
                aria-describedby={`${id}-about`}
                {...form.register("outcome", { required: words.required })}
              />
              <div className="min-w-0 flex-1">
                <label htmlFor={id} className="-my-2 block py-2">
                  {choice.label}
                </label>
                <div id={`${id}-about`} className="text-sm text-soft">
                  {choice.hint}
                </div>
              </div>
            </div>
          );
        })}
      </fieldset>
      {outcome !== "" && outcome !== "address_not_confirmed" ? (
        <>
          <Details summary={words.checklist}>{words.check}</Details>
          <RightFields {...kit} outcome={outcome} fillings={fillings} bare={bare} />
          {bare ? null : (
            <TextArea
              label={words.text}
              hint={words.textHint}
              optional={words.optional}
              rows={5}
              error={errorOf("text")}
              errorPrefix={words.errorPrefix}
              defaultValue={values.text}
              {...form.register("text")}
            />
          )}
        </>
      ) : null}
      {granted && !bare ? <ItemFields {...kit} /> : null}
      {refused ? (
        <RefusalFields {...kit} grounds={grounds} rules={rules} part={outcome === "granted_in_part"} />
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <Button aria-disabled={busy}>{busy ? words.saving : words.preview}</Button>
        <span role="status" className="text-sm text-soft">
          {saved ? words.saved : ""}
        </span>
      </div>
    </form>
  );
}
