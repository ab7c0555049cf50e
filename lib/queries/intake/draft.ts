import { authoriseAnybody, type Ctx } from "@/lib/commands/context";
import { draftByToken } from "@/lib/db/draft";
import { filingById } from "@/lib/db/filing";
import { loadReceipt } from "@/lib/db/receipt";
import type { DraftAnswers } from "@/lib/domain/intake/draft";
import type { Receipt } from "@/lib/domain/intake/receipt";

/** A form as its pages see it: still open, or sent. */
export type DraftView =
  | { readonly state: "open"; readonly answers: DraftAnswers }
  | { readonly state: "sent"; readonly receipt: Receipt; readonly sentTo: string };

/**
 * The form begun in this browser at this controller; null when there is none (any more).
 * @param token of the draft cookie, if there is one
 */
export async function draftOf(ctx: Ctx, token: string | null): Promise<DraftView | null> {
  authoriseAnybody(ctx);
  const draft = token === null ? null : await draftByToken(ctx.controller.id, token);
  if (!draft?.filingId) return draft && { state: "open", answers: draft.answers };
  const filing = await filingById(ctx.controller.id, draft.filingId);
  if (!filing) return null;
  return {
    state: "sent",
    receipt: await loadReceipt(ctx.controller, filing),
    sentTo: draft.answers.sentTo ?? "",
  };
}
