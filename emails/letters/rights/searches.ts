import { heading, rows } from "@/emails/letters/blocks";
import type { ReadySearch } from "@/lib/domain/decision/demands/demand";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import type { Basis } from "./basis";

/** Where was searched, with which identifiers, and what came of it; so that it can be seen whether it was enough. */
export function searchBlocks({ say }: Basis, searches: readonly ReadySearch[]): readonly LetterBlock[] {
  if (searches.length === 0) return [];
  return [
    heading(say("heading.searches")),
    ...searches.map(({ system, terms, result }) =>
      rows([
        { label: say("fact.system"), value: system },
        { label: say("fact.terms"), value: terms },
        { label: say("fact.result"), value: say(`found.${result}`) },
      ]),
    ),
  ];
}
