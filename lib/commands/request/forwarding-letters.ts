import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { fingerprintOf, type ShownNotice, shownNotices } from "@/lib/commands/notice/prepared";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { prepareForwarding } from "@/lib/commands/request/forward";
import { db } from "@/lib/db/client";
import { waitingForwarding } from "@/lib/db/forwarding";
import { staffNames } from "@/lib/db/staff";
import { may } from "@/lib/domain/access/access";
import { seesPerson } from "@/lib/domain/access/sees";
import type { IsoInstant } from "@/lib/domain/kernel/date";

/** A request that is to be sent on when the data protection officer agrees. */
export type ForwardingLetters = {
  /** Who wrote it. */
  readonly by: string;
  readonly at: IsoInstant;
  /** Both letters exactly as they would leave now, and what stands for them; null for who may not know whose request it is. */
  readonly read: { readonly letters: readonly ShownNotice[]; readonly fingerprint: string } | null;
  /** The reader may approve such, and wrote this one. */
  readonly own: boolean;
  /** Who reads it to approve it sends it back, with a reason, and does not just take it back. */
  readonly offers: { readonly approve: boolean; readonly recall: boolean };
};

/**
 * The letters of a forwarding that waits for approval; null where none does.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function forwardingLetters(ctx: Ctx, reference: string): Promise<ForwardingLetters | null> {
  const staff = authoriseStaff(ctx, "request.read");
  const request = await deskRequest(staff, ctx, reference);
  const forwarding = await waitingForwarding(db(), request);
  if (!forwarding) return null;
  const { customer, note, forwardedBy, forwardedAt } = forwarding;
  const by = forwardedBy.split(":")[1] ?? "";
  const approves = may(staff.roles, "decision.approve");
  const own = approves && forwardedBy === actorOf(ctx);
  const read = async () => {
    const mail = await requesterNotice(request, ctx);
    const { toCustomer, toPerson } = await prepareForwarding(request, mail, { ...customer, note });
    const letters = [toCustomer, toPerson];
    return { letters: shownNotices(letters), fingerprint: fingerprintOf(letters) };
  };
  return {
    by: (await staffNames([by])).get(by) ?? "",
    at: forwardedAt.toISOString() as IsoInstant,
    read: seesPerson(staff, request) ? await read() : null,
    own,
    offers: { approve: approves && !own, recall: may(staff.roles, "request.forward") && (own || !approves) },
  };
}
