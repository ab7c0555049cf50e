import type { RequesterMail } from "@/emails/sender";
import type { Ctx } from "@/lib/commands/context";
import { authorityBySlug } from "@/lib/db/authority";
import { wordingsIn } from "@/lib/db/wording";
import type { Authority } from "@/lib/domain/controller/settings";
import type { Language } from "@/lib/domain/kernel/language";
import type { Wordings } from "@/lib/domain/notice/wording";

/** Who writes, for a mail to a requester in their language. */
export async function requesterMail(ctx: Ctx, language: Language): Promise<RequesterMail> {
  const { id, settings } = ctx.controller;
  const [authority, wordings] = await Promise.all([
    authorityBySlug(settings.authority),
    wordingsIn(id, language),
  ]);
  return mailFrom(ctx, language, { authority, wordings });
}

/** What of a mail's sender is read for each. */
export type Said = { readonly authority: Authority | null; readonly wordings: Wordings };

/** As `requesterMail`, where that has been read. */
export function mailFrom(ctx: Ctx, language: Language, { authority, wordings }: Said): RequesterMail {
  const { settings, slug } = ctx.controller;
  const portalNoticeUrl = `${ctx.baseUrl}/${slug}/privacy`;
  return { language, sender: { settings, authority, portalNoticeUrl, wordings } };
}
