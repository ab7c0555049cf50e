import { facts, type MailBlock, type MailContent, oneLine, quietLink, small } from "@/emails/content";
import type { Authority, ControllerSettings } from "@/lib/domain/controller/settings";
import { feePossible } from "@/lib/domain/fee/rules";
import type { Language } from "@/lib/domain/kernel/language";
import { NO_WORDS, type OwnWords, type Wordings, worded } from "@/lib/domain/notice/wording";
import type { Namespace } from "@/lib/i18n/catalogue";
import { translatorUnder } from "@/lib/i18n/law-words";
import { type Translate, translator } from "@/lib/i18n/translator";

/** Who writes, as every mail to a requester says it at its foot. */
export type MailSender = {
  readonly settings: ControllerSettings;
  /** Null only where the controller has not named one yet. */
  readonly authority: Authority | null;
  /** The portal's own Art. 13 notice: "https://dsar.example.org/{slug}/privacy". */
  readonly portalNoticeUrl: string;
  /** The controller's own words in the language of the mail. */
  readonly wordings: Wordings;
};

/** What every mail to a requester needs. */
export type RequesterMail = { readonly sender: MailSender; readonly language: Language };

/** The messages of a namespace as a mail to a requester says them: in their language, under the controller's law. */
export function wordsOf({ sender, language }: RequesterMail, namespace: Namespace): Translate {
  return translatorUnder(sender.settings.profile, language, namespace);
}

/**
 * A mail about a request: the controller's own words around what the mail says, and the foot. What it says and the foot
 * cannot be left out.
 * @param own none for a kind that is not adapted
 */
export function requestMail(
  of: RequesterMail,
  subject: string,
  body: readonly MailBlock[],
  own: OwnWords = NO_WORDS,
  foot: readonly MailBlock[] = footer(of),
): MailContent {
  return { language: of.language, subject: oneLine(subject), ...worded(own, body, foot) };
}

/**
 * The foot of every mail to a requester: who is responsible, how to reach them and their data protection
 * officer, the supervisory authority, that it is free, and the notices of privacy (GDPR Art. 12(1), 13).
 */
export function footer(of: RequesterMail): readonly MailBlock[] {
  const say = wordsOf(of, "mail");
  const { sender } = of;
  const { settings, authority } = sender;
  const { dpo } = settings;
  const policy = settings.privacyPolicyUrl;
  return [
    facts([
      { label: say("footer.controller"), value: settings.name },
      { label: say("footer.registrationNumber"), value: settings.registrationNumber },
      { label: say("footer.address"), value: onOneLine(settings.address) },
      { label: say("footer.contact"), value: together(settings.contactEmail, settings.contactPhone) },
      { label: say("footer.dpo"), value: dpo ? together(dpo.name, dpo.email, dpo.phone) : "" },
      { label: say("footer.authority"), value: authority ? together(authority.name, authority.web) : "" },
    ]),
    small(
      [
        say(feePossible(settings) ? "footer.feePossible" : "footer.free"),
        ...(authority ? [say("footer.complain")] : []),
      ].join(" "),
    ),
    quietLink(say("footer.portalNotice"), sender.portalNoticeUrl),
    ...(policy ? [quietLink(say("footer.privacyPolicy"), policy)] : []),
    small(say("footer.whySmall", { controller: settings.name })),
  ];
}

export function onOneLine(text: string): string {
  return together(...text.split("\n").map((line) => line.trim()));
}

function together(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

/** How long a link works: in hours, or in days when it is whole days. */
export function linkLasts(hours: number, language: Language): string {
  const say = translator(language, "mail");
  const whole = hours >= 48 && hours % 24 === 0;
  return whole ? say("line.linkDays", { days: hours / 24 }) : say("line.linkHours", { hours });
}
