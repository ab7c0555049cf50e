import { type ControllerSettings, localText } from "@/lib/domain/controller/settings";
import type { Content, Search } from "@/lib/domain/decision/content";
import { filledAccess, withSystems } from "@/lib/domain/decision/fill-access";
import type { Language } from "@/lib/domain/kernel/language";
import { absentWords, activityBlocks, ruleWords } from "@/lib/i18n/activity-blocks";
import type { AnswerForm } from "@/lib/queries/decision/answer-form";
import type { Fillings } from "./_fields/activity-picker.client";
import type { RetentionRule } from "./_fields/keeping-fields.client";

/** What the activities of the register say in the language of the letter. */
export function fillingsOf(
  form: Pick<AnswerForm, "activities" | "language">,
  { name, profile, languages }: Pick<ControllerSettings, "name" | "profile" | "languages">,
): Fillings {
  return {
    activities: form.activities.map(({ id, activity, concerns }) => ({
      id,
      name: localText(activity.name, form.language, languages),
      concerns,
      blocks: activityBlocks(activity, form.language, languages, profile),
    })),
    absent: absentWords(form.language, name, profile),
  };
}

/** What the form begins with: for access the activities that concern such a person, filled in; systems to search. */
export function beginning(
  form: Pick<AnswerForm, "begun">,
  { activities, absent }: Fillings,
): { readonly content: Content; readonly searches: readonly Search[] } {
  const { begun } = form;
  const concerning = activities.filter(({ concerns }) => concerns);
  const blocks = concerning.map((each) => each.blocks);
  const searches = withSystems([], blocks);
  if (begun.right !== "access") return { content: begun, searches };
  return {
    content: { ...begun, ...filledAccess(blocks, absent), activities: concerning.map(({ id }) => id) },
    searches,
  };
}

/** The retention rules of the register, in the language of the letter. */
export function rulesOf(
  activities: AnswerForm["activities"],
  language: Language,
  languages: readonly Language[],
): readonly RetentionRule[] {
  return activities.flatMap(({ id, activity }) => {
    const rule = ruleWords(activity, language, languages);
    if (!rule) return [];
    const { years, months } = activity;
    const label = `${localText(activity.name, language, languages)}: ${rule}`;
    return [{ id, label, trigger: localText(activity.trigger, language, languages), years, months }];
  });
}
