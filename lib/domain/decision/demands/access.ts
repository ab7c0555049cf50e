import {
  ACCESS_BLOCKS,
  type AccessBlock,
  type AccessContent,
  type Block,
  MAY_NOT_APPLY,
  type Search,
} from "@/lib/domain/decision/content";
import type { Result } from "@/lib/domain/kernel/result";
import {
  type Demand,
  demanding,
  type Filled,
  filledOrNull,
  type Gap,
  type NamedRecipient,
  type ReadySearch,
  type Some,
  searched,
} from "./demand";

export type ReadyBlock =
  | { readonly says: "text"; readonly text: Filled }
  | { readonly says: "none"; readonly because: Filled };

export type ReadyAccess = {
  readonly right: "access";
  readonly blocks: Readonly<Record<AccessBlock, ReadyBlock>>;
  readonly recipients: readonly NamedRecipient[];
  readonly unnamed: Filled | null;
  readonly scope: Filled;
  readonly codes: Filled | null;
  readonly searches: Some<ReadySearch>;
};

/**
 * What an answer to a request for access must say: (a) purposes, (b) categories, (c) recipients by name, (d) storage,
 * (g) source, (h) automated decisions of GDPR Art. 15(1), and the safeguards of 15(2), each or why it does not apply;
 * what the copy covers (15(3)) and where was searched. (e) and (f) are legal texts of the letter. Recipients are
 * actual identities unless they cannot be found out (C-154/21).
 */
export function accessDemands(
  content: AccessContent,
  searches: readonly Search[],
): Result<ReadyAccess, readonly Gap[]> {
  const demand = demanding();
  const recipients = demand.names(content.recipients);
  const unnamed = filledOrNull(content.unnamed);
  if (content.blocks.c.says === "text") demand.that(recipients.length > 0 || unnamed !== null, "recipients");
  return demand.met({
    right: "access",
    blocks: readyBlocks(demand, content.blocks),
    recipients: content.blocks.c.says === "text" ? recipients : [],
    unnamed: recipients.length === 0 ? unnamed : null,
    scope: demand.text(content.scope, "scope"),
    codes: filledOrNull(content.codes),
    searches: searched(demand, searches),
  });
}

function readyBlocks(demand: Demand, blocks: AccessContent["blocks"]): ReadyAccess["blocks"] {
  const entries = ACCESS_BLOCKS.map((name) => [name, readyBlock(demand, name, blocks[name])]);
  return Object.fromEntries(entries) as ReadyAccess["blocks"];
}

function readyBlock(demand: Demand, name: AccessBlock, block: Block): ReadyBlock {
  const gap = `block_${name}` as const;
  if (block.says === "none") {
    demand.that(MAY_NOT_APPLY.includes(name), gap);
    return { says: "none", because: demand.text(block.because, gap) };
  }
  demand.that(block.says === "text", gap);
  return { says: "text", text: demand.text(block.text, gap) };
}
