import { rows } from "@/emails/letters/blocks";
import type { ReadyReview } from "@/lib/domain/decision/demands/automated-decision";
import type { ReadyComplaint } from "@/lib/domain/decision/demands/complaint";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { type Basis, part } from "./basis";

/** Who reviewed, how the person was heard, the new result and its reasons (GDPR Art. 22(3)). */
export function reviewBlocks({ say }: Basis, content: ReadyReview): readonly LetterBlock[] {
  return [
    rows([{ label: say("fact.reviewer"), value: content.reviewer }]),
    ...part(say("heading.view"), content.view),
    ...part(say("heading.result"), content.result),
    ...part(say("heading.reasons"), content.reasons),
  ];
}

/** What was found, and what is done about it. */
export function complaintBlocks({ say }: Basis, content: ReadyComplaint): readonly LetterBlock[] {
  return [
    ...part(say("heading.finding"), content.finding),
    ...part(say("heading.measures"), content.measures),
  ];
}
