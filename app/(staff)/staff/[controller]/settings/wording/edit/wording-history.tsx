import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { WordingView } from "@/lib/queries/controller/wordings";
import { Part } from "../../../../_frame/heading";

/** Every version of the words, with who and when; an earlier one can be begun from again. */
export async function WordingHistory({
  view,
  zone,
}: {
  readonly view: WordingView;
  /** The controller's zone, in which the times are shown. */
  readonly zone: string;
}) {
  const say = await words("wording");
  const language = await pageLanguage();
  const edit = `/staff/${view.slug}/settings/wording/edit?kind=${view.kind}&language=${view.language}`;
  return (
    <Part id="history-part" title={say("history")}>
      {view.history.length === 0 ? <p className="text-soft">{say("historyEmpty")}</p> : null}
      <ol className="grid gap-4">
        {view.history.map(({ version, at, by, standard, opening, closing }) => (
          <li key={version} className="border-l-4 border-line pl-4">
            <strong>
              {say("historyLine", {
                version,
                instant: formatInstant(at, zone, language),
                name: by ?? say("historySetup"),
              })}
            </strong>
            {standard ? <p className="text-soft">{say("historyStandard")}</p> : null}
            {Object.entries({ opening, closing }).map(([part, text]) =>
              text === "" ? null : (
                <p key={part} lang={view.language} className="mt-1 whitespace-pre-line wrap-anywhere">
                  {text}
                </p>
              ),
            )}
            {view.mayWrite && version !== view.version ? (
              <a href={`${edit}&from=${version}`} className="inline-flex min-h-11 items-center">
                {say("useAgain", { version })}
              </a>
            ) : null}
          </li>
        ))}
      </ol>
    </Part>
  );
}
