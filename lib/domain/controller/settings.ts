import type { ReminderPlan } from "@/lib/domain/clock/reminders";
import type { DpoApproves } from "@/lib/domain/decision/approval";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { HolidayPolicy } from "@/lib/domain/law/calendar";
import type { Readings } from "@/lib/domain/law/readings";

/** A text that a controller writes in each of its languages; a missing one falls back to the first language. */
export type LocalText = Partial<Record<Language, string>>;

/** What a controller says about itself; versioned, every change is an audit event. */
export type ControllerSettings = {
  readonly name: string;
  readonly registrationNumber: string;
  /** Postal address, one line per line. */
  readonly address: string;
  /** Address for questions and complaints; may not be empty (GDPR Art. 12(2), 13(1)(a)). */
  readonly contactEmail: string;
  readonly contactPhone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Region of the calendar: "SE", "DE-BY". */
  readonly region: string;
  /** IANA time zone in which receipt is dated and days end. */
  readonly zone: string;
  /** First is the default language. */
  readonly languages: readonly Language[];
  readonly dpo: { readonly name: string; readonly email: string; readonly phone: string } | null;
  /** Slug of the supervisory authority (table Authority). */
  readonly authority: string;
  /** Profile id, for example "gdpr-se". */
  readonly profile: string;
  readonly holidayPolicy: HolidayPolicy;
  /** Readings of the law other than our defaults (lib/domain/law/readings.ts); none in older versions. */
  readonly readings?: Readings;
  readonly feeEnabled: boolean;
  /** Which answers the data protection officer approves first; none where it was never chosen. */
  readonly dpoApproves?: DpoApproves;
  /** How many days before the nominal date answers are wanted. */
  readonly targetDaysBefore: number;
  /** When staff are reminded; DEFAULT_REMINDERS where nothing was chosen. */
  readonly reminders?: ReminderPlan | undefined;
  readonly privacyPolicyUrl: string;
  /** Where a choice about cookies is changed on the controller's own site; may be empty. */
  readonly cookieSettingsUrl: string;
  /** Other ways to ask: post, phone, visit. */
  readonly otherWays: LocalText;
  /** Shown before the first personal field when not empty (Swedish practice: skyddade personuppgifter). */
  readonly protectedIdentityNotice: LocalText;
};

/** Fields that were added later, as settings saved before them are read: nothing is promised that nobody chose. */
const ADDED_LATER: Partial<ControllerSettings> = { cookieSettingsUrl: "" };

/** Settings as they were saved, by whichever version of the program. */
export function settingsFrom(saved: unknown): ControllerSettings {
  return { ...ADDED_LATER, ...(saved as ControllerSettings) };
}

/** The text in the language, else in the controller's first language that has one, else empty. */
export function localText(text: LocalText, language: Language, languages: readonly Language[]): string {
  return text[language] ?? languages.map((l) => text[l]).find((t) => t) ?? "";
}

/** A supervisory authority as shown in notices (data/authorities, editable, dated). */
export type Authority = {
  readonly slug: string;
  readonly countries: readonly string[];
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly web: string;
  readonly datedOn: IsoDate;
};
