import { Details } from "@/app/_ui/details";
import { pageLanguage, words } from "@/app/_ui/words";
import type { AuditEventType } from "@/lib/domain/audit/events";
import { formatInstant } from "@/lib/i18n/format";
import type { HistoryLine } from "@/lib/queries/request/history";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { actorWords, eventSentence } from "../../../../_desk/event-words";

const READINGS: readonly AuditEventType[] = ["request.opened", "requester.session_opened"];

/** What the log says about the request: when, who, what. Who only read it stands apart. */
export async function History({ page }: { readonly page: RequestPage }) {
  const say = await words("staff");
  const readings = page.history.filter((line) => READINGS.includes(line.type));
  return (
    <Box id="history" title={say("request.historyTitle")} className="mt-4">
      <Lines lines={page.history.filter((line) => !READINGS.includes(line.type))} zone={page.zone} />
      {readings.length > 0 ? (
        <Details summary={say("request.readings", { count: readings.length })}>
          <Lines lines={readings} zone={page.zone} />
        </Details>
      ) : null}
    </Box>
  );
}

async function Lines({ lines, zone }: { readonly lines: readonly HistoryLine[]; readonly zone: string }) {
  const say = await words("staff");
  const letter = await words("letter");
  const language = await pageLanguage();
  return (
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
        {lines.map((line) => (
          <tr key={line.seq} className="border-b border-line align-top">
            <td className="py-1 pr-3 sm:whitespace-nowrap">{formatInstant(line.at, zone, language)}</td>
            <td className="py-1 pr-3 wrap-anywhere">{actorWords(line.actor, say)}</td>
            <td className="py-1 wrap-anywhere">{eventSentence(line, say, letter)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
