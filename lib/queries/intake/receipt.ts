import { authoriseAnybody, type Ctx } from "@/lib/commands/context";
import { filingById } from "@/lib/db/filing";
import { loadReceipt } from "@/lib/db/receipt";
import type { Receipt } from "@/lib/domain/intake/receipt";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * The receipt of a filing, for whoever holds its id from their own draft or session.
 * @throws Refused not_found
 */
export async function receiptOf(ctx: Ctx, filingId: string): Promise<Receipt> {
  authoriseAnybody(ctx);
  const filing = await filingById(ctx.controller.id, filingId);
  if (!filing) throw new Refused({ code: "not_found" });
  return loadReceipt(ctx.controller, filing);
}
