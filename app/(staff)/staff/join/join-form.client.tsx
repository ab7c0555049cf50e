"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import type { Language } from "@/lib/domain/kernel/language";
import { type CodesWords, RecoveryCodes } from "../_form/recovery-codes.client";
import { type FormWords, postJson, useJsonForm } from "../_form/use-json-form.client";

type Values = { name: string; email: string; password: string; code: string };

type JoinWords = FormWords &
  Readonly<
    Record<
      | "name"
      | "nameHint"
      | "email"
      | "emailHint"
      | "password"
      | "passwordHint"
      | "code"
      | "codeHint"
      | "submit",
      string
    >
  >;

/** Chooses a password and proves the new app; then shows the recovery codes in the form's place. */
export function JoinForm({
  first,
  language,
  email,
  words,
  codesWords,
  children,
}: {
  /** The first administrator says who they are. */
  readonly first: boolean;
  readonly language: Language;
  readonly email: string;
  readonly words: JoinWords;
  readonly codesWords: CodesWords;
  /** How to connect the app. */
  readonly children: ReactNode;
}) {
  const [codes, setCodes] = useState<readonly string[]>();
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: { name: "", email: "", password: "", code: "" },
    words,
    send: ({ name, email: typed, password, code }) =>
      postJson("/api/staff/join", { password, code, ...(first ? { name, email: typed, language } : {}) }),
    onTaken: (taken) => setCodes(taken.codes ?? []),
  });
  if (codes) return <RecoveryCodes codes={codes} words={codesWords} onward="/staff/sign-in?done=joined" />;
  const required = { required: words.required };
  const { errorPrefix } = words;
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      {first ? (
        <>
          <TextField
            label={words.name}
            hint={words.nameHint}
            autoComplete="name"
            error={errorOf("name")}
            errorPrefix={errorPrefix}
            {...form.register("name", required)}
          />
          <TextField
            label={words.email}
            hint={words.emailHint}
            type="email"
            autoComplete="username"
            error={errorOf("email")}
            errorPrefix={errorPrefix}
            {...form.register("email", required)}
          />
        </>
      ) : (
        // Password managers keep the new password under the name in the form.
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      )}
      <TextField
        label={words.password}
        hint={words.passwordHint}
        type="password"
        autoComplete="new-password"
        error={errorOf("password")}
        errorPrefix={errorPrefix}
        {...form.register("password", required)}
      />
      {children}
      <TextField
        label={words.code}
        hint={words.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        className="max-w-40"
        error={errorOf("code")}
        errorPrefix={errorPrefix}
        {...form.register("code", required)}
      />
      <Button aria-disabled={busy}>{busy ? words.saving : words.submit}</Button>
    </form>
  );
}
