import type { DayTyped, Recipient, Search } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

declare const filled: unique symbol;

/** Text that says something. Only this file makes one. */
export type Filled = string & { readonly [filled]: true };

/** At least one. */
export type Some<T> = readonly [T, ...T[]];

/** A search with all that makes it one. */
export type ReadySearch = {
  readonly system: Filled;
  readonly terms: Filled;
  readonly result: "found" | "nothing";
};

/** What an answer says happened on a day that has not come. */
export type DayAhead = "changed_ahead" | "erased_ahead" | "stopped_ahead" | "restricted_ahead";

/** What the content of an answer still lacks, as codes that the form turns into sentences. */
export type Gap =
  | "content"
  | "block_a"
  | "block_b"
  | "block_c"
  | "block_d"
  | "block_g"
  | "block_h"
  | "block_transfers"
  | "recipients"
  | "recipient_name"
  | "told"
  | "told_recipients"
  | "not_told"
  | "scope"
  | "items"
  | "searches"
  | "search_fields"
  | "changes"
  | "correction_asked"
  | "completion_asked"
  | "change_fields"
  | "disputed"
  | "restricted_from"
  | DayAhead
  | "erasure_grounds"
  | "erased"
  | "erased_fields"
  | "backups"
  | "published"
  | "publishers"
  | "kept_until"
  | "restriction_grounds"
  | "restriction_scope"
  | "uses"
  | "conditions"
  | "conditions_met"
  | "conditions_unmet"
  | "format"
  | "transmission"
  | "transmission_asked"
  | "receiver"
  | "not_feasible"
  | "objection_basis"
  | "situation"
  | "compelling"
  | "disclosure"
  | "disclosure_asked"
  | "disclosure_text"
  | "disclosure_part"
  | "stopped"
  | "from"
  | "follows"
  | "reviewer"
  | "view"
  | "result"
  | "review_reasons"
  | "finding"
  | "measures";

/** Collects what is missing while a complete value is put together: the value exists only if nothing was. */
export type Demand = {
  /** The text without the spaces around it. */
  text(value: string, gap: Gap): Filled;
  /** A day on which something was done: not after the decision, since a letter does not tell what has yet to happen. */
  day(value: DayTyped, gap: Gap, not: { readonly after: IsoDate; readonly ahead: DayAhead }): IsoDate;
  that(holds: boolean, gap: Gap): void;
  some<T>(list: readonly T[], gap: Gap): Some<T>;
  /** A list of names, each of which says something. */
  names(recipients: readonly Recipient[]): readonly NamedRecipient[];
  met<T>(value: T): Result<T, readonly Gap[]>;
};

export type NamedRecipient = { readonly name: Filled; readonly country: string };

export function demanding(): Demand {
  const missing = new Set<Gap>();
  const demand: Demand = {
    text(value, gap) {
      const said = value.trim();
      if (said === "") missing.add(gap);
      return said as Filled;
    },
    day(value, gap, { after, ahead }) {
      if (value === "") missing.add(gap);
      if (value > after) missing.add(ahead);
      return value as IsoDate;
    },
    that(holds, gap) {
      if (!holds) missing.add(gap);
    },
    some(list, gap) {
      if (list.length === 0) missing.add(gap);
      return list as unknown as Some<(typeof list)[number]>;
    },
    names: (recipients) =>
      recipients.map(({ name, country }) => ({
        name: demand.text(name, "recipient_name"),
        country: country.trim(),
      })),
    met: (value) => (missing.size > 0 ? refuse([...missing]) : ok(value)),
  };
  return demand;
}

/** The text if it says something, else null: for what may be left out. */
export function filledOrNull(value: string): Filled | null {
  const said = value.trim();
  return said === "" ? null : (said as Filled);
}

/**
 * An answer rests on a search: at least one, each with its system, the identifiers used and the result (GDPR
 * Art. 5(2), 12(3); who is told that nothing is held must be able to see whether it was looked for).
 */
export function searched(demand: Demand, searches: readonly Search[]): Some<ReadySearch> {
  return demand.some(
    searches.map(({ system, terms, result }) => {
      demand.that(result !== "", "search_fields");
      return {
        system: demand.text(system, "search_fields"),
        terms: demand.text(terms, "search_fields"),
        result: result === "found" ? "found" : "nothing",
      };
    }),
    "searches",
  );
}
