import { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** How an answer came that is not in the thread. */
export const ANSWER_WAYS = ["phone", "email", "post", "in_person", "representative", "other"] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];

export type WrongAnswerDate = "answerAhead" | "answerBeforeReceipt" | "answerBeforeQuestion";

/**
 * The instant of an answer that staff record by its date: not in the future, not before receipt, not before its
 * question. Only its local date counts for the clock; on the day of the question it comes right after it.
 */
export function recordedAnswer(
  on: IsoDate,
  of: { readonly now: Date; readonly receivedAt: Date; readonly askedAt: Date; readonly zone: string },
): Result<Date, WrongAnswerDate> {
  const local = (at: Date) => localDate(at.toISOString(), of.zone);
  if (on > local(of.now)) return refuse("answerAhead");
  if (on < local(of.receivedAt)) return refuse("answerBeforeReceipt");
  if (on < local(of.askedAt)) return refuse("answerBeforeQuestion");
  const noon = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: of.zone, plainTime: "12:00" });
  const at = Math.min(Math.max(noon.epochMilliseconds, of.askedAt.getTime()), of.now.getTime());
  return ok(new Date(at));
}
