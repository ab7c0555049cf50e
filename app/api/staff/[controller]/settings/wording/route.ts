import { respondRefused } from "@/app/_ui/refusal";
import { pageLanguage } from "@/app/_ui/words";
import { goOn, readFields } from "@/app/api/staff/answer";
import { saveWording } from "@/lib/commands/controller/save-wording";
import { Refused } from "@/lib/domain/kernel/refusal";
import { translator } from "@/lib/i18n/translator";
import { staffCtx } from "@/lib/session/staff";

/** A controller's own words for one kind of message, as the next version. Refused, what was typed can be sent again. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  const { controller } = await params;
  let fields: Readonly<Record<string, unknown>> = {};
  try {
    fields = await readFields(request);
    const ctx = await staffCtx(controller);
    const { kind, language } = await saveWording(ctx, fields);
    const page = `/staff/${ctx.controller.slug}/settings/wording/edit?kind=${kind}&language=${language}`;
    return goOn(request, `${page}&done=saved`);
  } catch (error) {
    const say = translator(await pageLanguage(), "wording");
    const again = await typedAgain(error, request, fields);
    return respondRefused(error, request, {
      link: { href: `/staff/${encodeURIComponent(controller)}/settings/wording`, text: say("title") },
      ...(again ? { again } : {}),
    });
  }
}

/** The field that is wrong, to be put right, with everything else that was sent. */
async function typedAgain(error: unknown, request: Request, fields: Readonly<Record<string, unknown>>) {
  const issues = error instanceof Refused && error.refusal.code === "bad_input" ? error.refusal.issues : [];
  const name = issues.some(({ field }) => field === "closing") ? "closing" : "opening";
  const typed = fields[name];
  if (typeof typed !== "string") return null;
  const language = await pageLanguage();
  const others = Object.entries(fields).flatMap(([field, value]): [string, string][] =>
    field !== name && typeof value === "string" ? [[field, value]] : [],
  );
  return {
    action: new URL(request.url).pathname,
    hidden: Object.fromEntries(others),
    name,
    typed,
    label: translator(language, "wording")(name),
    button: translator(language, "wording")("save"),
  };
}
