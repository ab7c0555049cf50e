import type { InstallationCtx } from "@/lib/commands/context";
import type { StaffActor } from "@/lib/domain/access/actor";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * The first line of what every staff member may do with their own account.
 * @throws Refused not_signed_in
 */
export function authoriseSignedIn(ctx: InstallationCtx): StaffActor {
  if (ctx.actor.kind !== "staff") throw new Refused({ code: "not_signed_in" });
  return ctx.actor;
}
