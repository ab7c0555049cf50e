import { WhyThisDate } from "@/app/_ui/why-this-date";
import { pageLanguage, words } from "@/app/_ui/words";
import type { Clock } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { derivationSentences } from "@/lib/i18n/derivation";
import { formatDate, formatWeekday } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";

type Dated = { readonly clock: Clock; readonly promisedOn: IsoDate | null };

/** The last day of a request as its requester is told it, or what happens at once instead, and why. */
export async function RequestDate({ clock, promisedOn, open = false }: Dated & { readonly open?: boolean }) {
  const language = await pageLanguage();
  const say = await words("public");
  const clockWords = await words("clock");
  const reasons = derivationSentences(clockWords, clock.derivation, language);
  return (
    <>
      {lines({ clock, promisedOn }, say, language).map((line) => (
        <p key={line} className="text-lg font-semibold">
          {line}
        </p>
      ))}
      <WhyThisDate label={clockWords("why")} reasons={reasons} open={open} />
    </>
  );
}

function lines({ clock, promisedOn }: Dated, say: Translate, language: Language): string[] {
  const atOnce = clock.derivation.some(({ rule }) => rule === "stop_at_once") ? [say("date.atOnce")] : [];
  if (clock.status === "paused") return [say("date.paused")];
  if (clock.status === "not_started") return [say("date.notStarted")];
  if (!promisedOn) return atOnce;
  const values = { weekday: formatWeekday(promisedOn, language), date: formatDate(promisedOn, language) };
  return [...atOnce, say(clock.status === "promised" ? "date.promised" : "date.byLaw", values)];
}
