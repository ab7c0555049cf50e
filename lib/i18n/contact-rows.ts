import type { Authority, ControllerSettings } from "@/lib/domain/controller/settings";
import type { Language } from "@/lib/domain/kernel/language";
import { translator } from "@/lib/i18n/translator";

/** A fact under its name; its value may have several lines. */
export type Row = { readonly label: string; readonly value: string };

/** Who the controller is and how to reach it and its data protection officer (GDPR Art. 13(1)(a)-(b)). */
export function controllerRows(settings: ControllerSettings, language: Language): readonly Row[] {
  const say = translator(language, "letter");
  const { dpo } = settings;
  return known([
    { label: say("fact.controller"), value: settings.name },
    { label: say("fact.registrationNumber"), value: settings.registrationNumber },
    { label: say("fact.address"), value: settings.address },
    { label: say("fact.email"), value: settings.contactEmail },
    { label: say("fact.phone"), value: settings.contactPhone },
    { label: say("fact.dpo"), value: dpo ? [dpo.name, dpo.email, dpo.phone].filter(Boolean).join(", ") : "" },
    { label: say("fact.privacyPolicy"), value: settings.privacyPolicyUrl },
  ]);
}

/** A supervisory authority and all known ways to reach it (GDPR Art. 12(4), 13(2)(d)). */
export function authorityRows(authority: Authority, language: Language): readonly Row[] {
  const say = translator(language, "letter");
  return known([
    { label: say("fact.authority"), value: authority.name },
    { label: say("fact.address"), value: authority.address },
    { label: say("fact.phone"), value: authority.phone },
    { label: say("fact.email"), value: authority.email },
    { label: say("fact.web"), value: authority.web },
  ]);
}

function known(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ value }) => value !== "");
}
