import type { Activity } from "@/lib/domain/controller/activity";
import { type LocalText, localText } from "@/lib/domain/controller/settings";
import type { AbsentWords, ActivityBlocks } from "@/lib/domain/decision/fill-access";
import type { Language } from "@/lib/domain/kernel/language";
import { countryName } from "@/lib/i18n/country";
import { translatorUnder } from "@/lib/i18n/law-words";
import { type Translate, translator } from "@/lib/i18n/translator";

/**
 * What an activity of the register says to a person who asks for access, part by part (GDPR Art. 15(1)-(2)).
 * @param languages of the controller: what is not there in the language is said in the first that has it
 * @param profile whose law's articles may be named
 */
export function activityBlocks(
  activity: Activity,
  language: Language,
  languages: readonly Language[],
  profile: string,
): ActivityBlocks {
  const say = translatorUnder(profile, language, "processing");
  const local = (text: LocalText) => localText(text, language, languages).trim();
  const name = local(activity.name);
  const under = (text: LocalText) => (local(text) ? say("letter.under", { name, text: local(text) }) : "");
  const { automated } = activity;
  return {
    a: purposeText(activity, local, say),
    b: under(activity.categories),
    c: activity.recipients,
    d: under(activity.retention),
    g: under(activity.source),
    h: automated
      ? say("letter.automated", {
          name,
          logic: local(automated.logic),
          significance: local(automated.significance),
          consequences: local(automated.consequences),
        })
      : "",
    transfers: activity.transfers
      .map(({ recipient, country, safeguard }) =>
        say("letter.transfer", {
          recipient,
          country: countryName(country, language),
          safeguard: say(`safeguard.${safeguard}`),
        }),
      )
      .join("\n"),
    systems: activity.systems,
  };
}

function purposeText(activity: Activity, local: (text: LocalText) => string, say: Translate): string {
  const { basis, special } = activity;
  const parts = [
    say("letter.purpose", { name: local(activity.name), purpose: local(activity.purpose) }),
    say("letter.basis", { basis: say(`letter.bases.${basis}`), letter: basis }),
    basis === "f" ? say("letter.interest", { interest: local(activity.interest) }) : "",
    special ? say("letter.special", { letter: special }) : "",
    basis === "a" && local(activity.consent)
      ? say("letter.consent", { consent: local(activity.consent) })
      : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** What is said where no activity that concerns the person has anything of the kind. */
export function absentWords(language: Language, controller: string, profile: string): AbsentWords {
  const say = translatorUnder(profile, language, "processing");
  return {
    c: say("letter.noRecipients", { controller }),
    h: say("letter.noAutomated"),
    transfers: say("letter.noTransfers"),
    received: say("letter.received"),
  };
}

/** A retention rule in words: "5 years from when the matter was closed"; empty where there is none. */
export function ruleWords(activity: Activity, language: Language, languages: readonly Language[]): string {
  const { years, months } = activity;
  if (years + months === 0) return "";
  const trigger = localText(activity.trigger, language, languages);
  return translator(language, "processing")("rule", { years, months, trigger }).trim();
}
