import { facts, link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import type { ExtensionReason } from "@/lib/domain/clock/extension-reasons";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { formatDate } from "@/lib/i18n/format";

export const TEMPLATE: Template = { name: "extension", version: 1 };

export type ExtensionFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
  readonly oldDate: IsoDate | null;
  /** Null where the notice comes too late to extend anything. */
  readonly newDate: IsoDate | null;
  readonly reasons: readonly ExtensionReason[];
};

/**
 * The answer takes longer: until when, the reasons in the words of the law's grounds, that it is the only time; what
 * is particular to this person stands behind the link (GDPR Art. 12(3)).
 */
export function extensionMail(of: ExtensionFacts): MailContent {
  const { language, newDate, oldDate, reference } = of;
  const say = wordsOf(of, "timing");
  const controller = of.sender.settings.name;
  const date = newDate && formatDate(newDate, language);
  return requestMail(of, say(date ? "extensionMail.subject" : "extensionMail.lateSubject", { controller }), [
    paragraph(
      date
        ? say("extensionMail.intro", { reference, date })
        : say("extensionMail.lateIntro", { reference, date: oldDate ? formatDate(oldDate, language) : "" }),
    ),
    facts(
      of.reasons.map((reason) => ({ label: say("extensionMail.reason"), value: say(`reason.${reason}`) })),
    ),
    link(say("extensionMail.link"), of.openUrl),
    small(linkLasts(of.linkHours, language)),
    ...(date ? [paragraph(say("letter.once"))] : []),
  ]);
}
