import { mailText } from "@/emails/content";
import { mailHtml } from "@/emails/html";
import type { Mailer } from "@/lib/adapters/mail";
import type { InstallationCtx } from "@/lib/commands/context";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";

/**
 * Sends one owed notice and records what the mail server said. A worker that dies in between leaves the
 * notice to the sweep, which sends it again with the same Message-ID.
 */
export async function deliverNotice(ctx: InstallationCtx, mailer: Mailer, noticeId: string): Promise<void> {
  const notice = await claimForSending(ctx, noticeId);
  if (!notice) return;
  const outcome = await mailer.send({
    messageId: notice.messageId,
    to: notice.to,
    subject: notice.content.subject,
    text: mailText(notice.content),
    html: await mailHtml(notice.content),
    language: notice.content.language,
  });
  await recordSendOutcome(ctx, notice.id, outcome, Math.random());
}
