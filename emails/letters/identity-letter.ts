import { heading, letter, paragraph, paragraphs, rows } from "@/emails/letters/blocks";
import type { Authority, ControllerSettings } from "@/lib/domain/controller/settings";
import type { Doubt, Method } from "@/lib/domain/identity/check";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import type { Letter } from "@/lib/domain/notice/letter";
import type { Template } from "@/lib/domain/notice/mail-content";
import { ownWords, type Wordings } from "@/lib/domain/notice/wording";
import { authorityRows, controllerRows } from "@/lib/i18n/contact-rows";
import { formatDate } from "@/lib/i18n/format";
import { translatorUnder } from "@/lib/i18n/law-words";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import type { LegalNotice } from "@/lib/i18n/legal/texts";

export const LETTER: Template = { name: "identity-letter", version: 2 };

export type IdentityLetterFacts = {
  readonly settings: ControllerSettings;
  readonly wordings: Wordings;
  readonly authority: Authority | null;
  readonly language: Language;
  readonly reference: string;
  readonly right: Right;
  readonly receivedOn: IsoDate;
  readonly askedOn: IsoDate;
  readonly category: Doubt;
  readonly doubt: string;
  readonly needed: string;
  readonly methods: readonly Method[];
  readonly effect: "pause" | "restart" | "none";
  /** Of the requester, as they gave it. */
  readonly name: string;
  /** The person, where somebody acts for them; "" otherwise. */
  readonly actsFor: string;
  /** It is printed: its reader has no page with us, and answers by letter, by phone or in person. */
  readonly byPost?: boolean;
};

/**
 * The request for proof of identity: why there is doubt, what is needed and why that suffices, the ways and what may be
 * covered, purpose and deletion, what it does to the time, what follows without an answer, contact and complaint
 * (GDPR Art. 5(1)(a)-(e), 12(1), 12(6), 13, 77; EDPB Guidelines 01/2022, section 3).
 */
export function identityLetter(of: IdentityLetterFacts): Letter {
  const { language, settings } = of;
  const say = translatorUnder(settings.profile, language, "identity");
  const words = translatorUnder(settings.profile, language, "letter");
  const fixed = (notice: LegalNotice) =>
    fixedBlocks(settings.profile, notice, language, { controller: settings.name });
  const ways = of.byPost ? "letter.methodByPost" : "letter.method";
  const received = formatDate(of.receivedOn, language);
  const right = words(`right.${of.right}`);
  const { name, reference } = of;
  return letter(
    { title: say("letter.title"), language, template: LETTER },
    ownWords(of.wordings, "identity_request", {
      controller: settings.name,
      reference,
      right,
      received,
      name,
    }),
    [
      rows([
        { label: words("fact.reference"), value: reference },
        { label: words("fact.right"), value: right },
        { label: say("actsFor"), value: of.actsFor },
        { label: words("fact.received"), value: received },
        { label: say("letter.asked"), value: formatDate(of.askedOn, language) },
      ]),
      heading(say("letter.why")),
      paragraph(say(`letter.doubt.${of.category}`)),
      ...paragraphs(of.doubt),
      heading(say("letter.needed")),
      ...paragraphs(of.needed),
      heading(say("letter.ways")),
      paragraph(say("letter.choose")),
      { kind: "list", items: of.methods.map((method) => say(`${ways}.${method}`)) },
      ...(of.methods.includes("id_copy") ? fixed("identity-copy") : []),
      ...fixed(of.byPost ? "identity-evidence-by-post" : "identity-evidence"),
      heading(say("letter.time")),
      paragraph(say(`letter.effect.${of.effect}`)),
      heading(say("letter.silence")),
      paragraph(say("letter.noAnswer")),
      heading(words("heading.authority")),
      ...fixed("complaint-authority"),
      ...(of.authority ? [rows(authorityRows(of.authority, language))] : []),
    ],
    [heading(words("heading.sender")), rows(controllerRows(settings, language))],
  );
}
