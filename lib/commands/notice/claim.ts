import { stopLateExtension } from "@/lib/commands/clock/late-extension";
import { authoriseSystem, type InstallationCtx } from "@/lib/commands/context";
import { addresseeOf } from "@/lib/db/addressee";
import type { Tx } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filingById, openWho } from "@/lib/db/filing";
import { claimNotice, type Notice, openContent } from "@/lib/db/notice";
import { paceHeld } from "@/lib/db/notice-pace";
import type { DataKeyHandle } from "@/lib/db/seal";
import { staffAddress } from "@/lib/db/staff";
import { quietly } from "@/lib/db/transact";
import type { MailContent } from "@/lib/domain/notice/mail-content";

/** How long a worker may take for one mail before another may try. */
const LEASE_SECONDS = 120;

/** A notice that this worker, and nobody else for two minutes, is to send. */
export type ClaimedNotice = {
  readonly id: string;
  readonly messageId: string;
  readonly to: string;
  readonly content: MailContent;
};

/**
 * Takes a notice for sending. The address is opened here, at sending time, so that no queue holds it.
 * @returns null if it was sent already, is with another worker, is not due, or would say what is not true any more
 */
export async function claimForSending(ctx: InstallationCtx, noticeId: string): Promise<ClaimedNotice | null> {
  authoriseSystem(ctx);
  const notice = await quietly(async (tx) => {
    await paceHeld(tx, noticeId);
    return claimNotice(tx, noticeId, LEASE_SECONDS);
  });
  if (!notice) return null;
  if (notice.kind === "extension" && (await stopLateExtension(ctx, notice))) return null;
  return quietly(async (tx) => {
    const handle = await loadDataKey(tx, notice.dataKeyId);
    const to = await addressOf(tx, handle, notice);
    return { id: notice.id, messageId: notice.messageId, to, content: openContent(handle, notice) };
  });
}

/** The address of whom a notice goes to: its own addressee, else the filing's person or a colleague. */
async function addressOf(tx: Tx, handle: DataKeyHandle, notice: Notice): Promise<string> {
  const addressee = await addresseeOf(tx, handle, notice);
  if (addressee) return addressee.email;
  const filing = notice.filingId ? await filingById(notice.controllerId, notice.filingId, tx) : null;
  return filing ? openWho(handle, filing).email : staffAddress(tx, notice.staffId as string);
}
