import type { Authority, ControllerSettings } from "@/lib/domain/controller/settings";
import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import { translator } from "@/lib/i18n/translator";

/**
 * The portal's own notice of privacy, since it collects personal data itself (GDPR Art. 13): who is
 * responsible and how to reach them, their data protection officer and authority, then what is done with
 * the data and what a person can do about it.
 */
export function portalNotice(
  settings: ControllerSettings,
  authority: Authority | null,
  language: Language,
): readonly LetterBlock[] {
  const say = translator(language, "letter");
  const { dpo } = settings;
  const rows = [
    { label: say("fact.controller"), value: settings.name },
    { label: say("fact.registrationNumber"), value: settings.registrationNumber },
    { label: say("fact.address"), value: settings.address },
    { label: say("fact.email"), value: settings.contactEmail },
    { label: say("fact.phone"), value: settings.contactPhone },
    { label: say("fact.dpo"), value: dpo ? [dpo.name, dpo.email, dpo.phone].filter(Boolean).join(", ") : "" },
    { label: say("fact.authority"), value: authority ? `${authority.name}\n${authority.web}` : "" },
    { label: say("fact.privacyPolicy"), value: settings.privacyPolicyUrl },
  ];
  return [
    { kind: "facts", rows: rows.filter(({ value }) => value !== "") },
    ...fixedBlocks(settings.profile, "art13-portal", language, { controller: settings.name }),
    ...fixedBlocks(
      settings.profile,
      settings.feeEnabled ? "free-of-charge-fee-possible" : "free-of-charge",
      language,
    ),
  ];
}
