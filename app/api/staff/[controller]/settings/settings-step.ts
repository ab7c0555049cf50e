import { refusalIn, respondRefused } from "@/app/_ui/refusal";
import { pageLanguage } from "@/app/_ui/words";
import { goOn, readFields } from "@/app/api/staff/answer";
import type { Ctx } from "@/lib/commands/context";
import { translator } from "@/lib/i18n/translator";
import { staffCtx } from "@/lib/session/staff";

export type SettingsRoute = { readonly params: Promise<{ controller: string }> };

type Fields = Readonly<Record<string, unknown>>;

/**
 * A change of the calendar page, sent by a plain form or as JSON: back to that page, which says what was done. Refused,
 * what was typed is shown and can be sent again.
 */
export async function settingsStep(
  request: Request,
  { params }: SettingsRoute,
  { run, done, keep }: { run: (ctx: Ctx, fields: Fields) => Promise<unknown>; done: string; keep?: string },
): Promise<Response> {
  const { controller } = await params;
  let fields: Fields = {};
  try {
    fields = await readFields(request);
    const ctx = await staffCtx(controller);
    await run(ctx, fields);
    return goOn(request, `/staff/${ctx.controller.slug}/settings/calendar?done=${done}`);
  } catch (error) {
    const language = await pageLanguage();
    const say = translator(language, "timing");
    const typed = keep ? fields[keep] : undefined;
    const others = Object.entries(fields).filter(
      ([name, value]) => name !== keep && name !== "movesTold" && typeof value === "string",
    );
    const moves = refusalIn(error);
    const told = moves?.code === "moves_dates" ? { movesTold: String(moves.moves) } : {};
    return respondRefused(error, request, {
      link: {
        href: `/staff/${encodeURIComponent(controller)}/settings/calendar`,
        text: say("calendar.title"),
      },
      ...(keep && typeof typed === "string"
        ? {
            again: {
              action: new URL(request.url).pathname,
              hidden: { ...Object.fromEntries(others), ...told } as Record<string, string>,
              name: keep,
              typed,
              label: say(`calendar.${keep}`),
              button:
                "movesTold" in told
                  ? say("calendar.saveAndMove")
                  : translator(language, "staff")("request.conflict.sendAgain"),
            },
          }
        : {}),
    });
  }
}
