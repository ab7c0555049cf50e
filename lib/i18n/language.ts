import { isLanguage, LANGUAGES, type Language } from "@/lib/domain/kernel/language";

/** Holds the language somebody chose; nothing else, so it needs no consent. */
export const LANGUAGE_COOKIE = "habeas.lang";

/** What Habeas speaks when nobody said anything. */
export const DEFAULT_LANGUAGE: Language = LANGUAGES[0];

/**
 * The language of a page: the chosen one, else the best of what the browser asks for, else Swedish.
 * @param chosen value of the cookie `habeas.lang`
 * @param accepted the header Accept-Language
 */
export function languageOf(chosen: string | null | undefined, accepted: string | null | undefined): Language {
  if (isLanguage(chosen)) return chosen;
  return preferences(accepted ?? "").find(isLanguage) ?? DEFAULT_LANGUAGE;
}

/** Primary language tags in the order of their weight (RFC 9110 12.5.4); those of weight 0 are refused ones. */
function preferences(accepted: string): string[] {
  return accepted
    .slice(0, 400)
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part.trim().split(";");
      const weight = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find((q) => q);
      return { tag: range.trim().toLowerCase().split("-")[0] ?? "", weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
