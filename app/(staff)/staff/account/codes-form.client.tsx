"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { type CodesWords, RecoveryCodes } from "../_form/recovery-codes.client";
import { type FormWords, postJson, useJsonForm } from "../_form/use-json-form.client";

type Values = { password: string; code: string };

type ProveWords = FormWords & Readonly<Record<"password" | "code" | "submit", string>>;

/** New recovery codes, proved by password and second factor; shown in the form's place. */
export function CodesForm({
  words,
  codesWords,
}: {
  readonly words: ProveWords;
  readonly codesWords: CodesWords;
}) {
  const [codes, setCodes] = useState<readonly string[]>();
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: { password: "", code: "" },
    words,
    send: (values) => postJson("/api/staff/account/recovery-codes", values),
    onTaken: (taken) => setCodes(taken.codes ?? []),
    idPrefix: "codes-",
  });
  if (codes) return <RecoveryCodes codes={codes} words={codesWords} onward="/staff/account" />;
  const required = { required: words.required };
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      <TextField
        id="codes-password"
        label={words.password}
        type="password"
        autoComplete="current-password"
        error={errorOf("password")}
        errorPrefix={words.errorPrefix}
        {...form.register("password", required)}
      />
      <TextField
        id="codes-code"
        label={words.code}
        autoComplete="one-time-code"
        className="max-w-60"
        error={errorOf("code")}
        errorPrefix={words.errorPrefix}
        {...form.register("code", required)}
      />
      <Button tone="secondary" aria-disabled={busy}>
        {busy ? words.saving : words.submit}
      </Button>
    </form>
  );
}
