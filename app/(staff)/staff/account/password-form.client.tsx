"use client";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { type FormWords, postJson, useJsonForm } from "../_form/use-json-form.client";

type Values = { password: string; newPassword: string; code: string };

type PasswordWords = FormWords &
  Readonly<Record<"current" | "fresh" | "freshHint" | "code" | "submit", string>>;

/** A new password, proved by the old one and the second factor. */
export function PasswordForm({ email, words }: { readonly email: string; readonly words: PasswordWords }) {
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: { password: "", newPassword: "", code: "" },
    words,
    send: (values) => postJson("/api/staff/account/password", values),
  });
  const required = { required: words.required };
  const { errorPrefix } = words;
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={words.current}
        type="password"
        autoComplete="current-password"
        error={errorOf("password")}
        errorPrefix={errorPrefix}
        {...form.register("password", required)}
      />
      <TextField
        label={words.fresh}
        hint={words.freshHint}
        type="password"
        autoComplete="new-password"
        error={errorOf("newPassword")}
        errorPrefix={errorPrefix}
        {...form.register("newPassword", required)}
      />
      <TextField
        label={words.code}
        autoComplete="one-time-code"
        className="max-w-60"
        error={errorOf("code")}
        errorPrefix={errorPrefix}
        {...form.register("code", required)}
      />
      <Button aria-disabled={busy}>{busy ? words.saving : words.submit}</Button>
    </form>
  );
}
