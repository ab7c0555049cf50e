import { day, localDate, startOf } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** From where the call to open a closed request again came. */
export const REOPENING_SOURCES = ["complaint", "authority", "court", "own_review"] as const;
export type ReopeningSource = (typeof REOPENING_SOURCES)[number];

/** Whether this source can order an answer by a day of its own. */
export function mayOrder(source: ReopeningSource): boolean {
  return source === "authority" || source === "court";
}

/**
 * The instant at which the call to open a request again reached the controller, from its day: not ahead, and after the
 * request was closed.
 */
export function calledAt(
  on: IsoDate,
  of: { readonly closedAt: Date; readonly now: Date; readonly zone: string },
): Result<Date, "reopenDay"> {
  const local = (at: Date) => localDate(at.toISOString(), of.zone);
  if (on > local(of.now) || on < local(of.closedAt)) return refuse("reopenDay");
  const began = new Date(startOf(day(on), of.zone)).getTime();
  return ok(new Date(Math.max(began, of.closedAt.getTime() + 1)));
}
