import type { Details } from "@/lib/domain/intake/filing";
import type { Language } from "@/lib/domain/kernel/language";
import { translatorUnder } from "@/lib/i18n/law-words";

/** Where the words of a choice are, by the field it was made in. */
const CHOICES: Readonly<Record<string, string>> = { scope: "scopes", to: "moves", channels: "channel" };

/** What was asked through the form, field by field, for somebody who did not see the form. */
export function askedWords({ right, ...fields }: Details, language: Language, profile: string): string {
  const say = translatorUnder(profile, language, "staff");
  const letter = translatorUnder(profile, language, "letter");
  const word = (name: string, value: string): string => {
    if (value === "unknown") return say("request.detail.unknown");
    if (name === "grounds") return letter(`${right}Ground.${value}`);
    const choice = right === "access" && name === "to" ? undefined : CHOICES[name];
    return choice ? say(`request.detail.${choice}.${value}`) : value;
  };
  return Object.entries(fields)
    .flatMap(([name, value]) => {
      const label = say(`request.detail.${right === "portability" && name === "to" ? "moveTo" : name}`);
      if (value === true) return [label];
      const values = (Array.isArray(value) ? value : [value]).filter(
        (one) => typeof one === "string" && one !== "",
      );
      return values.length === 0 ? [] : [`${label}: ${values.map((one) => word(name, one)).join("; ")}`];
    })
    .join("\n\n");
}
