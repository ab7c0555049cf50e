import { words } from "@/app/_ui/words";
import { goOn } from "@/app/api/staff/answer";
import { formStep } from "@/app/api/staff/form-step";
import { LIFT_SUPPRESSION } from "@/app/api/staff/forms/decision-forms";
import { liftSuppression } from "@/lib/commands/decision/lift-suppression";
import { staffCtx } from "@/lib/session/staff";

/** Somebody wishes direct marketing again: their address comes off the list. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  const { controller } = await params;
  const text = (await words("tasks"))("suppressions.title");
  const link = { href: `/staff/${encodeURIComponent(controller)}/suppressions`, text };
  return formStep(request, { form: LIFT_SUPPRESSION, link }, async (fields) => {
    const ctx = await staffCtx(controller);
    await liftSuppression(ctx, fields);
    return goOn(request, `/staff/${ctx.controller.slug}/suppressions?done=lifted`);
  });
}
