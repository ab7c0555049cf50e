import { authoriseAnybody, type Ctx } from "@/lib/commands/context";
import { deleteDraft, lockDraft } from "@/lib/db/draft";
import { quietly } from "@/lib/db/transact";

/**
 * Forgets the form begun in this browser, as on a computer that others use too. A request that was sent stays.
 * @param token of the draft cookie, if there is one
 * @throws Refused unavailable
 */
export async function discardDraft(ctx: Ctx, token: string | null): Promise<void> {
  authoriseAnybody(ctx);
  if (token === null) return;
  await quietly(async (tx) => {
    const draft = await lockDraft(tx, ctx.controller.id, token);
    if (draft) await deleteDraft(tx, draft);
  });
}
