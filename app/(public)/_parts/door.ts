import { cookies } from "next/headers";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { speak, underLaw } from "@/app/_ui/words";
import type { Ctx } from "@/lib/commands/context";
import { type DraftView, draftOf } from "@/lib/queries/intake/draft";
import { movedTo } from "@/lib/queries/intake/portal";
import { COOKIES, installationCtx, publicCtx, requesterCtx } from "@/lib/session/requester";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const contextOf = cache(async (slug: string): Promise<Ctx | null> => {
  const ctx = SLUG.test(slug) ? await publicCtx(slug) : null;
  return ctx && inItsLanguage(ctx);
});

/** A controller can only be spoken with in its own languages. */
function inItsLanguage(ctx: Ctx): Ctx {
  const { languages } = ctx.controller.settings;
  return {
    ...ctx,
    language: languages.includes(ctx.language) ? ctx.language : (languages[0] ?? ctx.language),
  };
}

/**
 * The way into a page of a controller: the visitor's context there, in a language of the controller's. A slug that the
 * controller had before leads to its new one; one that nobody has is no page.
 * @param rest the page's path below the slug: "/privacy"
 */
export async function controllerDoor(slug: string, rest = ""): Promise<Ctx> {
  const ctx = await controllerOf(slug);
  if (!ctx) {
    const now = SLUG.test(slug) ? await movedTo(await installationCtx(), slug) : null;
    if (now) permanentRedirect(`/${now}${rest}`);
    notFound();
  }
  return ctx;
}

/** The visitor's context at a controller, in a language of the controller's; null where none has the slug. */
export async function controllerOf(slug: string): Promise<Ctx | null> {
  const ctx = await contextOf(slug);
  if (!ctx) return null;
  speak(ctx.language);
  underLaw(ctx.controller.settings.profile);
  return ctx;
}

/** The way into a requester's own page: their context, in a language of the controller's; null without an open session. */
export async function requesterDoor(): Promise<Ctx | null> {
  const ctx = await requesterCtx();
  if (!ctx) return null;
  const own = inItsLanguage(ctx);
  speak(own.language);
  underLaw(own.controller.settings.profile);
  return own;
}

/** The form begun in this browser at this controller, or null; opened once for a page and its title. */
export const draftHere = cache(async (ctx: Ctx): Promise<DraftView | null> => {
  return draftOf(ctx, (await cookies()).get(COOKIES.draft)?.value ?? null);
});
