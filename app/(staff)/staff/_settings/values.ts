import type { ControllerSettings, LocalText } from "@/lib/domain/controller/settings";
import { LANGUAGES, type Language } from "@/lib/domain/kernel/language";
import { READINGS, type Reading, type Readings } from "@/lib/domain/law/readings";

type Texts = Record<Language, string>;

/** Settings as the form holds them: every text is there, and the default language stands apart. */
export type SettingsValues = Omit<
  ControllerSettings,
  | "languages"
  | "dpo"
  | "otherWays"
  | "protectedIdentityNotice"
  | "targetDaysBefore"
  | "holidayPolicy"
  | "readings"
  | "dpoApproves"
> & {
  readonly firstLanguage: Language;
  readonly languages: readonly Language[];
  readonly dpo: { readonly name: string; readonly email: string; readonly phone: string };
  readonly otherWays: Texts;
  readonly protectedIdentityNotice: Texts;
  readonly targetDaysBefore: number;
  readonly holidayPolicy: string;
  readonly readings: Record<Reading, string>;
  readonly dpoApproves: string;
};

/** Every question with its reading: ours, or the one that was chosen. */
function readings(chosen: Readings): Record<Reading, string> {
  const names = Object.keys(READINGS) as Reading[];
  return Object.fromEntries(names.map((name) => [name, chosen[name] ?? READINGS[name][0]])) as Record<
    Reading,
    string
  >;
}

function texts(from: LocalText): Texts {
  return Object.fromEntries(LANGUAGES.map((language) => [language, from[language] ?? ""])) as Texts;
}

/** Fills the form. */
export function toValues(settings: ControllerSettings): SettingsValues {
  return {
    ...settings,
    firstLanguage: settings.languages[0] ?? LANGUAGES[0],
    readings: readings(settings.readings ?? {}),
    dpoApproves: settings.dpoApproves ?? "none",
    dpo: settings.dpo ?? { name: "", email: "", phone: "" },
    otherWays: texts(settings.otherWays),
    protectedIdentityNotice: texts(settings.protectedIdentityNotice),
  };
}

/** What the form sends, in the shape of lib/schemas/controller/settings.ts. */
export function fromValues({ firstLanguage, languages, readings: read, ...values }: SettingsValues) {
  const names = Object.keys(READINGS) as Reading[];
  const others = names.filter((name) => read[name] !== READINGS[name][0]);
  return {
    ...values,
    // What is read by our default needs no saying.
    ...(others.length > 0 ? { readings: Object.fromEntries(others.map((name) => [name, read[name]])) } : {}),
    languages: [firstLanguage, ...languages.filter((language) => language !== firstLanguage)],
    privacyPolicyUrl: values.privacyPolicyUrl.trim(),
    cookieSettingsUrl: values.cookieSettingsUrl.trim(),
  };
}

/** A form for a controller that is not there yet. */
export const NO_SETTINGS: SettingsValues = {
  name: "",
  registrationNumber: "",
  address: "",
  contactEmail: "",
  contactPhone: "",
  country: "SE",
  region: "SE",
  zone: "Europe/Stockholm",
  firstLanguage: LANGUAGES[0],
  languages: [...LANGUAGES],
  dpo: { name: "", email: "", phone: "" },
  authority: "",
  profile: "gdpr-se",
  holidayPolicy: "official",
  readings: readings({}),
  dpoApproves: "none",
  feeEnabled: false,
  targetDaysBefore: 7,
  privacyPolicyUrl: "",
  cookieSettingsUrl: "",
  otherWays: { sv: "", en: "" },
  protectedIdentityNotice: { sv: "", en: "" },
};
