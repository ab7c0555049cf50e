"use client";
import type { UseFormReturn } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { postJson, useJsonForm } from "../_form/use-json-form.client";
import { SettingsFields, type WithSettings } from "./settings-fields.client";
import type { SettingsWords } from "./settings-words";
import { fromValues, NO_SETTINGS } from "./values";

type Values = WithSettings & { slug: string };

/** A new controller: its address and its settings. */
export function ControllerForm({ words }: { readonly words: SettingsWords }) {
  const { form, submit, problems, busy, errorOf } = useJsonForm<Values>({
    defaults: { slug: "", settings: NO_SETTINGS },
    words,
    send: ({ slug, settings }) =>
      postJson("/api/staff/controllers", { slug, settings: fromValues(settings) }),
  });
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      <TextField
        label={words.slug.label}
        hint={words.slug.hint}
        autoCapitalize="none"
        spellCheck={false}
        error={errorOf("slug")}
        errorPrefix={words.errorPrefix}
        {...form.register("slug", { required: words.required })}
      />
      {/* The fields know the settings only; the slug beside them is not theirs. */}
      <SettingsFields form={form as unknown as UseFormReturn<WithSettings>} words={words} errorOf={errorOf} />
      <Button aria-disabled={busy}>{busy ? words.saving : words.submit}</Button>
    </form>
  );
}
