import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { actorWords, eventSentence } from "../../../../_desk/event-words";

/** What the log says about the request: when, who, what. */
export async function History({ page }: { readonly page: RequestPage }) {
  const say = await words("staff");
  const letter = await words("letter");
  const language = await pageLanguage();
  return (
    <Box id="history" title={say("request.historyTitle")} className="mt-4">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-edge text-left">
            {(["at", "who", "what"] as const).map((column) => (
              <th key={column} scope="col" className="py-1 pr-3 font-semibold">
                {say(`request.historyColumn.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.history.map((line) => (
            <tr key={line.seq} className="border-b border-line align-top">
              <td className="py-1 pr-3 sm:whitespace-nowrap">
                {formatInstant(line.at, page.zone, language)}
              </td>
              <td className="py-1 pr-3">{actorWords(line.actor, say)}</td>
              <td className="py-1">{eventSentence(line, say, letter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
