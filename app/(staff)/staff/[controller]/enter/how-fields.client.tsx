"use client";
import { TextField } from "@/app/_ui/field";
import { SelectField } from "../../_form/select-field";
import type { PartProps } from "./entry-form.client";

/** How and when it came, in the controller's own time. */
export function HowFields({ form: { form, errorOf }, words, today }: PartProps & { readonly today: string }) {
  const processor = form.watch("channel") === "processor";
  const back = errorOf("knownBack");
  const known = form.watch("knownBack");
  const texts = (field: keyof typeof words.fields & keyof typeof words.hints) => ({
    label: words.fields[field],
    hint: words.hints[field] || undefined,
    errorPrefix: words.errorPrefix,
  });
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="mb-4 text-xl font-bold">
        {words.parts.how}
      </h2>
      <SelectField
        {...texts("channel")}
        error={errorOf("channel")}
        options={[{ value: "", label: words.choose }, ...words.channels]}
        {...form.register("channel")}
      />
      <div className="grid items-end gap-x-6 sm:grid-cols-2">
        <TextField
          type="date"
          max={today}
          {...texts("receivedOn")}
          label={processor ? words.fields.reachedOn : words.fields.receivedOn}
          error={errorOf("receivedOn")}
          {...form.register("receivedOn")}
        />
        <TextField
          type="time"
          {...texts("receivedAt")}
          error={errorOf("receivedAt")}
          {...form.register("receivedAt")}
        />
      </div>
      {processor ? (
        <>
          <TextField {...texts("processor")} error={errorOf("processor")} {...form.register("processor")} />
          <div className="grid items-end gap-x-6 sm:grid-cols-2">
            <TextField
              type="date"
              max={today}
              {...texts("processorOn")}
              error={errorOf("processorOn")}
              {...form.register("processorOn")}
            />
            <TextField
              type="time"
              {...texts("processorAt")}
              error={errorOf("processorAt")}
              {...form.register("processorAt")}
            />
          </div>
        </>
      ) : null}
      {back || known ? (
        <div className="mb-8 rounded border-l-8 border-warn bg-warn-tint p-4">
          {back ? (
            <p id="knownBack-error" className="mb-2 font-semibold">
              {back}
            </p>
          ) : null}
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              id="knownBack"
              className="choice-mark"
              aria-describedby={back ? "knownBack-error" : undefined}
              {...form.register("knownBack")}
            />
            {words.fields.knownBack}
          </label>
        </div>
      ) : null}
    </section>
  );
}
