"use client";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { type FormWords, postJson, useJsonForm } from "../_form/use-json-form.client";

type SlugWords = FormWords & { readonly label: string; readonly hint: string; readonly submit: string };

/** Another address for the controller's start page. */
export function SlugForm({ slug, words }: { readonly slug: string; readonly words: SlugWords }) {
  const { form, submit, problems, busy, errorOf } = useJsonForm<{ slug: string }>({
    defaults: { slug },
    words,
    send: (values) => postJson(`/api/staff/${slug}/settings/slug`, values),
  });
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      <TextField
        label={words.label}
        hint={words.hint}
        autoCapitalize="none"
        spellCheck={false}
        error={errorOf("slug")}
        errorPrefix={words.errorPrefix}
        {...form.register("slug", { required: words.required })}
      />
      <Button tone="secondary" aria-disabled={busy}>
        {busy ? words.saving : words.submit}
      </Button>
    </form>
  );
}
