import { takeClockEffect } from "@/lib/commands/clock/take-effect";
import type { Ctx } from "@/lib/commands/context";
import { takeEffect } from "@/lib/commands/decision/take-effect";
import { takeTaskEffect } from "@/lib/commands/decision/take-task-effect";
import { takeFeeEffect } from "@/lib/commands/fee/take-fee-effect";
import { takeObjectionEffect } from "@/lib/commands/fee/take-objection-effect";
import { takeDirectEffect } from "@/lib/commands/identity/take-direct-effect";
import { forgetWhatItWasWrittenFrom } from "@/lib/commands/notice/written-from";
import { takeWithdrawalEffect } from "@/lib/commands/request/record-withdrawal";
import { takeForwardEffect } from "@/lib/commands/request/take-forward-effect";
import type { Notice } from "@/lib/db/notice";
import type { Work } from "@/lib/db/transact";

/**
 * What the law ties to a notice happens: it was accepted by the mail server, or staff recorded its posting. Runs in the
 * transaction that records it.
 * @param at when that was
 */
export async function takeEffects(ctx: Ctx, work: Work, notice: Notice, at: Date): Promise<void> {
  await takeTaskEffect(ctx, work, notice, at);
  await takeEffect(ctx, work, notice.id, at);
  await takeClockEffect(ctx, work, notice.id, at);
  await takeFeeEffect(ctx, work, notice.id, at);
  await takeObjectionEffect(ctx, work, notice.id, at);
  await takeForwardEffect(ctx, work, notice, at);
  await takeWithdrawalEffect(ctx, work, notice);
  await takeDirectEffect(ctx, work, notice, at);
  await forgetWhatItWasWrittenFrom(work, notice);
}
