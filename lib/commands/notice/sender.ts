import type { RequesterMail } from "@/emails/sender";
import type { Ctx } from "@/lib/commands/context";
import { authorityBySlug } from "@/lib/db/authority";
import type { Language } from "@/lib/domain/kernel/language";

/** Who writes, for a mail to a requester in their language. */
export async function requesterMail(ctx: Ctx, language: Language): Promise<RequesterMail> {
  const { settings, slug } = ctx.controller;
  const authority = await authorityBySlug(settings.authority);
  return { language, sender: { settings, authority, portalNoticeUrl: `${ctx.baseUrl}/${slug}/privacy` } };
}
