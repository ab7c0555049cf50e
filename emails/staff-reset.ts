import { link, type MailContent, mail, paragraph, small, type Template } from "@/emails/content";
import { linkLasts } from "@/emails/sender";
import type { Language } from "@/lib/domain/kernel/language";
import { translator } from "@/lib/i18n/translator";

export const TEMPLATE: Template = { name: "staff-reset", version: 1 };

export type StaffResetFacts = {
  readonly language: Language;
  readonly resetUrl: string;
  readonly linkHours: number;
};

/** An administrator reset the sign-in of a colleague, who now chooses it anew. */
export function staffResetMail(of: StaffResetFacts): MailContent {
  const { language } = of;
  const say = translator(language, "mail");
  return mail(language, say("staffReset.subject"), [
    paragraph(say("staffReset.intro")),
    link(say("staffReset.link"), of.resetUrl),
    small(linkLasts(of.linkHours, language)),
    small(say("staffReset.unexpected")),
  ]);
}
