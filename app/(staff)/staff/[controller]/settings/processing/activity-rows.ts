import type { SummaryRow } from "@/app/_ui/summary-list";
import type { Activity } from "@/lib/domain/controller/activity";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { Language } from "@/lib/domain/kernel/language";
import { activityBlocks, ruleWords } from "@/lib/i18n/activity-blocks";
import type { Translate } from "@/lib/i18n/translator";

/** An activity as rows to read; what is empty has none. */
export function activityRows(
  activity: Activity,
  of: { readonly say: Translate; readonly language: Language; readonly settings: ControllerSettings },
): readonly SummaryRow[] {
  const { say, language } = of;
  const { languages, profile } = of.settings;
  const blocks = activityBlocks(activity, language, languages, profile);
  const rows: readonly (readonly [string, string])[] = [
    ["purpose", blocks.a],
    ["categories", blocks.b],
    ["recipients", blocks.c.map(({ name, country }) => `${name} (${country})`).join(", ")],
    ["transfers", blocks.transfers],
    ["retention", [blocks.d, ruleWords(activity, language, languages)].filter(Boolean).join("\n")],
    ["source", blocks.g],
    ["automated", blocks.h],
    ["systems", blocks.systems.join(", ")],
  ];
  return rows
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ({ label: say(`fields.${name}`), value }));
}
