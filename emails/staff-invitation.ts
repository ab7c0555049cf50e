import { link, type MailContent, mail, paragraph, small, type Template } from "@/emails/content";
import { linkLasts } from "@/emails/sender";
import type { Language } from "@/lib/domain/kernel/language";
import { translator } from "@/lib/i18n/translator";

export const TEMPLATE: Template = { name: "staff-invitation", version: 1 };

export type StaffInvitationFacts = {
  readonly language: Language;
  /** Where they will work; the installation's name for its first administrator. */
  readonly controller: string;
  readonly inviteUrl: string;
  readonly linkHours: number;
};

/** A new colleague chooses a password and a second factor. */
export function staffInvitationMail(of: StaffInvitationFacts): MailContent {
  const { language, controller } = of;
  const say = translator(language, "mail");
  return mail(language, say("staffInvitation.subject", { controller }), [
    paragraph(say("staffInvitation.intro", { controller })),
    link(say("staffInvitation.link"), of.inviteUrl),
    small(linkLasts(of.linkHours, language)),
    paragraph(say("staffInvitation.app")),
    small(say("staffInvitation.unexpected")),
  ]);
}
