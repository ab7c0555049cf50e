"use client";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import type { Role } from "@/lib/domain/access/access";
import type { Language } from "@/lib/domain/kernel/language";
import { type Check, CheckFields } from "../../../_form/check-fields";
import { type Option, SelectField } from "../../../_form/select-field";
import { type FormWords, postJson, useJsonForm } from "../../../_form/use-json-form.client";

type Values = { name: string; email: string; language: Language; roles: Role[] };

type InviteWords = FormWords &
  Readonly<
    Record<
      "name" | "nameRequired" | "email" | "emailRequired" | "language" | "roles" | "rolesRequired" | "submit",
      string
    >
  >;

/** Invites a colleague by mail; nobody but the colleague ever knows the password. */
export function InviteForm({
  slug,
  language,
  roles,
  languages,
  words,
}: {
  readonly slug: string;
  readonly language: Language;
  readonly roles: readonly Check[];
  readonly languages: readonly Option[];
  readonly words: InviteWords;
}) {
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: { name: "", email: "", language, roles: [] },
    words,
    send: (values) => postJson(`/api/staff/${slug}/staff/invite`, values),
  });
  const { errorPrefix } = words;
  return (
    <form onSubmit={submit} noValidate className="max-w-text">
      {problems}
      <TextField
        label={words.name}
        autoComplete="off"
        error={errorOf("name")}
        errorPrefix={errorPrefix}
        {...form.register("name", { required: words.nameRequired })}
      />
      <TextField
        label={words.email}
        type="email"
        autoComplete="off"
        error={errorOf("email")}
        errorPrefix={errorPrefix}
        {...form.register("email", { required: words.emailRequired })}
      />
      <SelectField label={words.language} options={languages} {...form.register("language")} />
      <CheckFields
        id="roles"
        label={words.roles}
        checks={roles}
        error={errorOf("roles")}
        errorPrefix={errorPrefix}
        control={form.register("roles", { validate: (chosen) => chosen.length > 0 || words.rolesRequired })}
      />
      <Button aria-disabled={busy}>{busy ? words.saving : words.submit}</Button>
    </form>
  );
}
