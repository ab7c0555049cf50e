import type { Authority } from "@/lib/domain/controller/settings";
import type { Language } from "@/lib/domain/kernel/language";
import { translator } from "@/lib/i18n/translator";

/** Name and all known ways to reach a supervisory authority, as rows of a letter or mail. */
export function authorityRows(authority: Authority, language: Language) {
  const say = translator(language, "letter");
  return [
    { label: say("fact.authority"), value: authority.name },
    { label: say("fact.address"), value: authority.address },
    { label: say("fact.phone"), value: authority.phone },
    { label: say("fact.email"), value: authority.email },
    { label: say("fact.web"), value: authority.web },
  ];
}
