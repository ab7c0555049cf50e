import type { Clock } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { formatDate, formatWeekday } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";

export type Dated = { readonly clock: Clock; readonly promisedOn: IsoDate | null };

/**
 * The last day of a request as its requester is told it, or what happens at once instead.
 * @param say scoped to the namespace `public`
 */
export function requestDateLines({ clock, promisedOn }: Dated, say: Translate, language: Language): string[] {
  const atOnce = clock.derivation.some(({ rule }) => rule === "stop_at_once") ? [say("date.atOnce")] : [];
  if (clock.status === "paused") return [say("date.paused")];
  if (clock.status === "not_started") return [say("date.notStarted")];
  if (!promisedOn) return atOnce;
  const values = { weekday: formatWeekday(promisedOn, language), date: formatDate(promisedOn, language) };
  return [...atOnce, say(clock.status === "promised" ? "date.promised" : "date.byLaw", values)];
}
