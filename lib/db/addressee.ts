import type { Addressee } from "@/lib/domain/notice/addressee";
import type { Tx } from "./client";
import { forwardedTo } from "./forwarding";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/** What of a notice says where it goes. */
type Addressed = {
  readonly id: string;
  readonly controllerId: string;
  readonly addresseeSealed: Uint8Array | null;
  /** It carries this forwarding. */
  readonly forwardingId: string | null;
};

const place = (id: string): Place => ({ table: "Notice", column: "addresseeSealed", row: id });

export function sealAddressee(handle: DataKeyHandle, noticeId: string, addressee: Addressee) {
  return seal(handle, place(noticeId), addressee);
}

/** Whether a notice goes to somebody who is neither the requester nor one of us. */
export function goesToOther(notice: Omit<Addressed, "id" | "controllerId">): boolean {
  return notice.addresseeSealed !== null || notice.forwardingId !== null;
}

/**
 * To whom a notice goes, where that is neither the person of its filing nor a colleague; else null.
 * @param handle the notice's key
 */
export async function addresseeOf(
  tx: Tx,
  handle: DataKeyHandle,
  notice: Addressed,
): Promise<Addressee | null> {
  if (notice.addresseeSealed) return open<Addressee>(handle, place(notice.id), notice.addresseeSealed);
  // A forwarding from before the notice kept whom it goes to.
  if (!notice.forwardingId) return null;
  return (await forwardedTo(tx, notice.controllerId, notice.forwardingId)).customer;
}
