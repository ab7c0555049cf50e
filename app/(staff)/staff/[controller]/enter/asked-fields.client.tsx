"use client";
import type { Ref } from "react";
import { TextArea } from "@/app/_ui/field";
import { FileField } from "@/app/_ui/file-field";
import { ACCEPTED } from "@/lib/domain/intake/upload";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { CheckFields } from "../../_form/check-fields";
import { SelectField } from "../../_form/select-field";
import { type DetailField, DetailFields } from "./detail-fields.client";
import type { PartProps } from "./entry-form.client";
import { Suggestions } from "./suggestions.client";

/** The words as they came, what they ask for, and in which language the answer will be. */
export function AskedFields({
  form: { form, errorOf },
  words,
  fields,
  answered,
  originals,
}: PartProps & {
  readonly fields: Readonly<Record<Right, readonly DetailField[]>>;
  readonly answered: readonly string[];
  /** Its files are sent with the form. */
  readonly originals: Ref<HTMLInputElement>;
}) {
  const chosen = form.watch("rights");
  const { offered } = words;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked" className="mb-4 text-xl font-bold">
        {words.parts.asked}
      </h2>
      <TextArea
        rows={10}
        label={words.fields.text}
        hint={words.hints.text}
        error={errorOf("text")}
        errorPrefix={words.errorPrefix}
        {...form.register("text")}
      />
      <FileField
        name="original"
        ref={originals}
        accept={ACCEPTED}
        multiple
        label={words.fields.original}
        hint={words.hints.original}
        optional={words.optional}
      />
      <Suggestions
        text={form.watch("text")}
        chosen={chosen}
        answered={answered}
        rights={words.rights}
        offered={offered}
        words={words.suggestions}
        onUse={(rights, language) => {
          form.setValue("rights", [...new Set([...chosen, ...rights])]);
          if (language !== null) form.setValue("language", language);
          document.getElementById("rights")?.focus();
        }}
      />
      <CheckFields
        id="rights"
        label={words.fields.rights}
        error={errorOf("rights")}
        errorPrefix={words.errorPrefix}
        checks={words.offered.map((value) => ({ value, label: words.rights[value] }))}
        control={form.register("rights")}
      />
      {RIGHTS.filter((right) => chosen.includes(right)).map((right) => (
        <DetailFields
          key={right}
          right={right}
          title={words.rights[right]}
          fields={fields[right]}
          form={form}
          words={words}
          errorOf={errorOf}
        />
      ))}
      <SelectField
        label={words.fields.language}
        hint={words.hints.language}
        error={errorOf("language")}
        errorPrefix={words.errorPrefix}
        options={words.languages}
        {...form.register("language")}
      />
    </section>
  );
}
