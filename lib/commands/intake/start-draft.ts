import { z } from "zod";
import { throttle } from "@/lib/commands/access/throttle";
import { authoriseAnybody, type Ctx } from "@/lib/commands/context";
import { createDraft, deleteDraft, lockDraft, saveAnswers } from "@/lib/db/draft";
import { quietly } from "@/lib/db/transact";
import { firstOpenStep, NO_ANSWERS, type Place, withRight } from "@/lib/domain/intake/draft";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { rightsUnder } from "@/lib/domain/law/profile";
import { parse } from "@/lib/schemas/parse";

/** So many forms one peer may begin. */
export const NEW_DRAFTS = { points: 60, seconds: 600 } as const;

const input = z.strictObject({
  /** The short cut to one right; one that the law at hand does not give is passed over. */
  right: z.enum(RIGHTS).optional(),
  /** Throws away what was begun before. */
  afresh: z.boolean().default(false),
});

/**
 * Begins the form, or goes on with the one begun before in this browser.
 * @param token of the draft cookie, if there is one
 * @returns where to go on; `token` is there when a new form was begun
 * @throws Refused bad_input, too_many, unavailable
 */
export async function startDraft(
  ctx: Ctx,
  token: string | null,
  typed: unknown,
): Promise<{ readonly place: Place; readonly token?: string }> {
  authoriseAnybody(ctx);
  await throttle(ctx, "draft-peer", NEW_DRAFTS);
  const { right: wished, afresh } = parse(input, typed);
  const right = rightsUnder(ctx.controller.settings.profile).find((given) => given === wished);
  return quietly(async (tx) => {
    const found = token === null ? null : await lockDraft(tx, ctx.controller.id, token);
    if (found && afresh && !found.filingId) await deleteDraft(tx, found);
    const begun = found && !found.filingId && !afresh ? found : null;
    const answers = right ? withRight(begun?.answers ?? NO_ANSWERS, right) : (begun?.answers ?? NO_ANSWERS);
    const place = firstOpenStep(answers);
    if (!begun) return { place, token: await createDraft(tx, ctx.controller.id, answers, ctx.now()) };
    await saveAnswers(tx, begun, answers);
    return { place };
  });
}
