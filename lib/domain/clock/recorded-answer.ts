import { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** How something came that did not come through the portal. */
export const ANSWER_WAYS = ["phone", "email", "post", "in_person", "representative", "other"] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];

export type WrongAnswerDate = "answerAhead" | "answerBeforeReceipt" | "answerBeforeQuestion";

/**
 * The instant of something that staff record by its date: not in the future, not before receipt, and where it answers a
 * question not before that. Only its local date counts for the clock; today it is now, so that it stands after what was
 * written this morning or this afternoon; on the day of the question it comes right after it, on the day of receipt right
 * after that.
 * @param of.askedAt the question that it answers; null where it answers none
 */
export function recordedAnswer(
  on: IsoDate,
  of: { readonly now: Date; readonly receivedAt: Date; readonly askedAt: Date | null; readonly zone: string },
): Result<Date, WrongAnswerDate> {
  const local = (at: Date) => localDate(at.toISOString(), of.zone);
  if (on > local(of.now)) return refuse("answerAhead");
  if (on === local(of.now)) return ok(of.now);
  if (on < local(of.receivedAt)) return refuse("answerBeforeReceipt");
  if (of.askedAt && on < local(of.askedAt)) return refuse("answerBeforeQuestion");
  const noon = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: of.zone, plainTime: "12:00" });
  const first = Math.max(of.receivedAt.getTime(), of.askedAt?.getTime() ?? 0);
  return ok(new Date(Math.max(noon.epochMilliseconds, first)));
}
