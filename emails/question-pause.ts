import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { questionWords } from "@/emails/question";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import { dateIfAnswered } from "@/lib/domain/clock/promise";
import type { Clock } from "@/lib/domain/clock/types";
import type { Language } from "@/lib/domain/kernel/language";
import { formatDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";

export const TEMPLATE: Template = { name: "question-pause", version: 1 };

export type PausingQuestionFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
};

/** What a question that stops the time is written from; `large`: the law wants a large quantity of information. */
export type PauseFacts = { readonly language: Language; readonly clock: Clock; readonly large: boolean };

/** We have a question, and the time stands still until it is answered; what it is stands behind the link. */
export function pausingQuestionMail(of: PausingQuestionFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "timing");
  const controller = of.sender.settings.name;
  return requestMail(
    of,
    say("questionMail.subject", { controller }),
    [
      paragraph(say("questionMail.intro", { reference: of.reference })),
      link(say("questionMail.link"), of.openUrl),
      small(linkLasts(of.linkHours, language)),
      paragraph(say("questionMail.clock")),
      paragraph(say("questionMail.everything")),
    ],
    questionWords(of),
  );
}

/**
 * The question as it is sent: what the officer asks, the choices, that a large quantity of information is processed where
 * the law lets the time stand still for that alone, that the requester may insist on everything, what it does to the
 * date, and what happens meanwhile (GDPR recital 63; law.md 3 C).
 */
export function pausingQuestionText(
  { text, choices }: { readonly text: string; readonly choices: string },
  of: PauseFacts,
): string {
  const offered = choices
    .split("\n")
    .map((choice) => choice.trim())
    .filter((choice) => choice !== "");
  const say = translator(of.language, "timing");
  const list = offered.map((choice) => `– ${choice}`);
  return [
    text.trim(),
    ...(list.length > 0 ? [`${say("question.choices")}\n${list.join("\n")}`] : []),
    ...fixedParts(of),
  ].join("\n\n");
}

/** What is said with every question that stops the time, whatever is asked. */
export function fixedParts({ language, clock, large }: PauseFacts): readonly string[] {
  const say = translator(language, "timing");
  const last = dateIfAnswered(clock);
  return [
    ...(large ? [say("question.large")] : []),
    say("question.everything"),
    last ? say("question.effectDated", { date: formatDate(last, language) }) : say("question.effect"),
    say("question.meanwhile"),
  ];
}
