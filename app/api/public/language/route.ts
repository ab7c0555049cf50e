import { isLanguage } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import { answer, field, formPairs, goTo } from "../door";
import { languageCookie } from "./language-cookie";

/** A path of ours: one slash and then none, so that it can never name another host. */
const OWN_PATH = /^\/(?:[A-Za-z0-9_-][A-Za-z0-9/_-]*)?$/;

/** Changes the language and goes back to the page it was changed on. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const pairs = await formPairs(request);
    const language = field(pairs, "language");
    if (!isLanguage(language)) {
      throw new Refused({ code: "bad_input", issues: [{ field: "language", message: "choose" }] });
    }
    const back = field(pairs, "back") ?? "/";
    return goTo(OWN_PATH.test(back) && !back.includes("//") ? back : "/", [languageCookie(language)]);
  });
}
