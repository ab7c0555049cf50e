import { clockOf } from "@/lib/commands/clock/compute";
import type { Tx } from "@/lib/db/client";
import { type ClockBasis, clockEventsOf, projection } from "@/lib/db/clock";
import { datesText, type RunRow } from "@/lib/db/clock-run";
import type { Clock } from "@/lib/domain/clock/types";

/** By what the open requests of a controller are computed anew. */
export type Anew = {
  readonly controllerId: string;
  readonly basis: ClockBasis;
  readonly targetDaysBefore: number;
};

/** Clocks to which nothing happened are the same for all requests of one right and day. */
export type Known = Map<string, Clock>;

/** How many requests are computed, and written, at a time: small enough that nobody waits for their locks. */
export const BATCH = 1_000;

export type Computed = {
  readonly row: RunRow;
  readonly dates: ReturnType<typeof projection>;
  /** Whether any of its dates is another one than before. */
  readonly moved: boolean;
};

/** What the dates of some open requests are by that basis; their promised dates stay. */
export async function computeOpen(
  tx: Tx,
  { controllerId, basis, targetDaysBefore }: Anew,
  rows: readonly RunRow[],
  known: Known,
): Promise<Computed[]> {
  const ids = rows.map(({ id }) => id);
  const events = await clockEventsOf(controllerId, ids, tx);
  return rows.map((row) => {
    const happened = events.get(row.id) ?? [];
    const key = `${row.right} ${row.receivedOn} ${row.zone}`;
    const kept = happened.length === 0 ? known.get(key) : undefined;
    const clock = kept ?? clockOf(basis, { targetDaysBefore }, row, happened);
    if (happened.length === 0) known.set(key, clock);
    const dates = projection(clock, row.promisedOn, basis);
    return { row, dates, moved: datesText(dates) !== row.dates };
  });
}
