import { DPO_APPROVES } from "@/lib/domain/decision/approval";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { HOLIDAY_POLICIES } from "@/lib/domain/law/calendar";
import { READINGS, type Reading } from "@/lib/domain/law/readings";
import type { Translate } from "@/lib/i18n/translator";
import type { SettingsChoices } from "@/lib/queries/controller/settings";
import { formWords } from "../_form/form-words";
import type { Option } from "../_form/select-field";
import type { FormWords } from "../_form/use-json-form.client";

const FIELDS = [
  "name",
  "registrationNumber",
  "address",
  "contactEmail",
  "contactPhone",
  "country",
  "region",
  "zone",
  "languages",
  "dpo",
  "authority",
  "profile",
  "holidayPolicy",
  "readings",
  "feeEnabled",
  "dpoApproves",
  "targetDaysBefore",
  "privacyPolicyUrl",
  "cookieSettingsUrl",
  "otherWays",
  "protectedIdentityNotice",
] as const;
const HINTED = [
  "country",
  "region",
  "zone",
  "languages",
  "targetDaysBefore",
  "privacyPolicyUrl",
  "cookieSettingsUrl",
  "otherWays",
  "protectedIdentityNotice",
  "feeEnabled",
] as const;
const GROUPS = ["who", "contact", "law", "public"] as const;
const DPO = ["name", "email", "phone"] as const;

type Words<K extends string> = Readonly<Record<K, string>>;

/** Everything the settings form says and offers, in the reader's language. */
export type SettingsWords = FormWords & {
  readonly submit: string;
  readonly conflict: string;
  readonly fields: Words<(typeof FIELDS)[number]>;
  readonly hints: Words<(typeof HINTED)[number]>;
  readonly groups: Words<(typeof GROUPS)[number]>;
  readonly dpo: Words<(typeof DPO)[number]>;
  readonly slug: { readonly label: string; readonly hint: string };
  readonly firstLanguage: string;
  readonly languageNames: readonly Option[];
  readonly options: {
    readonly authorities: readonly Option[];
    readonly profiles: readonly Option[];
    readonly policies: readonly Option[];
    readonly readings: readonly ReadingOption[];
    readonly approvals: readonly Option[];
    readonly regions: readonly string[];
  };
  readonly readings: { readonly title: string; readonly lead: string };
};

/** One question that a law leaves open, its readings (ours first), and the profiles whose law does. */
export type ReadingOption = {
  readonly name: Reading;
  readonly label: string;
  readonly values: readonly Option[];
  readonly profiles: readonly string[];
};

const READING_NAMES = Object.keys(READINGS) as Reading[];

function all<K extends string>(keys: readonly K[], say: (key: K) => string): Words<K> {
  return Object.fromEntries(keys.map((key) => [key, say(key)])) as Record<K, string>;
}

/** Stands in the sentence about a lost race until the names of the fields are known. */
export const FIELDS_PLACE = "%s";

/**
 * @param say scoped to the namespace `staffAccess`
 * @param law scoped to the namespace `law`
 */
export function settingsWords(
  say: Translate,
  law: Translate,
  choices: SettingsChoices,
  submit: string,
): SettingsWords {
  return {
    ...formWords(say),
    submit,
    conflict: say("form.conflict", { fields: FIELDS_PLACE }),
    fields: all(FIELDS, (key) => say(`settings.fields.${key}`)),
    hints: all(HINTED, (key) => say(`settings.hints.${key}`)),
    groups: all(GROUPS, (key) => say(`settings.groups.${key}`)),
    dpo: all(DPO, (key) => say(`settings.dpo.${key}`)),
    slug: { label: say("settings.slug.label"), hint: say("settings.slug.hint") },
    readings: { title: law("readings.title"), lead: law("readings.lead") },
    firstLanguage: say("settings.firstLanguage"),
    languageNames: LANGUAGES.map((value) => ({ value, label: say(`settings.languageNames.${value}`) })),
    options: {
      authorities: [
        { value: "", label: "–" },
        ...choices.authorities.map(({ slug, name, countries }) => ({
          value: slug,
          label: `${countries.join(", ").toUpperCase()}: ${name}`,
        })),
      ],
      profiles: choices.profiles.map(({ id, law: of }) => ({
        value: id,
        label: `${id.toUpperCase()} · ${law(`name.${of}`)}`,
      })),
      policies: HOLIDAY_POLICIES.map((value) => ({ value, label: say(`settings.holidayPolicies.${value}`) })),
      readings: READING_NAMES.map((name) => ({
        name,
        label: law(`readings.${name}.label`),
        values: READINGS[name].map((value) => ({ value, label: law(`readings.${name}.${value}`) })),
        profiles: choices.profiles.filter(({ open }) => open.includes(name)).map(({ id }) => id),
      })),
      approvals: DPO_APPROVES.map((value) => ({ value, label: say(`settings.approvals.${value}`) })),
      regions: choices.regions,
    },
  };
}
