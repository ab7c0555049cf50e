"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { postJson, useJsonForm } from "../_form/use-json-form.client";
import { SettingsFields, type WithSettings } from "./settings-fields.client";
import type { SettingsWords } from "./settings-words";
import { fromValues, type SettingsValues } from "./values";

/**
 * A controller's settings. A lost race says what the other one changed; saving again then overwrites it. So does a change
 * that moves the dates of open requests, or ends fees that stand: how many is said first.
 */
export function SettingsForm({
  slug,
  version,
  values,
  words,
}: {
  readonly slug: string;
  readonly version: number;
  readonly values: SettingsValues;
  readonly words: SettingsWords;
}) {
  const [base, setBase] = useState(version);
  const [movesTold, setMovesTold] = useState(0);
  const [feesTold, setFeesTold] = useState(0);
  const { form, submit, problems, busy, errorOf } = useJsonForm<WithSettings>({
    defaults: { settings: values },
    words,
    send: ({ settings }) =>
      postJson(`/api/staff/${slug}/settings`, {
        version: base,
        settings: fromValues(settings),
        ...{ movesTold, feesTold },
      }),
    onRefused: (refusal) => {
      if (refusal.error === "ends_fees") setFeesTold(refusal.standing ?? 0);
      if (refusal.error === "moves_dates") setMovesTold(refusal.moves ?? 0);
      if (refusal.error !== "changed_meanwhile" || refusal.version === undefined) return refusal.message;
      setBase(refusal.version);
      const names = (refusal.changed ?? []).map(
        (field) => Object.entries(words.fields).find(([name]) => name === field)?.[1],
      );
      return words.conflict.replace("%s", names.filter(Boolean).join(", "));
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      <SettingsFields form={form} words={words} errorOf={errorOf} />
      <Button aria-disabled={busy}>{busy ? words.saving : words.submit}</Button>
    </form>
  );
}
