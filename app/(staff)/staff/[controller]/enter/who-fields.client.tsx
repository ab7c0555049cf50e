"use client";
import { TextArea, TextField } from "@/app/_ui/field";
import { SelectField } from "../../_form/select-field";
import type { PartProps } from "./entry-form.client";

/** Who asks, and at least one way to answer them. */
export function WhoFields({ form: { form, errorOf }, words }: PartProps) {
  const forSomebody = form.watch("onBehalf") !== "self";
  const { fields, hints } = words;
  const common = { errorPrefix: words.errorPrefix };
  return (
    <section aria-labelledby="who">
      <h2 id="who" className="mb-4 text-xl font-bold">
        {words.parts.who}
      </h2>
      <TextField {...common} label={fields.name} error={errorOf("name")} {...form.register("name")} />
      <TextField
        {...common}
        type="email"
        label={fields.email}
        hint={hints.email}
        optional={words.optional}
        error={errorOf("email")}
        {...form.register("email")}
      />
      <TextArea
        {...common}
        rows={4}
        label={fields.postalAddress}
        hint={hints.postalAddress}
        optional={words.optional}
        error={errorOf("postalAddress")}
        {...form.register("postalAddress")}
      />
      <TextField
        {...common}
        type="tel"
        label={fields.phone}
        optional={words.optional}
        error={errorOf("phone")}
        {...form.register("phone")}
      />
      <SelectField
        {...common}
        label={fields.onBehalf}
        error={errorOf("onBehalf")}
        options={words.onBehalf}
        {...form.register("onBehalf")}
      />
      {forSomebody ? (
        <>
          <TextField
            {...common}
            label={fields.subjectName}
            error={errorOf("subjectName")}
            {...form.register("subjectName")}
          />
          <TextArea
            {...common}
            rows={3}
            label={fields.authority}
            optional={words.optional}
            error={errorOf("authority")}
            {...form.register("authority")}
          />
        </>
      ) : null}
      <SelectField
        {...common}
        label={fields.relationship}
        error={errorOf("relationship")}
        options={words.relationships}
        {...form.register("relationship")}
      />
      <TextField
        {...common}
        label={fields.identifiers}
        hint={hints.identifiers}
        optional={words.optional}
        error={errorOf("identifiers")}
        {...form.register("identifiers")}
      />
    </section>
  );
}
