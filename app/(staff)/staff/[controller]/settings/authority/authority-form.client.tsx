"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextArea, TextField } from "@/app/_ui/field";
import { AUTHORITY_FIELDS, type AuthorityField } from "@/lib/domain/controller/changed-authority";
import { type FormWords, postJson, useJsonForm } from "../../../_form/use-json-form.client";

type Values = Record<AuthorityField, string>;

export type AuthorityWords = FormWords & {
  readonly submit: string;
  readonly conflict: string;
  readonly fields: Readonly<Values>;
  readonly hints: Readonly<Partial<Values>>;
};

const TYPES = { phone: "tel", email: "email", web: "url" } as const;
const REQUIRED: readonly AuthorityField[] = ["name", "address", "datedOn"];

/** What is known about an authority. A lost race says what differs now; saving again then overwrites it. */
export function AuthorityForm({
  controller,
  slug,
  version,
  values,
  today,
  words,
}: {
  readonly controller: string;
  /** The authority. */
  readonly slug: string;
  readonly version: number;
  readonly values: Readonly<Values>;
  /** The last day that can be chosen. */
  readonly today: string;
  readonly words: AuthorityWords;
}) {
  const [base, setBase] = useState(version);
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: values,
    words,
    send: (typed) =>
      postJson(`/api/staff/${controller}/settings/authority`, { ...typed, slug, version: base }),
    onRefused: (refusal) => {
      if (refusal.error !== "changed_meanwhile" || refusal.version === undefined) return refusal.message;
      setBase(refusal.version);
      const names = AUTHORITY_FIELDS.filter((field) => refusal.changed?.includes(field));
      return words.conflict.replace("%s", names.map((field) => words.fields[field]).join(", "));
    },
  });
  const textsOf = (field: AuthorityField) => ({
    label: words.fields[field],
    hint: words.hints[field],
    optional: REQUIRED.includes(field) ? undefined : words.optional,
    error: errorOf(field),
    errorPrefix: words.errorPrefix,
    ...form.register(
      field,
      REQUIRED.includes(field) ? { validate: (typed) => typed.trim() !== "" || words.required } : {},
    ),
  });
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      <TextField {...textsOf("name")} />
      <TextArea rows={4} {...textsOf("address")} />
      {(["phone", "email", "web"] as const).map((field) => (
        <TextField key={field} type={TYPES[field]} {...textsOf(field)} />
      ))}
      <TextField type="date" max={today} className="max-w-48" {...textsOf("datedOn")} />
      <Button aria-disabled={busy}>{busy ? words.saving : words.submit}</Button>
    </form>
  );
}
