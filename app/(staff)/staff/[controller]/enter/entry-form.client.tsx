"use client";
import { useRef } from "react";
import { Button } from "@/app/_ui/button";
import type { Right } from "@/lib/domain/kernel/right";
import { type FormWords, useJsonForm } from "../../_form/use-json-form.client";
import { AskedFields } from "./asked-fields.client";
import type { DetailField } from "./detail-fields.client";
import { type EntryValues, toEntry } from "./entry-values";
import type { EntryWords } from "./entry-words";
import { HowFields } from "./how-fields.client";
import { WhoFields } from "./who-fields.client";

/** What each part of the form is given. */
export type PartProps = {
  readonly form: ReturnType<typeof useJsonForm<EntryValues>>;
  readonly words: FormWords & EntryWords;
};

/**
 * Enters a request that came by another way than the form. The key is made when the form is rendered, so that sending
 * twice, also after an answer that got lost, is one filing.
 */
export function EntryForm({
  action,
  idempotencyKey,
  values,
  fields,
  answered,
  today,
  words,
}: {
  readonly action: string;
  readonly idempotencyKey: string;
  readonly values: EntryValues;
  readonly fields: Readonly<Record<Right, readonly DetailField[]>>;
  /** The languages that the controller answers in. */
  readonly answered: readonly string[];
  readonly today: string;
  readonly words: FormWords & EntryWords;
}) {
  const key = useRef(idempotencyKey);
  const originals = useRef<HTMLInputElement>(null);
  const form = useJsonForm<EntryValues>({
    defaults: values,
    words,
    send: (typed) => postEntry(action, toEntry(typed, key.current), originals.current?.files ?? null),
  });
  return (
    <form onSubmit={form.submit} noValidate autoComplete="off">
      {form.problems}
      <div className="grid items-start gap-x-10 xl:grid-cols-2">
        <div className="min-w-0">
          <HowFields form={form} words={words} today={today} />
          <AskedFields form={form} words={words} fields={fields} answered={answered} originals={originals} />
        </div>
        <div className="min-w-0">
          <WhoFields form={form} words={words} />
          <Button aria-disabled={form.busy}>{form.busy ? words.saving : words.submit}</Button>
          <p className="mt-3 text-sm text-soft">{words.after}</p>
        </div>
      </div>
    </form>
  );
}

/** The entry as JSON, and the files of its original beside it. */
function postEntry(action: string, entry: unknown, originals: FileList | null): Promise<Response> {
  const body = new FormData();
  body.set("entry", JSON.stringify(entry));
  for (const file of originals ?? []) body.append("original", file);
  return fetch(action, { method: "POST", headers: { Accept: "application/json" }, body });
}
