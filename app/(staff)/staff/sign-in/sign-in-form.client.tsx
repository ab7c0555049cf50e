"use client";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { type FormWords, postJson, useJsonForm } from "../_form/use-json-form.client";

type Values = { email: string; password: string; code: string };

export type SignInWords = FormWords &
  Readonly<Record<"email" | "password" | "code" | "codeHint" | "submit", string>>;

/** Asks next-auth for its token against forged forms, then signs in with it. */
async function send(values: Values, to: string): Promise<Response> {
  const asked = await fetch("/api/auth/csrf", { headers: { Accept: "application/json" } });
  const { csrfToken } = await asked.json();
  return postJson("/api/auth/callback/credentials", { ...values, csrfToken, callbackUrl: to, json: "true" });
}

export function SignInForm({
  to,
  words,
  email = "",
}: {
  readonly to: string;
  readonly words: SignInWords;
  /** What stood there when the form came back. */
  readonly email?: string;
}) {
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: { email, password: "", code: "" },
    words,
    send: (values) => send(values, to),
    onRefused: (refusal) => {
      // Whatever was wrong, a code that was tried may be spent.
      form.setValue("code", "");
      return refusal.message;
    },
  });
  const required = { required: words.required };
  return (
    <form method="post" action="/api/auth/callback/credentials" onSubmit={submit} noValidate>
      {problems}
      <input type="hidden" name="callbackUrl" value={to} />
      <TextField
        label={words.email}
        type="email"
        autoComplete="username"
        defaultValue={email}
        error={errorOf("email")}
        errorPrefix={words.errorPrefix}
        {...form.register("email", required)}
      />
      <TextField
        label={words.password}
        type="password"
        autoComplete="current-password"
        error={errorOf("password")}
        errorPrefix={words.errorPrefix}
        {...form.register("password", required)}
      />
      <TextField
        label={words.code}
        hint={words.codeHint}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        className="max-w-60"
        error={errorOf("code")}
        errorPrefix={words.errorPrefix}
        {...form.register("code", required)}
      />
      <div className="mb-6">
        <Button aria-disabled={busy}>{busy ? words.saving : words.submit}</Button>
      </div>
    </form>
  );
}
