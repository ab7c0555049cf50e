import type { Authority, ControllerSettings } from "@/lib/domain/controller/settings";
import { feePossible } from "@/lib/domain/fee/rules";
import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { authorityRows, controllerRows } from "@/lib/i18n/contact-rows";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";

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
  const free = feePossible(settings) ? "free-of-charge-fee-possible" : "free-of-charge";
  return [
    { kind: "facts", rows: controllerRows(settings, language) },
    ...(authority ? [{ kind: "facts", rows: authorityRows(authority, language) } as const] : []),
    ...fixedBlocks(settings.profile, free, language),
    ...fixedBlocks(settings.profile, "art13-portal", language, { controller: settings.name }),
  ];
}
