import type { Controller } from "@/lib/db/controller";
import { type Action, may } from "@/lib/domain/access/access";
import { type Actor, actorText, type RequesterActor, type StaffActor } from "@/lib/domain/access/actor";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";

/** What every command and query is given instead of reading the request, the clock or the environment. */
export type Ctx = {
  readonly actor: Actor;
  /** The controller that the whole act belongs to; minted by lib/db/controller.ts only. */
  readonly controller: Controller;
  readonly now: () => Date;
  readonly language: Language;
  /** Public origin, for links in mails: "https://dsar.example.org". */
  readonly baseUrl: string;
  /** The network address that asks, as the front saw it; counted by limits, never stored in clear. */
  readonly peer?: string;
  /** Demo data: domain times are invented, the log says so. */
  readonly seed?: true;
};

/** For what belongs to the installation and not to one controller (staff accounts, signing in). */
export type InstallationCtx = Omit<Ctx, "controller">;

/** Who did it, for a row's recordedBy. */
export function actorOf(ctx: InstallationCtx): string {
  return actorText(ctx.actor, ctx.seed ?? false);
}

/**
 * The first line of every staff command and query: a staff member whose role may do it, or a refusal.
 * @throws Refused not_signed_in, not_allowed
 */
export function authoriseStaff(ctx: InstallationCtx, action: Action): StaffActor {
  if (ctx.actor.kind !== "staff") throw new Refused({ code: "not_signed_in" });
  if (!may(ctx.actor.roles, action)) throw new Refused({ code: "not_allowed" });
  return ctx.actor;
}

/**
 * The first line of what a requester does with their own filing.
 * @throws Refused not_signed_in
 */
export function authoriseRequester(ctx: InstallationCtx): RequesterActor {
  if (ctx.actor.kind !== "requester") throw new Refused({ code: "not_signed_in" });
  return ctx.actor;
}

/**
 * The first line of what only the worker does.
 * @throws Refused not_allowed
 */
export function authoriseSystem(ctx: InstallationCtx): void {
  if (ctx.actor.kind !== "system") throw new Refused({ code: "not_allowed" });
}

/** The first line of what anybody may do without proof of who they are: file, and ask for a link. */
export function authoriseAnybody(ctx: InstallationCtx): Actor {
  return ctx.actor;
}

/**
 * The first line of what only the command line does when it sets the installation up.
 * @throws Refused not_allowed
 */
export function authoriseSetup(ctx: InstallationCtx): void {
  if (ctx.actor.kind !== "setup") throw new Refused({ code: "not_allowed" });
}
