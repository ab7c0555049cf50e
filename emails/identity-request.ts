import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "identity-request", version: 1 };

export type IdentityRequestFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
  /** What asking does to the clock (lib/domain/identity/check.ts). */
  readonly effect: "pause" | "restart" | "none";
};

/** We have to know that it is you; why, and the ways to show it, stand behind the link. Never send proof by mail. */
export function identityRequestMail(of: IdentityRequestFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "mail");
  const controller = of.sender.settings.name;
  return requestMail(of, say("identityRequest.subject", { controller }), [
    paragraph(say("identityRequest.intro", { reference: of.reference })),
    link(say("identityRequest.link"), of.openUrl),
    small(linkLasts(of.linkHours, language)),
    paragraph(say("identityRequest.clock", { effect: of.effect })),
    paragraph(say("identityRequest.notByMail")),
  ]);
}
