import { refusalIn } from "@/app/_ui/refusal";
import { pageLanguage } from "@/app/_ui/words";
import { goOn } from "@/app/api/staff/answer";
import type { Form } from "@/app/api/staff/form-fields";
import { formStep } from "@/app/api/staff/form-step";
import type { Ctx } from "@/lib/commands/context";
import { translator } from "@/lib/i18n/translator";
import { staffCtx } from "@/lib/session/staff";

export type SettingsRoute = { readonly params: Promise<{ controller: string }> };

type Fields = Readonly<Record<string, unknown>>;

/**
 * A change of the calendar page, sent by a plain form or as JSON: back to that page, which says what was done. Refused,
 * what was typed is shown and can be sent again; where it would move dates, only after that was told.
 */
export async function settingsStep(
  request: Request,
  { params }: SettingsRoute,
  { run, done, form }: { run: (ctx: Ctx, fields: Fields) => Promise<unknown>; done: string; form: Form },
): Promise<Response> {
  const { controller } = await params;
  const say = translator(await pageLanguage(), "timing");
  const link = {
    href: `/staff/${encodeURIComponent(controller)}/settings/calendar`,
    text: say("calendar.title"),
  };
  return formStep(request, { form, link, told: movesTold }, async (fields) => {
    const ctx = await staffCtx(controller);
    await run(ctx, fields);
    return goOn(request, `/staff/${ctx.controller.slug}/settings/calendar?done=${done}`);
  });

  /** What goes along once the page has said how many dates would move. */
  function movesTold(error: unknown) {
    const moves = refusalIn(error);
    if (moves?.code !== "moves_dates") return { hidden: { movesTold: undefined } };
    return { hidden: { movesTold: String(moves.moves) }, button: say("calendar.saveAndMove") };
  }
}
