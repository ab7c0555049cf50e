"use client";
import type { FieldPath, UseFormReturn } from "react-hook-form";
import { TextArea, TextField } from "@/app/_ui/field";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { feeRules } from "@/lib/domain/fee/rules";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { CheckFields } from "../_form/check-fields";
import { SelectField } from "../_form/select-field";
import { ReadingFields } from "./reading-fields.client";
import type { SettingsWords } from "./settings-words";
import type { SettingsValues } from "./values";

/** What both forms with settings hold, besides a version or a slug. */
export type WithSettings = { settings: SettingsValues };

type Props = {
  readonly form: UseFormReturn<WithSettings>;
  readonly words: SettingsWords;
  readonly errorOf: (field: FieldPath<WithSettings>) => string | undefined;
};

type Line = Exclude<
  keyof ControllerSettings,
  "languages" | "dpo" | "otherWays" | "protectedIdentityNotice" | "feeEnabled" | "readings" | "reminders"
>;

/** The fields of a controller's settings, in four groups. */
export function SettingsFields(props: Props) {
  const { words } = props;
  return (
    <>
      <Group title={words.groups.who}>
        <Text of={props} field="name" required />
        <Text of={props} field="registrationNumber" />
        <Lines of={props} path="settings.address" label={words.fields.address} required />
        <Text of={props} field="country" required />
        <Text of={props} field="region" required list="regions" />
        <datalist id="regions">
          {words.options.regions.map((region) => (
            <option key={region} value={region} />
          ))}
        </datalist>
        <Text of={props} field="zone" required />
        <Languages {...props} />
      </Group>
      <Group title={words.groups.contact}>
        <Text of={props} field="contactEmail" required type="email" />
        <Text of={props} field="contactPhone" type="tel" />
        <Dpo {...props} />
        <Select of={props} field="authority" options={words.options.authorities} />
      </Group>
      <Group title={words.groups.law}>
        <Select of={props} field="profile" options={words.options.profiles} />
        <Select of={props} field="holidayPolicy" options={words.options.policies} />
        <ReadingFields {...props} />
        <Text of={props} field="targetDaysBefore" required type="number" />
        <Fee {...props} />
        <Select of={props} field="dpoApproves" options={words.options.approvals} />
      </Group>
      <Group title={words.groups.public}>
        <Text of={props} field="privacyPolicyUrl" type="url" />
        <Text of={props} field="cookieSettingsUrl" type="url" />
        <Local of={props} field="otherWays" />
        <Local of={props} field="protectedIdentityNotice" />
      </Group>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-4 border-b border-line pb-1 text-xl font-bold">{title}</h2>
      {children}
    </section>
  );
}

function hintOf(words: SettingsWords, field: string): string | undefined {
  return Object.entries(words.hints).find(([name]) => name === field)?.[1];
}

function Text({
  of: { form, words, errorOf },
  field,
  required = false,
  type,
  list,
}: {
  readonly of: Props;
  readonly field: Line;
  readonly required?: boolean;
  readonly type?: string;
  readonly list?: string;
}) {
  const path = `settings.${field}` as const;
  const rules = {
    ...(required ? { required: words.required } : {}),
    ...(type === "number" ? { valueAsNumber: true } : {}),
  };
  return (
    <TextField
      label={words.fields[field]}
      hint={hintOf(words, field)}
      optional={required ? undefined : words.optional}
      type={type ?? "text"}
      list={list}
      className={type === "number" ? "max-w-24" : ""}
      error={errorOf(path)}
      errorPrefix={words.errorPrefix}
      {...form.register(path, rules)}
    />
  );
}

function Lines({
  of: { form, words, errorOf },
  path,
  label,
  hint,
  required = false,
}: {
  readonly of: Props;
  readonly path: FieldPath<WithSettings>;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
}) {
  return (
    <TextArea
      label={label}
      hint={hint}
      optional={required ? undefined : words.optional}
      rows={3}
      error={errorOf(path)}
      errorPrefix={words.errorPrefix}
      {...form.register(path, required ? { required: words.required } : {})}
    />
  );
}

function Select({
  of: { form, words, errorOf },
  field,
  options,
}: {
  readonly of: Props;
  readonly field: "authority" | "profile" | "holidayPolicy" | "dpoApproves";
  readonly options: SettingsWords["options"]["profiles"];
}) {
  const path = `settings.${field}` as const;
  return (
    <SelectField
      label={words.fields[field]}
      options={options}
      error={errorOf(path)}
      errorPrefix={words.errorPrefix}
      {...form.register(path, { required: words.required })}
    />
  );
}

function Languages({ form, words, errorOf }: Props) {
  return (
    <>
      <SelectField
        label={words.firstLanguage}
        options={words.languageNames}
        {...form.register("settings.firstLanguage")}
      />
      <CheckFields
        id="settings.languages"
        label={words.fields.languages}
        hint={words.hints.languages}
        error={errorOf("settings.languages")}
        errorPrefix={words.errorPrefix}
        checks={words.languageNames}
        control={form.register("settings.languages")}
      />
    </>
  );
}

function Dpo({ form, words, errorOf }: Props) {
  return (
    <fieldset className="mb-2 border-l-4 border-line pl-4">
      <legend className="mb-2 text-lg font-semibold">{words.fields.dpo}</legend>
      {(["name", "email", "phone"] as const).map((part) => (
        <TextField
          key={part}
          label={words.dpo[part]}
          optional={words.optional}
          error={errorOf(`settings.dpo.${part}`)}
          errorPrefix={words.errorPrefix}
          {...form.register(`settings.dpo.${part}`)}
        />
      ))}
    </fieldset>
  );
}

/** Nothing under a law whose fees are not built: there the choice does not exist. */
function Fee({ form, words }: Props) {
  if (feeRules(form.watch("settings.profile")) === null) return null;
  return (
    <div className="mb-8 flex min-h-11 items-start gap-3 py-2">
      <input
        type="checkbox"
        id="settings.feeEnabled"
        className="choice-mark"
        aria-describedby="settings.feeEnabled-hint"
        {...form.register("settings.feeEnabled")}
      />
      <div>
        <label htmlFor="settings.feeEnabled" className="text-lg font-semibold">
          {words.fields.feeEnabled}
        </label>
        <div id="settings.feeEnabled-hint" className="text-soft">
          {words.hints.feeEnabled}
        </div>
      </div>
    </div>
  );
}

function Local({
  of,
  field,
}: {
  readonly of: Props;
  readonly field: "otherWays" | "protectedIdentityNotice";
}) {
  const { words } = of;
  return LANGUAGES.map((language) => {
    const name = words.languageNames.find(({ value }) => value === language)?.label ?? language;
    const label = `${words.fields[field]} (${name})`;
    return (
      <Lines
        key={language}
        of={of}
        path={`settings.${field}.${language}`}
        label={label}
        hint={words.hints[field]}
      />
    );
  });
}
