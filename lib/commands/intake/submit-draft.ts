import { authoriseAnybody, type Ctx } from "@/lib/commands/context";
import { fileRequests } from "@/lib/commands/intake/file-requests";
import { type Draft, draftByToken, lockDraft, markSent, saveAnswers } from "@/lib/db/draft";
import { filingByKey } from "@/lib/db/filing";
import { quietly } from "@/lib/db/transact";
import { firstOpenStep, type Place } from "@/lib/domain/intake/draft";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";
import { filingOf } from "@/lib/schemas/intake/draft";

/** The field that people do not see and programs fill in. */
const TRAP = "website";

/**
 * Sends the form. It counts as received from this instant. Sent twice, also at the same moment, it is one filing: the
 * key is the form's own. A filled trap or an impossible speed is told, never dropped: it may be a person after all.
 * @returns where to go on: `done`, or the page that is not in order
 * @throws Refused draft_gone, too_many, unavailable
 */
export async function submitDraft(
  ctx: Ctx,
  token: string | null,
  { trap }: { readonly trap: string },
): Promise<{ readonly place: Place }> {
  authoriseAnybody(ctx);
  const draft = token === null ? null : await draftByToken(ctx.controller.id, token);
  if (!draft || token === null) throw new Refused({ code: "draft_gone" });
  if (draft.filingId) return { place: "done" };
  const open = firstOpenStep(draft.answers);
  if (open !== "check") return { place: open };
  const issues = doubts(draft, trap);
  if (issues.length > 0) {
    await change(ctx, token, (tx, locked) =>
      saveAnswers(tx, locked, { ...locked.answers, checkIssues: issues }),
    );
    return { place: "check" };
  }
  const filing = filingOf(draft.answers, ctx.language);
  const filingId = await file(ctx, draft, filing);
  await change(ctx, token, (tx, locked) => markSent(tx, locked, filingId, filing.who.email));
  return { place: "done" };
}

function doubts({ tooFast }: Draft, trap: string): FieldIssue[] {
  if (trap !== "") return [{ field: TRAP, message: "trap" }];
  return tooFast ? [{ field: "send", message: "tooFast" }] : [];
}

/** Files once per form. Had it been filed before and changed since, the first filing stands. */
async function file(ctx: Ctx, draft: Draft, filing: ReturnType<typeof filingOf>): Promise<string> {
  const idempotencyKey = `draft_${draft.id}`;
  try {
    return (await fileRequests(ctx, filing, { idempotencyKey, channel: "form" })).filingId;
  } catch (error) {
    const reused = error instanceof Refused && error.refusal.code === "key_reused";
    const first = reused ? await filingByKey(ctx.controller.id, idempotencyKey) : null;
    if (first) return first.id;
    throw error;
  }
}

async function change(
  ctx: Ctx,
  token: string,
  work: (tx: Parameters<typeof saveAnswers>[0], draft: Draft) => Promise<void>,
) {
  await quietly(async (tx) => {
    const locked = await lockDraft(tx, ctx.controller.id, token);
    if (locked && !locked.filingId) await work(tx, locked);
  });
}
