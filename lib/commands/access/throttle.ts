import type { InstallationCtx } from "@/lib/commands/context";
import { type Budget, consume } from "@/lib/db/rate-limit";

/**
 * Takes a point of a peer's budget for what anybody may do. Without a peer (worker, command line) there
 * is nothing to count. LIMITS_<NAME> in the environment replaces the points.
 * @throws Refused too_many, unavailable
 */
export async function throttle(ctx: InstallationCtx, name: string, budget: Budget): Promise<void> {
  if (ctx.peer !== undefined) await consume(name, ctx.peer, budget);
}
