import type { QuestionPreview } from "@/lib/commands/clock/preview-question";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { formatDate } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";

/** The last day now, and after answers that come sooner or later: what a pause does, before it is asked. */
export function PauseDates({
  preview,
  say,
  language,
}: {
  readonly preview: QuestionPreview;
  readonly say: Translate;
  readonly language: Language;
}) {
  const date = (on: IsoDate | null) => (on ? formatDate(on, language) : say("box.noDate"));
  const rows = [
    [say("askPage.now"), date(preview.now)],
    ...preview.later.map(({ days, date: on }) => [
      days === 0 ? say("askPage.sameDay") : say("askPage.afterDays", { days }),
      date(on),
    ]),
    [say("askPage.never"), say("box.noDate")],
  ] as const;
  return (
    <table className="mb-4 w-full text-left">
      <caption className="mb-2 text-left font-semibold">{say("askPage.dates")}</caption>
      <thead>
        <tr className="border-b border-edge">
          <th scope="col" className="py-1 pr-4 font-normal text-soft">
            {say("askPage.when")}
          </th>
          <th scope="col" className="py-1 font-normal text-soft">
            {say("askPage.then")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([when, then]) => (
          <tr key={when} className="border-b border-line">
            <th scope="row" className="py-1 pr-4 font-normal">
              {when}
            </th>
            <td className="py-1 font-semibold">{then}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
