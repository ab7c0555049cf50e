import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { Dossier } from "@/lib/queries/fee/dossier";
import { Box } from "../../../../../_desk/box";
import { actorWords, eventSentence } from "../../../../../_desk/event-words";

/** What the log says about flag, assessment, fee and decision, in order. */
export async function Timeline({ view }: { readonly view: Dossier }) {
  const say = await words("fee");
  const staff = await words("staff");
  const letter = await words("letter");
  const language = await pageLanguage();
  return (
    <Box id="timeline" title={say("timeline")} className="mt-4">
      <ol className="grid gap-1 text-sm">
        {view.history.map((line) => (
          <li key={line.seq}>
            <span className="text-soft">{formatInstant(line.at, view.zone, language)}</span>,{" "}
            {actorWords(line.actor, staff)}: {eventSentence(line, staff, letter)}
          </li>
        ))}
      </ol>
    </Box>
  );
}
