import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filesOfFiling } from "@/lib/db/file";
import { filingById, openAsReceived } from "@/lib/db/filing";
import { staffNames } from "@/lib/db/staff";
import { may } from "@/lib/domain/access/access";
import { seesPerson } from "@/lib/domain/access/sees";
import {
  type AsReceived,
  type Channel,
  ENTERED_CHANNELS,
  type VerifiedHow,
} from "@/lib/domain/intake/filing";
import type { IsoInstant } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { seenRequest } from "@/lib/queries/request/seen-request";

/** How a filing came that staff entered, and how its postal address was verified. */
export type AsReceivedView = {
  readonly channel: Channel;
  readonly zone: string;
  readonly receivedAt: IsoInstant;
  readonly enteredAt: IsoInstant;
  /** Who entered it. */
  readonly enteredBy: string;
  /** The text and the processor; null where the reader may not know them. */
  readonly asReceived: AsReceived | null;
  readonly byPost: boolean;
  readonly verified: { readonly at: IsoInstant; readonly how: VerifiedHow; readonly by: string } | null;
  readonly mayVerify: boolean;
  /** The originals: the scanned letter, the mail as it came; none where the reader may not know them. */
  readonly originals: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly mayAttach: boolean;
};

/**
 * How a request came; null for one that came through the form or the interface.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function asReceivedView(ctx: Ctx, reference: string): Promise<AsReceivedView | null> {
  const staff = authoriseStaff(ctx, "request.read");
  const request = await seenRequest(staff, ctx, reference);
  const filing = await filingById(ctx.controller.id, request.filingId);
  if (!filing) throw new Refused({ code: "not_found" });
  if (!(ENTERED_CHANNELS as readonly Channel[]).includes(filing.channel)) return null;
  const readable = seesPerson(staff, request);
  const { confirmedAt, confirmedHow, confirmedBy } = filing;
  const ids = [filing.recordedBy, confirmedBy].flatMap((actor) => staffId(actor) ?? []);
  const names = await staffNames(ids);
  const nameOf = (actor: string | null) => names.get(staffId(actor) ?? "") ?? "";
  return {
    channel: filing.channel,
    zone: filing.zone,
    receivedAt: filing.receivedAt.toISOString() as IsoInstant,
    enteredAt: filing.recordedAt.toISOString() as IsoInstant,
    enteredBy: nameOf(filing.recordedBy),
    asReceived: readable ? openAsReceived(await loadDataKey(db(), filing.dataKeyId), filing) : null,
    byPost: filing.byPost,
    verified:
      confirmedAt && confirmedHow
        ? { at: confirmedAt.toISOString() as IsoInstant, how: confirmedHow, by: nameOf(confirmedBy) }
        : null,
    originals: readable ? await originalsOf(ctx.controller.id, filing.id) : [],
    mayAttach: may(staff.roles, "filing.enter"),
    mayVerify: filing.byPost && confirmedAt === null && may(staff.roles, "filing.verify"),
  };
}

async function originalsOf(controllerId: string, filingId: string) {
  const files = await filesOfFiling(controllerId, filingId);
  return files.flatMap(({ id, name, size, purpose, deletedAt }) =>
    purpose === "original" && name !== null && deletedAt === null ? [{ id, name, size }] : [],
  );
}

/** The staff member of a row's actor, "staff:<id>" or in demo data "seed:<id>". */
function staffId(actor: string | null): string | null {
  return /^(?:staff|seed):([0-9a-f-]{36})$/.exec(actor ?? "")?.[1] ?? null;
}
