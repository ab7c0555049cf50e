import type { DeskRoute } from "@/app/api/staff/[controller]/desk-step";
import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { saveDraft } from "@/lib/commands/decision/save-draft";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { staffCtx } from "@/lib/session/staff";

/** Keeps the answer in the making, and goes on to its letter. */
export async function POST(request: Request, { params }: DeskRoute): Promise<Response> {
  return answer(request, async () => {
    const { controller, reference } = await params;
    const ctx = await staffCtx(controller);
    await saveDraft(ctx, { reference, answer: await readJson(request) }).catch(inForm);
    const page = `/staff/${ctx.controller.slug}/requests/${readReference(reference)}/answer/preview`;
    return goOn(request, page);
  });
}

/** The form holds the answer alone, so its fields are called "text" and not "answer.text". */
function inForm(error: unknown): never {
  if (!(error instanceof Refused) || error.refusal.code !== "bad_input") throw error;
  const issues = error.refusal.issues.map((issue) => ({
    ...issue,
    field: issue.field.replace(/^answer\./, ""),
  }));
  throw new Refused({ code: "bad_input", issues });
}
