import { Temporal } from "temporal-polyfill";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** What a watch on the wall showed: "2026-03-05", "14:30". */
export type WallTime = { readonly date: IsoDate | string; readonly time: string };

/** Further back than this nobody enters a request; whoever types such a year meant another. */
const OLDEST_YEARS = 3;

/** A receipt that lies further back than this has to be said on purpose. */
const LATE_HOURS = 24;

export type ReceiptProblem = "noSuchTime" | "receiptAhead" | "receiptTooOld" | "receiptBack";

/**
 * The instant of a time on the wall in the controller's zone: receipt counts where the controller is (law.md 1.0 no. 1).
 * A time that summer time skips never was; one that winter time repeats is taken as the earlier, which is never
 * later than the law.
 */
export function wallInstant({ date, time }: WallTime, zone: string): Result<IsoInstant, "noSuchTime"> {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (!zoned.toPlainDateTime().equals(wall)) return refuse("noSuchTime");
  return ok(new Date(zoned.epochMilliseconds).toISOString() as IsoInstant);
}

/**
 * When a request that staff enter was received. It counts from then, however late it is typed in (GDPR Art. 12(3)),
 * so a time that lies back needs a yes, and one that cannot be is refused.
 * @param knownBack whoever enters it says that the time is right although it lies back
 */
export function enteredReceipt(
  wall: WallTime,
  zone: string,
  now: Date,
  knownBack: boolean,
): Result<IsoInstant, ReceiptProblem> {
  const instant = wallInstant(wall, zone);
  if (!instant.ok) return instant;
  const at = new Date(instant.value).getTime();
  if (at > now.getTime()) return refuse("receiptAhead");
  const oldest = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .subtract({ years: OLDEST_YEARS }).epochMilliseconds;
  if (at < oldest) return refuse("receiptTooOld");
  if (now.getTime() - at > LATE_HOURS * 3_600_000 && !knownBack) return refuse("receiptBack");
  return instant;
}

/** Now, as the wall of a zone shows it: what the form begins with. */
export function wallNow(now: Date, zone: string): WallTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}
