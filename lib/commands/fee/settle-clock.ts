import { recompute } from "@/lib/commands/clock/recompute";
import { actorOf, type Ctx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { type RightsRequest, saveRequest } from "@/lib/db/request";

/**
 * What the clock of a law that waits for the fee waits for has come: payment, consent, or that no fee is asked any
 * more. A law whose clock never waited is told nothing. Saves the request with whatever else changes.
 * @param at when it came
 */
export async function settleFeeClock(
  ctx: Ctx,
  tx: Tx,
  request: RightsRequest,
  change: Parameters<typeof saveRequest>[2] = {},
  at = ctx.now(),
): Promise<void> {
  const waits = request.clockStatus === "not_started";
  const event = { type: "fee_confirmed", occurredAt: at, recordedBy: actorOf(ctx) } as const;
  const dates = waits ? await recompute(ctx, tx, request, event) : {};
  await saveRequest(tx, request, { ...dates, ...change });
}
