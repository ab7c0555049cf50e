import { pageLanguage, words } from "@/app/_ui/words";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatInstant } from "@/lib/i18n/format";
import type { LogPage } from "@/lib/queries/audit/log-page";
import { actorWords, eventSentence } from "../../_desk/event-words";

const COLUMNS = ["seq", "at", "who", "what"] as const;

/** The lines of the log as a table; on a narrow screen it scrolls by itself. */
export async function Events({ slug, page }: { readonly slug: string; readonly page: LogPage }) {
  const say = await words("staff");
  const letter = await words("letter");
  const language = await pageLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section aria-label={say("audit.events")} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b-2 border-edge text-left">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="py-1 pr-4 font-semibold">
                {say(`audit.column.${column}`)}
              </th>
            ))}
            <th scope="col" className="py-1 font-semibold">
              {say("audit.request")}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line) => (
            <tr key={line.seq} className="border-b border-line align-top">
              <td className="py-1 pr-4 tabular-nums">{line.seq}</td>
              <td className="py-1 pr-4 whitespace-nowrap">{formatInstant(line.at, page.zone, language)}</td>
              <td className="py-1 pr-4">{actorWords(line.actor, say)}</td>
              <td className="py-1 pr-4">{eventSentence(line, say, letter)}</td>
              <td className="py-1 font-mono whitespace-nowrap">
                {line.reference ? (
                  <a href={`/staff/${slug}/requests/${line.reference}`}>{formatReference(line.reference)}</a>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
