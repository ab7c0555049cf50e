import type { DeskRoute } from "@/app/api/staff/[controller]/desk-step";
import { answer, goOn, readForm } from "@/app/api/staff/answer";
import { draftIdentityRequest } from "@/lib/commands/identity/draft-request";
import { readReference } from "@/lib/domain/intake/reference";
import { staffCtx } from "@/lib/session/staff";

/** Keeps an identity request in the making and leads to its preview, which says what is missing. */
export function POST(request: Request, { params }: DeskRoute): Promise<Response> {
  return answer(request, async () => {
    const { controller, reference } = await params;
    const fields = await readForm(request);
    const ctx = await staffCtx(controller);
    await draftIdentityRequest(ctx, { ...fields, reference });
    return goOn(
      request,
      `/staff/${ctx.controller.slug}/requests/${readReference(reference) ?? ""}/identity/preview`,
    );
  });
}
