import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { LANGUAGE_COOKIE, languageOf } from "@/lib/i18n/language";

/** next-intl's entry: the language of this page and its messages. Addresses carry no language. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  const locale = languageOf(chosen, (await headers()).get("accept-language"));
  return {
    locale,
    messages: CATALOGUE[locale],
    timeZone: "UTC",
    onError: (error) => {
      throw error;
    },
  };
});
