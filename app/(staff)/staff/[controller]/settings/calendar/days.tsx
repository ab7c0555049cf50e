import { pageLanguage, words } from "@/app/_ui/words";
import { formatDate, formatWeekday } from "@/lib/i18n/format";
import type { CalendarPage } from "@/lib/queries/clock/calendar-page";
import { Part } from "../../../_frame/heading";

/** The days of one year, and the ways to the years beside it. */
export async function Days({ view }: { readonly view: CalendarPage }) {
  const say = await words("timing");
  const language = await pageLanguage();
  const base = `/staff/${view.slug}/settings/calendar?year=`;
  const [from, to] = view.years;
  return (
    <Part id="year-days" title={say("calendar.yearTitle", { year: String(view.year) })}>
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-edge">
            <th scope="col" className="py-1 pr-4">
              {say("calendar.day")}
            </th>
            <th scope="col" className="py-1">
              {say("calendar.counts")}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.days.map(({ day, as }) => (
            <tr key={day} className="border-b border-line">
              <td className="py-1 pr-4">
                {formatDate(day, language)}, {formatWeekday(day, language)}
              </td>
              <td className="py-1">{say(`calendar.as.${as}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 flex flex-wrap gap-4">
        {view.year > from ? (
          <a href={`${base}${view.year - 1}`} className="inline-flex min-h-11 items-center">
            {view.year - 1}
          </a>
        ) : null}
        {view.year < to ? (
          <a href={`${base}${view.year + 1}`} className="inline-flex min-h-11 items-center">
            {view.year + 1}
          </a>
        ) : null}
      </p>
    </Part>
  );
}
