import type { Messages } from "@/lib/i18n/catalogue";

/** Messages by their keys with dots, for a form that says them as they stand. */
export function flatMessages(messages: Messages, before = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${before}${key}`, value]]
        : Object.entries(flatMessages(value, `${before}${key}.`)),
    ),
  );
}
