import { type Anew, BATCH, computeOpen, type Known } from "@/lib/commands/clock/compute-open";
import { openRequestsAfter } from "@/lib/db/clock-run";
import { fromDateColumn, fromDateOrNull } from "@/lib/db/dates";
import { quietly } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Counts what a basis that is not in force yet would do to the open requests, as the recomputation itself would, and
 * refuses until whoever wants it was told so many.
 * @param told how many requests the person was told would get other dates
 * @returns how many would
 * @throws Refused moves_dates
 */
export async function tellMoves(anew: Anew, told: number): Promise<number> {
  const known: Known = new Map();
  const count = { open: 0, moves: 0, lastDays: 0, earlier: 0 };
  for (let cursor: string | null = null, more = true; more; ) {
    const computed = await quietly(async (tx) =>
      computeOpen(tx, anew, await openRequestsAfter(tx, anew.controllerId, cursor, BATCH, false), known),
    );
    for (const { row, dates, moved } of computed) {
      count.open++;
      if (!moved) continue;
      count.moves++;
      if (fromDateOrNull(dates.statutoryOn) !== row.statutoryOn) count.lastDays++;
      if (fromDateColumn(dates.workBy) < row.workBy) count.earlier++;
    }
    cursor = computed.at(-1)?.row.id ?? cursor;
    more = computed.length === BATCH;
  }
  if (count.moves > told) throw new Refused({ code: "moves_dates", ...count });
  return count.moves;
}
