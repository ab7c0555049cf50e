import type { Ctx } from "@/lib/commands/context";
import { recentNoticesTo } from "@/lib/db/notice";
import { MAILS_PER_HOUR } from "@/lib/domain/notice/kinds";

/**
 * Nobody can fill a third person's mailbox through us: from the fourth mail in an hour on, notices to
 * an address wait. Staff see the waiting ones.
 * @returns until when to hold the next notice, or null to send it now
 */
export async function heldUntil(ctx: Ctx, emailIndex: Uint8Array<ArrayBuffer>): Promise<Date | null> {
  const now = ctx.now();
  return holdAfter(await recentNoticesTo(ctx.controller.id, emailIndex, now), now);
}

/** As `heldUntil`, where it has been counted how many were sent in the hour before. */
export function holdAfter(sent: number, now: Date): Date | null {
  return sent >= MAILS_PER_HOUR ? new Date(now.getTime() + 3_600_000) : null;
}
