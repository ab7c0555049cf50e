import { z } from "zod";
import { TEMPLATE, withdrawalConfirmedMail } from "@/emails/withdrawal-confirmed";
import { actorOf, authoriseRequester, type Ctx } from "@/lib/commands/context";
import { requesterMail } from "@/lib/commands/notice/sender";
import { endWithdrawn } from "@/lib/commands/request/end-withdrawn";
import { lockOwnRequest } from "@/lib/commands/request/own-request";
import { loadDataKey } from "@/lib/db/data-key";
import { filingById } from "@/lib/db/filing";
import { oweNotice } from "@/lib/db/notice";
import { transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { formatReference, readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { requiredLine } from "@/lib/schemas/text";

const input = z.strictObject({ reference: requiredLine(40) });

/**
 * The requester takes a request back: it is closed at once and confirmed by mail. They can always ask again.
 * @throws Refused bad_input, not_signed_in, not_found, wrong_state (decided or withdrawn already)
 */
export async function withdrawRequest(ctx: Ctx, typed: unknown): Promise<void> {
  const { filingId } = authoriseRequester(ctx);
  const { reference } = parse(input, typed);
  const { controller } = ctx;
  const filing = await filingById(controller.id, filingId);
  if (!filing) throw new Refused({ code: "session_ended" });
  const now = ctx.now();
  const content = withdrawalConfirmedMail({
    ...(await requesterMail(ctx, filing.language)),
    reference: formatReference(readReference(reference) ?? reference),
    withdrawnOn: localDate(now.toISOString(), filing.zone),
    startUrl: `${ctx.baseUrl}/${controller.slug}`,
  });
  await transact(ctx, async (work) => {
    const { tx } = work;
    const request = await lockOwnRequest(ctx, tx, reference, "withdraw");
    await endWithdrawn(ctx, work, request, { at: now, by: actorOf(ctx) });
    await oweNotice(tx, {
      controllerId: controller.id,
      to: { filingId },
      requestId: request.id,
      kind: "withdrawal_confirmed",
      template: TEMPLATE,
      content,
      at: now,
      dataKey: await loadDataKey(tx, filing.dataKeyId),
    });
  });
}
