import { throttle } from "@/lib/commands/access/throttle";
import { authoriseAnybody, type Ctx } from "@/lib/commands/context";
import { NEW_DRAFTS } from "@/lib/commands/intake/start-draft";
import { createDraft, lockDraft, saveAnswers } from "@/lib/db/draft";
import { quietly } from "@/lib/db/transact";
import {
  type DraftAnswers,
  firstOpenStep,
  NO_ANSWERS,
  type Place,
  type Step,
  type StepAnswer,
  stepAfter,
  stepBefore,
  type Typed,
  withAnswer,
} from "@/lib/domain/intake/draft";
import { readStep } from "@/lib/schemas/intake/draft";

/** How a page was left: Continue, Back, Continue on a page opened from the check page, or something else in between. */
export type Leaving = "next" | "back" | "to-check" | "stay";

/**
 * Keeps one page of the form exactly as typed, in order or not. Only Continue says what is wrong. A form that is gone
 * (too old, no cookie) is begun anew with this page in it, so that what was typed is there.
 * @param token of the draft cookie, if there is one
 * @returns where to go on; `token` is there when a form was begun anew
 * @throws Refused too_many, unavailable
 */
export async function saveDraftStep(
  ctx: Ctx,
  token: string | null,
  { step, typed, leaving }: { readonly step: Step; readonly typed: Typed; readonly leaving: Leaving },
): Promise<{ readonly place: Place; readonly token?: string }> {
  authoriseAnybody(ctx);
  await throttle(ctx, "draft-step-peer", { points: 600, seconds: 600 });
  return quietly(async (tx) => {
    const draft = token === null ? null : await lockDraft(tx, ctx.controller.id, token);
    if (draft?.filingId) return { place: "done" };
    if (!draft) await throttle(ctx, "draft-peer", NEW_DRAFTS);
    const before = draft?.answers ?? NO_ANSWERS;
    const answers = withAnswer(before, step, answerOf(before, step, typed, leaving));
    if (draft) await saveAnswers(tx, draft, answers);
    const place = placeAfter(answers, step, leaving);
    return draft ? { place } : { place, token: await createDraft(tx, ctx.controller.id, answers, ctx.now()) };
  });
}

function answerOf(before: DraftAnswers, step: Step, typed: Typed, leaving: Leaving): StepAnswer {
  const read = readStep(step, typed);
  if (leaving === "next" || leaving === "to-check") {
    return { typed, done: read.ok, issues: read.ok ? [] : read.issues };
  }
  return { typed, done: read.ok && (before.steps[step]?.done ?? false), issues: [] };
}

function placeAfter(answers: DraftAnswers, step: Step, leaving: Leaving): Place {
  if (leaving === "back") return stepBefore(answers, step) ?? step;
  if (leaving === "stay" || !answers.steps[step]?.done) return step;
  return leaving === "to-check" ? firstOpenStep(answers) : stepAfter(answers, step);
}
