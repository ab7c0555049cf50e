import { throttle } from "@/lib/commands/access/throttle";
import { authoriseAnybody, type Ctx } from "@/lib/commands/context";
import { earlierReceipt, fileOnce } from "@/lib/commands/intake/file-once";
import { prepareFiling } from "@/lib/commands/intake/prepare-filing";
import { filingGround } from "@/lib/db/filing-ground";
import { contentMark } from "@/lib/db/person-index";
import type { Channel, FilingInput } from "@/lib/domain/intake/filing";
import type { Receipt } from "@/lib/domain/intake/receipt";
import { filingInput } from "@/lib/schemas/intake/filing";
import { parse } from "@/lib/schemas/parse";
import { idempotencyKey } from "@/lib/schemas/text";

/**
 * Files one or more requests: they count from this instant (GDPR Art. 12(3)), whether or not the
 * address is ever confirmed. The same key with the same content gives the same receipt.
 * @param input see lib/schemas/intake/filing.ts
 * @param how.idempotencyKey made when the form was rendered, or the caller's own
 * @throws Refused bad_input, key_reused (same key, other content), too_many, unavailable
 */
export async function fileRequests(
  ctx: Ctx,
  input: unknown,
  how: { readonly idempotencyKey: string; readonly channel: Channel },
): Promise<Receipt> {
  authoriseAnybody(ctx);
  const filing: FilingInput = parse(filingInput, input);
  const key = parse(idempotencyKey, how.idempotencyKey);
  const bodyHash = contentMark(ctx.controller.id, filing);
  const { language, who } = filing;
  const of = { idempotencyKey: key, email: who.email, language, at: ctx.now() };
  const ground = await filingGround(ctx.controller, of);
  const earlier = ground.filedBefore && (await earlierReceipt(ctx, key, bodyHash));
  if (earlier) return earlier;

  await throttle(ctx, "filing-peer", { points: 30, seconds: 600 });
  const prepared = prepareFiling(ctx, {
    filing,
    channel: how.channel,
    receivedAt: ctx.now(),
    idempotencyKey: key,
    bodyHash,
    ground,
  });
  return fileOnce(ctx, prepared);
}
