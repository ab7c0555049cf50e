"use client";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { TextArea, TextField } from "@/app/_ui/field";
import { SelectField } from "../../../../_form/select-field";
import type { Kit } from "./_fields/field-kit.client";
import { KeepingFields, type RetentionRule } from "./_fields/keeping-fields.client";
import { type AnswerValues, BLANK_REFUSAL } from "./values";

export type Ground = {
  readonly value: string;
  readonly label: string;
  readonly needsProvision: boolean;
  readonly needsBalancing: boolean;
  /** It keeps what was to be erased, so the letter says until when. */
  readonly keeps: boolean;
  /** Its reasons are in fixed words, and nothing else goes out with it. */
  readonly bare: boolean;
};

type Props = Kit & {
  readonly grounds: readonly Ground[];
  readonly rules: readonly RetentionRule[];
  /** Only a part is refused, so each refusal says which. */
  readonly part: boolean;
};

/** What is refused, each with its ground, its reasons and what its ground wants besides (GDPR Art. 12(4)). */
export function RefusalFields(props: Props) {
  const { form, words } = props;
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "refusals" });
  return (
    <fieldset className="mb-8">
      <legend className="mb-2 text-lg font-semibold">{words.refusals}</legend>
      {fields.map((field, at) => (
        <fieldset key={field.id} className="mb-6 border-l-4 border-line pl-4">
          <legend className="mb-2 font-semibold">{words.refusal.replace("#", String(at + 1))}</legend>
          <OneRefusal {...props} at={at} values={field} />
          {fields.length > 1 ? (
            <Button type="button" tone="quiet" onClick={() => remove(at)}>
              {words.removeRefusal.replace("#", String(at + 1))}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button type="button" tone="secondary" onClick={() => append({ ...BLANK_REFUSAL })}>
        {words.addRefusal}
      </Button>
    </fieldset>
  );
}

function OneRefusal({
  grounds,
  rules,
  part,
  at,
  values,
  ...kit
}: Props & { readonly at: number; readonly values: AnswerValues["refusals"][number] }) {
  const { form, words, errorOf } = kit;
  const chosen = form.watch(`refusals.${at}.ground`);
  const ground = grounds.find(({ value }) => value === chosen);
  const field = <Name extends "what" | "ground" | "reasons" | "provision" | "balancing">(name: Name) => ({
    id: `refusals.${at}.${name}`,
    error: errorOf(`refusals.${at}.${name}`),
    errorPrefix: words.errorPrefix,
    // Stands in the page as it arrives, before the form takes over.
    defaultValue: values[name],
    ...form.register(`refusals.${at}.${name}`),
  });
  const bare = ground?.bare ?? false;
  return (
    <>
      {bare ? null : (
        <TextArea
          label={words.what}
          hint={words.whatHint}
          optional={part ? undefined : words.optional}
          rows={2}
          {...field("what")}
        />
      )}
      <SelectField
        label={words.ground}
        options={[{ value: "", label: words.groundChoose }, ...grounds]}
        {...field("ground")}
      />
      {bare ? (
        <p className="mb-4">{words.bareGround}</p>
      ) : (
        <TextArea label={words.reasons} hint={words.reasonsHint} rows={5} {...field("reasons")} />
      )}
      {ground?.needsProvision && !bare ? (
        <TextField label={words.provision} hint={words.provisionHint} {...field("provision")} />
      ) : null}
      {ground?.needsBalancing && !bare ? (
        <TextArea label={words.balancing} hint={words.balancingHint} rows={5} {...field("balancing")} />
      ) : null}
      {ground?.keeps ? <KeepingFields {...kit} at={`refusals.${at}.keeping`} rules={rules} /> : null}
    </>
  );
}
