import type { RequesterMail } from "@/emails/sender";
import type { Ctx } from "@/lib/commands/context";
import { authorityBySlug } from "@/lib/db/authority";
import { wordingsIn } from "@/lib/db/wording";
import type { Language } from "@/lib/domain/kernel/language";

/** Who writes, for a mail to a requester in their language. */
export async function requesterMail(ctx: Ctx, language: Language): Promise<RequesterMail> {
  const { id, settings, slug } = ctx.controller;
  const [authority, wordings] = await Promise.all([
    authorityBySlug(settings.authority),
    wordingsIn(id, language),
  ]);
  const portalNoticeUrl = `${ctx.baseUrl}/${slug}/privacy`;
  return { language, sender: { settings, authority, portalNoticeUrl, wordings } };
}
