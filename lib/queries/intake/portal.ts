import { authoriseAnybody, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import { authorityBySlug } from "@/lib/db/authority";
import { allControllers, currentSlug } from "@/lib/db/controller";
import { type Authority, type ControllerSettings, localText } from "@/lib/domain/controller/settings";
import type { Language } from "@/lib/domain/kernel/language";

/** What a controller tells everybody, in one of its languages. */
export type Portal = {
  readonly slug: string;
  readonly language: Language;
  readonly settings: ControllerSettings;
  readonly authority: Authority | null;
  readonly otherWays: string;
  readonly protectedIdentityNotice: string;
};

/** The public face of a controller; `ctx.language` is one of its own. */
export async function portal(ctx: Ctx): Promise<Portal> {
  authoriseAnybody(ctx);
  const { slug, settings } = ctx.controller;
  const inLanguage = (text: ControllerSettings["otherWays"]) =>
    localText(text, ctx.language, settings.languages);
  return {
    slug,
    language: ctx.language,
    settings,
    authority: await authorityBySlug(settings.authority),
    otherWays: inLanguage(settings.otherWays),
    protectedIdentityNotice: inLanguage(settings.protectedIdentityNotice),
  };
}

/** Every controller that can be asked here, by name. */
export async function controllersToAsk(
  ctx: InstallationCtx,
): Promise<readonly { slug: string; name: string }[]> {
  authoriseAnybody(ctx);
  const all = (await allControllers()).map(({ slug, settings }) => ({ slug, name: settings.name }));
  return all.sort((a, b) => a.name.localeCompare(b.name, ctx.language));
}

/** Where a slug that a controller had before leads now, or null. */
export async function movedTo(ctx: InstallationCtx, slug: string): Promise<string | null> {
  authoriseAnybody(ctx);
  const now = await currentSlug(slug);
  return now === slug ? null : now;
}
