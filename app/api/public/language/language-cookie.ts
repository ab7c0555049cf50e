import type { Language } from "@/lib/domain/kernel/language";
import { LANGUAGE_COOKIE } from "@/lib/i18n/language";

const YEAR = 31_536_000;

/** Keeps the language somebody chose, and nothing else, for a year. */
export function languageCookie(language: Language): string {
  return `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR}; HttpOnly; Secure; SameSite=Lax`;
}
