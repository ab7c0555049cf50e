import { LetterView } from "@/app/_ui/letter-view";
import { pageLanguage, words } from "@/app/_ui/words";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { formatDate } from "@/lib/i18n/format";
import type { MyClock } from "@/lib/queries/clock/my-clock";

/** What changed the last day: the old and the new one side by side, what a reply today would do, and the letters. */
export async function MyClockView({
  clock,
  reference,
}: {
  readonly clock: MyClock;
  readonly reference: string;
}) {
  const say = await words("timing");
  const language = await pageLanguage();
  const { change, ifToday, letters } = clock;
  const date = (on: IsoDate | null) => (on ? formatDate(on, language) : say("box.noDate"));
  const heading = `changed-${reference}`;
  return (
    <>
      {ifToday ? <p className="my-3">{say("my.ifToday", { date: formatDate(ifToday, language) })}</p> : null}
      {change ? (
        <section aria-labelledby={heading} className="my-4 border border-line bg-surface p-4">
          <h3 id={heading} className="mb-2 font-semibold">
            {say("my.changed")}
          </h3>
          <dl className="grid grid-cols-2 gap-4">
            <div>
              <dt className="text-soft">{say("my.before")}</dt>
              <dd>{date(change.before)}</dd>
            </div>
            <div>
              <dt className="text-soft">{say("my.now")}</dt>
              <dd className="font-semibold">{date(change.after)}</dd>
            </div>
          </dl>
        </section>
      ) : null}
      {letters.map((letter) => (
        <section key={letter.title} aria-label={say("my.letter")}>
          <LetterView letter={letter} level={3} />
        </section>
      ))}
    </>
  );
}
