import { heading, paragraph, paragraphs } from "@/emails/letters/blocks";
import type { AccessBlock } from "@/lib/domain/decision/content";
import type { ReadyAccess, ReadyBlock } from "@/lib/domain/decision/demands/access";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import { type Basis, part, recipientList } from "./basis";
import { searchBlocks } from "./searches";

/**
 * The information of GDPR Art. 15(1) and (2): the confirmation, (a) to (h) in their order, the safeguards of transfers,
 * what the copy covers, what its codes mean, and where was searched. (f) points to the authority further down.
 */
export function accessBlocks(basis: Basis, content: ReadyAccess, profile: string): readonly LetterBlock[] {
  const { say, language } = basis;
  const { blocks } = content;
  const info = (name: AccessBlock) => [heading(say(`access.${name}`)), ...written(basis, blocks[name])];
  return [
    paragraph(say("access.confirmation")),
    ...part(say("access.scope"), content.scope),
    ...info("a"),
    ...info("b"),
    ...info("c"),
    ...recipientList(basis, content.recipients),
    ...(content.unnamed ? [paragraph(say("access.unnamed", { because: content.unnamed }))] : []),
    ...info("d"),
    heading(say("access.e")),
    ...fixedBlocks(profile, "access-further-rights", language),
    heading(say("access.f")),
    paragraph(say("access.complaint")),
    ...info("g"),
    ...info("h"),
    ...info("transfers"),
    ...part(say("access.codes"), content.codes),
    ...searchBlocks(basis, content.searches),
  ];
}

function written({ say }: Basis, block: ReadyBlock): readonly LetterBlock[] {
  if (block.says === "text") return paragraphs(block.text);
  return paragraphs(say("access.none", { because: block.because }));
}
