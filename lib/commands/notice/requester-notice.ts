import type { RequesterMail } from "@/emails/sender";
import type { Ctx } from "@/lib/commands/context";
import { requesterMail } from "@/lib/commands/notice/sender";
import { heldUntil } from "@/lib/commands/notice/throttle";
import { db, type Tx } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { type Filing, filingById, openWho } from "@/lib/db/filing";
import { LINK_HOURS, makeLink } from "@/lib/db/link";
import { emailIndex } from "@/lib/db/person-index";
import type { RightsRequest } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import { formatReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";

/** All that a notice about a request needs before its transaction; the link is not saved yet. */
export type RequesterNotice = {
  readonly filing: Filing;
  readonly dataKey: DataKeyHandle;
  readonly link: ReturnType<typeof makeLink>;
  readonly facts: RequesterMail & {
    readonly reference: string;
    readonly openUrl: string;
    readonly linkHours: number;
  };
  /** Spread into `oweNotice`: an address that is not confirmed may be a stranger's, so its mails are counted. */
  readonly hold: { readonly heldUntil?: Date };
};

/** Prepares a notice to the requester of a request, with a fresh link. */
export async function requesterNotice(
  request: RightsRequest,
  ctx: Ctx,
  tx: Tx = db(),
): Promise<RequesterNotice> {
  const { id: controllerId } = ctx.controller;
  const filing = await filingById(controllerId, request.filingId, tx);
  if (!filing) throw new Refused({ code: "not_found" });
  const dataKey = await loadDataKey(tx, filing.dataKeyId);
  const link = makeLink("open");
  const held =
    filing.confirmedAt || filing.byPost
      ? null
      : await heldUntil(ctx, emailIndex(controllerId, openWho(dataKey, filing).email));
  const facts = {
    ...(await requesterMail(ctx, filing.language)),
    reference: formatReference(request.reference),
    openUrl: `${ctx.baseUrl}/c/${link.token}`,
    linkHours: LINK_HOURS.open,
  };
  return { filing, dataKey, link, facts, hold: held ? { heldUntil: held } : {} };
}
