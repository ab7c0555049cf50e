import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { type Budget, consume } from "@/lib/db/rate-limit";

/**
 * Takes a point of a peer's budget for what anybody may do. Without a peer (worker, command line) there
 * is nothing to count. LIMITS_<NAME> in the environment replaces the points.
 * @throws Refused too_many, unavailable
 */
export async function throttle(ctx: InstallationCtx, name: string, budget: Budget): Promise<void> {
  if (ctx.peer !== undefined) await consume(name, ctx.peer, budget);
}

/**
 * The same for what costs much: of somebody signed in as staff the account is counted ("<name>-staff"), so that no
 * colleague behind the same address has to wait for another; of anybody else the peer ("<name>-peer").
 * @throws Refused too_many, unavailable
 */
export async function throttleCostly(
  ctx: Ctx,
  name: string,
  budgets: { readonly staff: Budget; readonly peer: Budget },
): Promise<void> {
  if (ctx.actor.kind === "staff") await consume(`${name}-staff`, ctx.actor.staffId, budgets.staff);
  else await throttle(ctx, `${name}-peer`, budgets.peer);
}
