import { blankContent } from "./blank";
import type { AccessContent, Block, ContentOf, Recipient, Search } from "./content";

/** What an activity of the register says to the person, part by part; an empty text says that there is nothing. */
export type ActivityBlocks = {
  readonly a: string;
  readonly b: string;
  readonly c: readonly Recipient[];
  readonly d: string;
  readonly g: string;
  readonly h: string;
  readonly transfers: string;
  readonly systems: readonly string[];
};

/** Why a part does not apply where no activity has anything of the kind; and what leads the list of recipients. */
export type AbsentWords = Readonly<Record<"c" | "h" | "transfers" | "received", string>>;

/** The parts of an access answer as the chosen activities fill them. */
export type FilledAccess = Pick<AccessContent, "blocks" | "recipients">;

/**
 * The parts of GDPR Art. 15(1) and (2) from the activities that concern a person. Nothing is guessed: a part that no
 * chosen activity speaks of stays undecided, except where the register itself says that there is nothing (no
 * recipients, no automated decisions, no transfers). The source (g) is never taken for granted.
 */
export function filledAccess(chosen: readonly ActivityBlocks[], absent: AbsentWords): FilledAccess {
  const { blocks } = blankContent("access") as ContentOf<"access">;
  if (chosen.length === 0) return { blocks, recipients: [] };
  const joined = (name: "a" | "b" | "d" | "g" | "h" | "transfers") =>
    chosen
      .map((each) => each[name])
      .filter(Boolean)
      .join("\n\n");
  const recipients = unique(chosen.flatMap(({ c }) => c));
  const orNone = (text: string, because: string): Block =>
    text ? { says: "text", text, because: "" } : { says: "none", text: "", because };
  return {
    blocks: {
      a: { ...blocks.a, text: joined("a") },
      b: { ...blocks.b, text: joined("b") },
      c: orNone(recipients.length > 0 ? absent.received : "", absent.c),
      d: { ...blocks.d, text: joined("d") },
      g: joined("g") ? { says: "text", text: joined("g"), because: "" } : blocks.g,
      h: orNone(joined("h"), absent.h),
      transfers: orNone(joined("transfers"), absent.transfers),
    },
    recipients,
  };
}

/** A filled answer after other activities were chosen: what somebody wrote by hand stays, the rest follows. */
export function refilled(current: FilledAccess, before: FilledAccess, after: FilledAccess): FilledAccess {
  const names = Object.keys(after.blocks) as (keyof FilledAccess["blocks"])[];
  const untouched = (a: Block, b: Block) => a.says === b.says && a.text === b.text && a.because === b.because;
  const entries = names.map((name) => {
    const now = current.blocks[name];
    return [name, untouched(now, before.blocks[name]) ? after.blocks[name] : now];
  });
  const same = JSON.stringify(unique(current.recipients)) === JSON.stringify(unique(before.recipients));
  return {
    blocks: Object.fromEntries(entries) as FilledAccess["blocks"],
    recipients: same ? after.recipients : current.recipients,
  };
}

/** The searches there are, and a row for every system of the chosen activities that has none. */
export function withSystems(
  searches: readonly Search[],
  chosen: readonly ActivityBlocks[],
): readonly Search[] {
  const there = new Set(searches.map(({ system }) => system.trim()));
  const more = [...new Set(chosen.flatMap(({ systems }) => systems))].filter((system) => !there.has(system));
  return [...searches, ...more.map((system): Search => ({ system, custodian: "", terms: "", result: "" }))];
}

function unique(recipients: readonly Recipient[]): readonly Recipient[] {
  const seen = new Map(recipients.map(({ name, country }) => [`${name}\n${country}`, { name, country }]));
  return [...seen.values()];
}
