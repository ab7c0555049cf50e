import { heading, paragraph, rows } from "@/emails/letters/blocks";
import type { ReadyErasure } from "@/lib/domain/decision/demands/erasure";
import type { ReadyRectification, RefusedRectification } from "@/lib/domain/decision/demands/rectification";
import type { ReadyRestriction } from "@/lib/domain/decision/demands/restriction";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { formatDate } from "@/lib/i18n/format";
import { type Basis, part, toldBlocks } from "./basis";

/** What the data said, what it says now and since when (GDPR Art. 16), the statement that completes it, who is told. */
export function rectificationBlocks(basis: Basis, content: ReadyRectification): readonly LetterBlock[] {
  const { say, language } = basis;
  return [
    ...content.changes.map(({ what, before, after, on }) =>
      rows([
        { label: say("fact.what"), value: what },
        { label: say("fact.before"), value: before },
        { label: say("fact.after"), value: after },
        { label: say("fact.changedOn"), value: formatDate(on, language) },
      ]),
    ),
    ...part(say("heading.statement"), content.statement),
    ...disputeBlocks(basis, content),
    ...toldBlocks(basis, content.telling),
  ];
}

/** That the data was restricted while its accuracy was checked (Art. 18(1)(a)), and that this now ends. */
export function disputeBlocks(
  { say, language }: Basis,
  { restrictedFrom }: Pick<RefusedRectification, "restrictedFrom">,
): readonly LetterBlock[] {
  return restrictedFrom
    ? [paragraph(say("sentence.disputed", { date: formatDate(restrictedFrom, language) }))]
    : [];
}

/** On which ground, what was erased, where and when, what holds for backups, who publishes it on, who is told. */
export function erasureBlocks(basis: Basis, content: ReadyErasure): readonly LetterBlock[] {
  const { say, language } = basis;
  return [
    heading(say("heading.erasureGround")),
    { kind: "list", items: content.grounds.map((ground) => say(`erasureGround.${ground}`)) },
    heading(say("heading.erased")),
    ...content.erased.map(({ what, where, on }) =>
      rows([
        { label: say("fact.what"), value: what },
        { label: say("fact.where"), value: where },
        { label: say("fact.erasedOn"), value: formatDate(on, language) },
      ]),
    ),
    ...part(say("heading.backups"), content.backups),
    ...publisherBlocks(basis, content),
    ...toldBlocks(basis, content.telling),
  ];
}

function publisherBlocks({ say }: Basis, { publishers }: ReadyErasure): readonly LetterBlock[] {
  if (publishers.length === 0) return [];
  return [
    heading(say("heading.publishers")),
    paragraph(say("sentence.publishers")),
    { kind: "list", items: publishers },
  ];
}

/** On which ground, what is restricted since when, and what it is still used for (Art. 18(1)-(2)). */
export function restrictionBlocks(basis: Basis, content: ReadyRestriction): readonly LetterBlock[] {
  const { say } = basis;
  return [
    heading(say("heading.restrictionGround")),
    { kind: "list", items: content.grounds.map((ground) => say(`restrictionGround.${ground}`)) },
    rows([
      { label: say("fact.scope"), value: content.scope },
      { label: say("fact.from"), value: day(basis, content.from) },
    ]),
    ...part(say("heading.uses"), content.uses),
    ...toldBlocks(basis, content.telling),
  ];
}

function day({ language }: Basis, on: IsoDate): string {
  return formatDate(on, language);
}
