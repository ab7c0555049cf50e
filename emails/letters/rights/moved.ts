import { heading, paragraph, paragraphs, rows } from "@/emails/letters/blocks";
import type { Conditions, ReadyPortability } from "@/lib/domain/decision/demands/portability";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { type Basis, part } from "./basis";

/** The conditions, the format, and whether the data went to the controller that was named (GDPR Art. 20). */
export function portabilityBlocks(basis: Basis, content: ReadyPortability): readonly LetterBlock[] {
  const { say } = basis;
  return [
    ...conditionBlocks(basis, content.conditions),
    ...part(say("heading.format"), content.format),
    heading(say("heading.transmission")),
    ...transmissionBlocks(basis, content.transmission),
  ];
}

function transmissionBlocks(
  { say }: Basis,
  transmission: ReadyPortability["transmission"],
): readonly LetterBlock[] {
  switch (transmission.to) {
    case "person":
      return [paragraph(say("transmission.person"))];
    case "controller":
      return [paragraph(say("transmission.controller", { receiver: transmission.receiver }))];
    case "not_feasible":
      return [
        paragraph(say("transmission.notFeasible", { receiver: transmission.receiver })),
        ...paragraphs(transmission.because),
      ];
  }
}

/** The three conditions of Art. 20(1), one by one. */
export function conditionBlocks({ say }: Basis, conditions: Conditions): readonly LetterBlock[] {
  const yesNo = (is: boolean) => say(is ? "yes" : "no");
  return [
    heading(say("heading.conditions")),
    rows([
      { label: say("fact.automated"), value: yesNo(conditions.automated) },
      { label: say("fact.basis"), value: say(`portabilityBasis.${conditions.basis}`) },
      { label: say("fact.provided"), value: yesNo(conditions.provided) },
    ]),
  ];
}
