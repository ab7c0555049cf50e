import { stopLateExtension } from "@/lib/commands/clock/late-extension";
import { authoriseSystem, type InstallationCtx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filingById, openWho } from "@/lib/db/filing";
import { forwardedTo } from "@/lib/db/forwarding";
import { claimNotice, type Notice, openContent } from "@/lib/db/notice";
import { paceHeld } from "@/lib/db/notice-pace";
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
    const filing = notice.filingId ? await filingById(notice.controllerId, notice.filingId, tx) : null;
    const to = await addressOf(tx, notice, () =>
      filing ? openWho(handle, filing).email : staffAddress(tx, notice.staffId as string),
    );
    return { id: notice.id, messageId: notice.messageId, to, content: openContent(handle, notice) };
  });
}

/** Whom a notice goes to: the customer-controller of a forwarded request, else the filing's person or a colleague. */
async function addressOf(tx: Tx, notice: Notice, other: () => string | Promise<string>): Promise<string> {
  if (!notice.forwardingId) return other();
  return (await forwardedTo(tx, notice.controllerId, notice.forwardingId)).customer.email;
}
