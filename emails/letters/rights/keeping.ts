import { heading, paragraph, paragraphs } from "@/emails/letters/blocks";
import type { ReadyKeeping } from "@/lib/domain/decision/demands/keeping";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { formatDate } from "@/lib/i18n/format";
import type { Basis } from "./basis";

/** Until when something is kept that was to be erased, and how that day was found (GDPR Art. 17(3)). */
export function keepingBlocks({ say, language }: Basis, keeping: ReadyKeeping): readonly LetterBlock[] {
  if (keeping.by === "criteria") return [heading(say("heading.keptUntil")), ...paragraphs(keeping.criteria)];
  const { until, on, trigger, years, months } = keeping;
  return [
    heading(say("heading.keptUntil")),
    paragraph(
      say("sentence.keptUntil", {
        until: formatDate(until, language),
        on: formatDate(on, language),
        trigger,
        years,
        months,
      }),
    ),
  ];
}
