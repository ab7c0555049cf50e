import { pageLanguage } from "@/app/_ui/words";
import { goOn } from "@/app/api/staff/answer";
import { formStep } from "@/app/api/staff/form-step";
import { WORDING } from "@/app/api/staff/forms/notice-forms";
import { saveWording } from "@/lib/commands/controller/save-wording";
import { translator } from "@/lib/i18n/translator";
import { staffCtx } from "@/lib/session/staff";

/** A controller's own words for one kind of message, as the next version. Refused, what was typed can be sent again. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  const { controller } = await params;
  const text = translator(await pageLanguage(), "wording")("title");
  const link = { href: `/staff/${encodeURIComponent(controller)}/settings/wording`, text };
  return formStep(request, { form: WORDING, link }, async (fields) => {
    const ctx = await staffCtx(controller);
    const { kind, language } = await saveWording(ctx, fields);
    const page = `/staff/${ctx.controller.slug}/settings/wording/edit?kind=${kind}&language=${language}`;
    return goOn(request, `${page}&done=saved`);
  });
}
