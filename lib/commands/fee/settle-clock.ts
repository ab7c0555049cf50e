import { recompute } from "@/lib/commands/clock/recompute";
import { actorOf, type Ctx } from "@/lib/commands/context";
import { clockEventOfNotice } from "@/lib/db/clock";
import type { Fee } from "@/lib/db/fee";
import { type RequestChange, type RightsRequest, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { feeRules } from "@/lib/domain/fee/rules";

/**
 * What the clock of a law that waits for the fee waits for has come: payment, consent, or the narrower request. A law
 * whose clock never waited is told nothing. Saves the request with whatever else changes.
 * @param at when it came
 */
export async function settleFeeClock(
  ctx: Ctx,
  work: Work,
  request: RightsRequest,
  change: RequestChange,
  at: Date,
): Promise<void> {
  const waits = request.clockStatus === "not_started";
  const event = { type: "fee_confirmed", occurredAt: at, recordedBy: actorOf(ctx) } as const;
  const dates = waits ? await recompute(ctx, work, request, event) : {};
  await saveRequest(work.tx, request, { ...dates, ...change });
}

/**
 * No fee is asked any more, because it was given up or wrongly asked: it is as if it never had been, also where it was
 * paid already. A law that lets the time begin with the payment speaks of the fee that is charged (UK GDPR Art. 12A),
 * and none is. Saves the request with whatever else changes.
 */
export async function feeNeverAsked(
  ctx: Ctx,
  work: Work,
  request: RightsRequest,
  fee: Fee,
  change: RequestChange = {},
): Promise<void> {
  const asked = await clockEventOfNotice(work.tx, ctx.controller.id, fee.noticeId);
  const moved = feeRules(request.profile)?.silence !== "clock_runs";
  const dates =
    asked && moved
      ? await recompute(ctx, work, request, {
          ...{ type: "fee_confirmed", occurredAt: asked.occurredAt, recordedBy: actorOf(ctx) },
          ...{ supersedes: asked.id, facts: { by: "cancelled" } },
        })
      : {};
  await saveRequest(work.tx, request, { ...dates, ...change });
}
