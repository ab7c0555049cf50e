"use client";
import type { FieldPath, UseFormReturn } from "react-hook-form";
import { SelectField } from "../_form/select-field";
import type { WithSettings } from "./settings-fields.client";
import type { SettingsWords } from "./settings-words";

type Props = {
  readonly form: UseFormReturn<WithSettings>;
  readonly words: SettingsWords;
  readonly errorOf: (field: FieldPath<WithSettings>) => string | undefined;
};

/** What the chosen law leaves open, as choices; nothing for a law that leaves nothing open. */
export function ReadingFields({ form, words, errorOf }: Props) {
  const profile = form.watch("settings.profile");
  // A region of a state, gdpr-fr-57, has what its state has.
  const state = profile.split("-").slice(0, 2).join("-");
  const open = words.options.readings.filter(
    ({ profiles }) => profiles.includes(profile) || profiles.includes(state),
  );
  if (open.length === 0) return null;
  return (
    <fieldset className="mb-6 border-l-4 border-line pl-4">
      <legend className="mb-1 text-lg font-semibold">{words.readings.title}</legend>
      <p className="mb-3 text-soft">{words.readings.lead}</p>
      {open.map(({ name, label, values }) => (
        <SelectField
          key={name}
          label={label}
          options={values}
          error={errorOf(`settings.readings.${name}`)}
          errorPrefix={words.errorPrefix}
          {...form.register(`settings.readings.${name}`)}
        />
      ))}
    </fieldset>
  );
}
