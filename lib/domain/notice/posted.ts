import { localDate } from "@/lib/domain/clock/dates";
import { wallInstant } from "@/lib/domain/intake/received";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/**
 * When a letter went, from the day that staff recorded: today it is now; of an earlier day noon, since only the date
 * counts for the law. It cannot have gone before it was written, nor tomorrow.
 */
export function postedAt(
  on: IsoDate | string,
  of: { readonly owedAt: Date; readonly now: Date; readonly zone: string },
): Result<Date, "postedAhead" | "postedBefore"> {
  const today = localDate(of.now.toISOString(), of.zone);
  if (on > today) return refuse("postedAhead");
  if (on < localDate(of.owedAt.toISOString(), of.zone)) return refuse("postedBefore");
  if (on === today) return ok(of.now);
  const noon = wallInstant({ date: on, time: "12:00" }, of.zone);
  const at = new Date(noon.ok ? noon.value : `${on}T12:00:00Z`);
  return ok(at < of.owedAt ? of.owedAt : at);
}
