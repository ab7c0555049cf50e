import { fixedParts } from "@/emails/question-pause";
import { foldOf } from "@/lib/commands/clock/fold";
import { waitsFor } from "@/lib/commands/clock/pause";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { headOf } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import type { Folded } from "@/lib/db/fold";
import { releaseFacts } from "@/lib/db/release";
import { localDate } from "@/lib/domain/clock/dates";
import { openQuestions } from "@/lib/domain/clock/open-questions";
import { dateIfAnswered, dateToTell } from "@/lib/domain/clock/promise";
import { isOrdered } from "@/lib/domain/clock/rules/reopened";
import { effectOf, lateDays, needsLargeQuantity, type QuestionEffect } from "@/lib/domain/clock/stops-clock";
import { questionGaps } from "@/lib/domain/delivery/letter-gate";
import type { ReleaseGap } from "@/lib/domain/delivery/release-gate";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { mayStep } from "@/lib/domain/request/state";

/** What a question that stops the clock would do if it were asked now. */
export type QuestionPreview = {
  readonly reference: string;
  readonly version: number;
  readonly seen: number;
  readonly language: Language;
  readonly open: boolean;
  readonly effect: QuestionEffect;
  /** What is missing before whoever is asked could read the question. */
  readonly gaps: readonly ReleaseGap[];
  /** A question of this kind is open, or on its way. */
  readonly asked: boolean;
  readonly needsLargeQuantity: boolean;
  /** Days since receipt, where that is late for such a question; else null. */
  readonly lateDays: number | null;
  /** The last day as it is now. */
  readonly now: IsoDate | null;
  readonly refusalBy: IsoDate | null;
  /** The last day if the answer comes so many days after the question. */
  readonly later: readonly { readonly days: number; readonly date: IsoDate | null }[];
  /** What is added to the question, in the requester's language. */
  readonly added: readonly string[];
};

const DAYS = [0, 7, 14, 30] as const;

/**
 * What asking does to the date, for the page on which an officer chooses.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function previewQuestion(ctx: Ctx, reference: string): Promise<QuestionPreview> {
  const staff = authoriseStaff(ctx, "request.ask");
  const request = await deskRequest(staff, ctx, reference);
  const folded = await foldOf(ctx, request);
  const { basis, clock, events, filing } = folded;
  const today = localDate(ctx.now().toISOString(), filing.zone);
  return {
    reference: request.reference,
    version: request.version,
    seen: (await headOf(ctx.controller.id))?.seq ?? 0,
    language: filing.language,
    open: mayStep(request.state, "ask").ok,
    gaps: questionGaps(await releaseFacts(filing, request.id), filing.byPost),
    effect: isOrdered(clock) ? "none" : effectOf(basis.profile, "clarification", request.right),
    asked:
      openQuestions(events).has("clarification") ||
      (await waitsFor(ctx, { tx: db() }, request.id, "clarification_requested")),
    needsLargeQuantity: needsLargeQuantity(basis.profile),
    lateDays: lateDays(clock.receivedOn, today),
    now: dateIfAnswered(clock),
    refusalBy: clock.refusalBy,
    later: DAYS.map((days) => ({ days, date: answeredAfter(folded, ctx.now(), days) })),
    added: fixedParts({ language: filing.language, clock, large: needsLargeQuantity(basis.profile) }),
  };
}

function answeredAfter({ events, fold }: Folded, now: Date, days: number): IsoDate | null {
  const answered = new Date(now.getTime() + days * 86_400_000).toISOString();
  const clock = fold([
    ...events,
    { type: "clarification_requested", occurredAt: now.toISOString() },
    { type: "clarification_received", occurredAt: answered },
  ]);
  return dateToTell(clock);
}
