import { ERROR_SUMMARY } from "@/app/_ui/error-summary";
import { placePath } from "@/app/_ui/public-paths";
import { type Leaving, saveDraftStep } from "@/lib/commands/intake/save-draft-step";
import { STEPS } from "@/lib/domain/intake/draft";
import { isLanguage } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import { typedOf } from "@/lib/schemas/intake/draft";
import { answer, controllerCtx, draftCookie, draftToken, field, formPairs, goTo } from "../../../door";
import { languageCookie } from "../../../language/language-cookie";

type Params = { readonly params: Promise<{ readonly controller: string; readonly step: string }> };

/** One page of the form: Continue, Back, or another language. Whatever was typed is kept. */
export function POST(request: Request, params: Params): Promise<Response> {
  return answer(request, async () => {
    const ctx = await controllerCtx(params);
    const name = (await params.params).step;
    const step = STEPS.find((one) => one === name);
    if (!step) throw new Refused({ code: "not_found" });
    const pairs = await formPairs(request);
    const language = field(pairs, "language");
    const leaving = leavingOf(pairs);
    const { place, token } = await saveDraftStep(ctx, await draftToken(), {
      step,
      typed: typedOf(step, pairs),
      leaving,
    });
    const path = placePath(ctx.controller.slug, place);
    const wrong = place === step && (leaving === "next" || leaving === "to-check");
    const from =
      field(pairs, "from") === "check" && place !== "check" && place !== "done" ? "?from=check" : "";
    return goTo(`${path}${from}${wrong ? `#${ERROR_SUMMARY}` : ""}`, [
      ...draftCookie(token),
      ...(isLanguage(language) ? [languageCookie(language)] : []),
    ]);
  });
}

function leavingOf(pairs: readonly (readonly [string, string])[]): Leaving {
  if (field(pairs, "language") !== undefined) return "stay";
  if (field(pairs, "leaving") === "back") return "back";
  return field(pairs, "from") === "check" ? "to-check" : "next";
}
