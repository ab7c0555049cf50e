import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { LetterView } from "@/app/_ui/letter-view";
import { pageLanguage, words } from "@/app/_ui/words";
import { REOPENING_SOURCES } from "@/lib/domain/request/reopening";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import type { SupersededView } from "@/lib/queries/decision/superseded";
import type { KeptFields } from "@/lib/queries/notice/kept-fields";
import { Box } from "../../../../_desk/box";
import { type Seen, StepForm } from "../../../../_desk/step-form";

/** Why the request was opened again, the answers that stood before, and the way to open a closed one again. */
export async function ReopeningBox({
  view,
  kept,
  of,
}: {
  readonly view: SupersededView;
  /** What the reader wrote of it and has not sent. */
  readonly kept: KeptFields;
  readonly of: Seen;
}) {
  if (view.reopenings.length === 0 && !view.mayReopen) return null;
  const say = await words("tasks");
  const staff = await words("staff");
  const letter = await words("letter");
  const language = await pageLanguage();
  const instant = (at: string | Date) => formatInstant(at, view.zone, language);
  return (
    <Box id="reopening" title={say(view.reopenings.length > 0 ? "reopen.title" : "reopen.open")}>
      <ul className="grid gap-2">
        {view.reopenings.map(({ id, source, reason, orderedBy, reopenedAt, takenBackAt }) => (
          <li key={id}>
            <p className="font-semibold">
              {say("reopen.was", {
                instant: instant(reopenedAt),
                source: staff(`request.task.source.${source}`),
              })}
              {takenBackAt ? ` (${say("undo.takenBack")})` : ""}
            </p>
            {orderedBy ? <p>{say("reopen.ordered", { date: formatDate(orderedBy, language) })}</p> : null}
            <p className="break-words whitespace-pre-line">{reason ?? say("masked")}</p>
          </li>
        ))}
      </ul>
      {view.answers.map((answer) => (
        <Details
          key={answer.id}
          summary={say("reopen.superseded", {
            outcome: letter(`outcome.${answer.outcome}`),
            instant: instant(answer.at),
          })}
        >
          {answer.letter ? <LetterView letter={answer.letter} level={3} /> : <p>{say("masked")}</p>}
        </Details>
      ))}
      {view.mayReopen ? <ReopenForm today={view.today} kept={kept} of={of} /> : null}
    </Box>
  );
}

async function ReopenForm({
  today,
  kept,
  of,
}: {
  readonly today: string;
  readonly kept: KeptFields;
  readonly of: Seen;
}) {
  const say = await words("tasks");
  const staff = await words("staff");
  return (
    <Details summary={say("reopen.open")} open={kept.text !== undefined}>
      <StepForm of={of} step="letters/reopening/keep" className="grid gap-2">
        <p className="text-sm">{say("reopen.means")}</p>
        <fieldset>
          <legend className="font-semibold">{say("reopen.source")}</legend>
          {REOPENING_SOURCES.map((source) => (
            <label key={source} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="source"
                value={source}
                required
                defaultChecked={kept.source === source}
                className="choice-mark"
              />
              {staff(`request.task.source.${source}`)}
            </label>
          ))}
        </fieldset>
        <label htmlFor="reopen-on" className="font-semibold">
          {say("reopen.on")}
        </label>
        <input
          id="reopen-on"
          name="on"
          type="date"
          required
          defaultValue={kept.on ?? today}
          max={today}
          className="input max-w-48"
        />
        <label htmlFor="reopen-ordered" className="font-semibold">
          {say("reopen.orderedBy")}
        </label>
        <div id="reopen-ordered-hint" className="text-sm text-soft">
          {say("reopen.orderedHint")}
        </div>
        <input
          id="reopen-ordered"
          name="orderedBy"
          type="date"
          defaultValue={kept.orderedBy}
          aria-describedby="reopen-ordered-hint"
          className="input max-w-48"
        />
        <label htmlFor="reopen-text" className="font-semibold">
          {say("reopen.reason")}
        </label>
        <textarea
          id="reopen-text"
          name="text"
          rows={2}
          required
          maxLength={5_000}
          defaultValue={kept.text}
          className="input"
        />
        <div>
          <Button tone="secondary">{say("reopen.button")}</Button>
        </div>
      </StepForm>
    </Details>
  );
}
