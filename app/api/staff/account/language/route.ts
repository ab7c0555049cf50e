import { answer, goOn, readForm } from "@/app/api/staff/answer";
import { chooseLanguage } from "@/lib/commands/access/choose-language";
import { LANGUAGE_COOKIE } from "@/lib/i18n/language";
import { installationStaffCtx } from "@/lib/session/staff";

const YEAR = 365 * 24 * 3600;

/** The language of the staff member's pages and mails. */
export async function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const language = await chooseLanguage(await installationStaffCtx(), await readForm(request));
    const cookie = `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR}; Secure; SameSite=Lax`;
    return goOn(request, "/staff/account?done=language", [cookie]);
  });
}
