import type { Activity } from "@/lib/domain/controller/activity";
import type { Language } from "@/lib/domain/kernel/language";

type Texts = Partial<Record<Language, string>>;

/** An activity as its form holds it. */
export type ActivityValues = {
  active: boolean;
  activity: {
    -readonly [Name in keyof Omit<
      Activity,
      "automated" | "systems" | "recipients" | "transfers"
    >]: Activity[Name];
  } & {
    recipients: { name: string; country: string }[];
    transfers: { recipient: string; country: string; safeguard: string }[];
    /** One on each line. */
    systems: string;
    hasAutomated: boolean;
    automated: { logic: Texts; significance: Texts; consequences: Texts };
  };
};

/** What the form begins with; the languages are those of the controller. */
export function toValues(
  stored: { readonly active: boolean; readonly activity: Activity } | null,
  languages: readonly Language[],
): ActivityValues {
  const texts = (text: Texts = {}): Texts =>
    Object.fromEntries(languages.map((language) => [language, text[language] ?? ""]));
  const was = stored?.activity;
  return {
    active: stored?.active ?? true,
    activity: {
      name: texts(was?.name),
      purpose: texts(was?.purpose),
      basis: was?.basis ?? "b",
      interest: texts(was?.interest),
      special: was?.special ?? "",
      relationships: was?.relationships ?? [],
      categories: texts(was?.categories),
      recipients: (was?.recipients ?? []).map((each) => ({ ...each })),
      transfers: (was?.transfers ?? []).map((each) => ({ ...each })),
      retention: texts(was?.retention),
      trigger: texts(was?.trigger),
      years: was?.years ?? 0,
      months: was?.months ?? 0,
      source: texts(was?.source),
      systems: (was?.systems ?? []).join("\n"),
      hasAutomated: Boolean(was?.automated),
      automated: {
        logic: texts(was?.automated?.logic),
        significance: texts(was?.automated?.significance),
        consequences: texts(was?.automated?.consequences),
      },
      consent: texts(was?.consent),
    },
  };
}

/** What the form sends. */
export function toInput({ active, activity }: ActivityValues) {
  const { systems, hasAutomated, automated, ...rest } = activity;
  return {
    active,
    activity: {
      ...rest,
      systems: systems
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
      automated: hasAutomated ? automated : null,
    },
  };
}
