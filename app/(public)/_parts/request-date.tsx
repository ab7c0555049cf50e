import { type Dated, requestDateLines } from "@/app/_ui/request-date-lines";
import { WhyThisDate } from "@/app/_ui/why-this-date";
import { pageLanguage, words } from "@/app/_ui/words";
import { derivationSentences } from "@/lib/i18n/derivation";

/** The last day of a request as its requester is told it, or what happens at once instead, and why. */
export async function RequestDate({ clock, promisedOn, open = false }: Dated & { readonly open?: boolean }) {
  const language = await pageLanguage();
  const say = await words("public");
  const clockWords = await words("clock");
  const reasons = derivationSentences(clockWords, clock.derivation, language);
  return (
    <>
      {requestDateLines({ clock, promisedOn }, say, language).map((line) => (
        <p key={line} className="text-lg font-semibold">
          {line}
        </p>
      ))}
      <WhyThisDate label={clockWords("why")} reasons={reasons} open={open} />
    </>
  );
}
