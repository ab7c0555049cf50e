import { underLaw } from "@/app/_ui/words";
import type { Ctx } from "@/lib/commands/context";
import { staffPageCtx } from "@/lib/session/staff";

/**
 * The way into a page of a controller's desk: the context of whoever is signed in (see staffPageCtx), with the page's
 * words under the controller's law.
 * @param rest the page's path after the controller: "/requests/ABC"
 */
export async function deskDoor(slug: string, rest = ""): Promise<Ctx> {
  const ctx = await staffPageCtx(slug, rest);
  underLaw(ctx.controller.settings.profile);
  return ctx;
}
