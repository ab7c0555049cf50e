import { standing } from "@/lib/domain/clock/open-questions";
import { dateToTell } from "@/lib/domain/clock/promise";
import type { Clock, ClockEvent, ClockEventType } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";

/** What last happened to a clock, with the last day before and after it; null: no last day. */
export type LatestChange = {
  readonly type: ClockEventType;
  readonly at: string;
  readonly before: IsoDate | null;
  readonly after: IsoDate | null;
};

/**
 * The old and the new date, to be shown side by side. Null where nothing has happened, or only the end, or something in a
 * time that stands still, as an extension then does: there is no last day before or after it.
 */
export function latestChange(
  events: readonly ClockEvent[],
  fold: (events: readonly ClockEvent[]) => Clock,
): LatestChange | null {
  const counted = standing(events);
  const last = counted.filter(({ type }) => type !== "decided" && type !== "withdrawn").at(-1);
  if (last === undefined) return null;
  const upTo = counted.slice(0, counted.indexOf(last));
  const before = dateToTell(fold(upTo));
  const after = dateToTell(fold([...upTo, last]));
  if (before === null && after === null) return null;
  return { type: last.type, at: last.occurredAt, before, after };
}
