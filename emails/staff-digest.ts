import { facts, link, type MailContent, mail, paragraph, small, type Template } from "@/emails/content";
import type { ReminderKind } from "@/lib/domain/clock/reminders";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { formatDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";

export const TEMPLATE: Template = { name: "staff-digest", version: 1 };

export type StaffDigestFacts = {
  readonly language: Language;
  readonly controller: string;
  readonly on: IsoDate;
  readonly groups: readonly { readonly kind: ReminderKind; readonly references: readonly string[] }[];
  readonly queueUrl: string;
};

/** So many references are named of each kind; the rest is a number. */
const NAMED = 20;

/** What is due at the desk today: counts and references, nothing about any person. */
export function staffDigestMail(of: StaffDigestFacts): MailContent {
  const { language, controller, groups } = of;
  const say = translator(language, "timing");
  const count = groups.reduce((sum, { references }) => sum + references.length, 0);
  return mail(language, say("digest.subject", { count, controller }), [
    paragraph(say("digest.intro", { count, date: formatDate(of.on, language), controller })),
    facts(
      groups.map(({ kind, references }) => ({
        label: say(`digest.kind.${kind}`, { count: references.length }),
        value: named(references, language),
      })),
    ),
    link(say("digest.link"), of.queueUrl),
    small(say("digest.once")),
  ]);
}

function named(references: readonly string[], language: Language): string {
  const more = references.length - NAMED;
  const said = references.slice(0, NAMED).join(", ");
  return more > 0 ? `${said} ${translator(language, "timing")("digest.more", { more })}` : said;
}
