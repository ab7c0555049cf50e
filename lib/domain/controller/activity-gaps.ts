import type { Activity } from "@/lib/domain/controller/activity";
import type { LocalText } from "@/lib/domain/controller/settings";
import type { Language } from "@/lib/domain/kernel/language";
import type { FieldIssue } from "@/lib/domain/kernel/refusal";

/**
 * What a person reads of an activity is there in every language of the controller (GDPR Art. 12(1)): name, purpose,
 * categories and storage; the legitimate interest where that is the basis (13(1)(d)), the consent where that is; what
 * a retention rule runs from; and all of an automated decision (15(1)(h)).
 * @returns an issue per field and language that is empty
 */
export function activityGaps(activity: Activity, languages: readonly Language[]): readonly FieldIssue[] {
  const { automated } = activity;
  const demanded: readonly (readonly [string, LocalText])[] = [
    ["name", activity.name],
    ["purpose", activity.purpose],
    ["categories", activity.categories],
    ["retention", activity.retention],
    ...(activity.basis === "f" ? [["interest", activity.interest] as const] : []),
    ...(activity.basis === "a" ? [["consent", activity.consent] as const] : []),
    ...(activity.years + activity.months > 0 ? [["trigger", activity.trigger] as const] : []),
    ...(automated
      ? (["logic", "significance", "consequences"] as const).map(
          (name) => [`automated.${name}`, automated[name]] as const,
        )
      : []),
  ];
  return demanded.flatMap(([field, text]) =>
    languages
      .filter((language) => (text[language] ?? "").trim() === "")
      .map((language) => ({ field: `activity.${field}.${language}`, message: "required" })),
  );
}
