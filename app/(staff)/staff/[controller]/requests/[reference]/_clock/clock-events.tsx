import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { LetterView } from "@/app/_ui/letter-view";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import type { ClockEventView, ClockView } from "@/lib/queries/clock/clock-view";
import { type Seen, StepForm } from "../../../../_desk/step-form";

/** Everything that happened to the time, waits to, never did, or was wrong; and what can be done about it. */
export async function ClockEvents({ view, of }: { readonly view: ClockView; readonly of: Seen }) {
  const say = await words("timing");
  const language = await pageLanguage();
  const happened = [
    ...view.events.map((event) => ({ event, move: null, at: event.recordedAt })),
    ...view.moves.map((move) => ({ event: null, move, at: move.at })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const base = `/staff/${of.slug}/requests/${of.reference}`;
  return (
    <section aria-labelledby="clock-history" className="mt-3 border-t border-line pt-3">
      <h3 id="clock-history" className="mb-2 text-sm font-bold">
        {say("box.history")}
      </h3>
      {happened.length === 0 ? <p className="text-sm text-soft">{say("box.nothing")}</p> : null}
      <ol className="grid gap-2 text-sm">
        {happened.map(({ event, move }) =>
          event ? (
            <OneEvent key={event.id} event={event} zone={view.zone} base={base} say={say} />
          ) : (
            <OneMove key={move.runId} move={move} zone={view.zone} say={say} />
          ),
        )}
      </ol>
      {view.offers.record ? (
        <div className="mt-3 flex flex-wrap items-center gap-4">
          <a href="#record" className="inline-flex min-h-9 items-center">
            {say("box.record")}
          </a>
          <StepForm of={of} step="cancel-question">
            <Button tone="quiet">{say("box.cancel")}</Button>
            {view.ifCancelled ? (
              <span className="block text-sm text-soft">
                {say("box.cancelMeans", { date: formatDate(view.ifCancelled, language) })}
              </span>
            ) : null}
          </StepForm>
        </div>
      ) : null}
    </section>
  );
}

/** The dates were counted anew because something of the controller changed, and came out otherwise. */
async function OneMove({
  move,
  zone,
  say,
}: {
  readonly move: ClockView["moves"][number];
  readonly zone: string;
  readonly say: Translate;
}) {
  const language = await pageLanguage();
  const date = (on: typeof move.statutoryAfter) => (on ? formatDate(on, language) : say("box.noDate"));
  const { because, statutoryBefore, statutoryAfter, workByBefore, workByAfter } = move;
  return (
    <li className="border-l-4 border-accent pl-3">
      <p>
        <span className="font-semibold">{say("box.countedAnew")}</span>
        {", "}
        {formatInstant(move.at, zone, language)}
      </p>
      {because ? <p className="text-soft">{say(`calendar.because.${because}`)}</p> : null}
      <p>
        {statutoryBefore === statutoryAfter
          ? say("calendar.movedOthers")
          : say("calendar.moved", { before: date(statutoryBefore), after: date(statutoryAfter) })}{" "}
        {workByBefore === workByAfter
          ? ""
          : say("calendar.work", { before: date(workByBefore), after: date(workByAfter) })}
      </p>
    </li>
  );
}

async function OneEvent({
  event,
  zone,
  base,
  say,
}: {
  readonly event: ClockEventView;
  readonly zone: string;
  readonly base: string;
  readonly say: Translate;
}) {
  const language = await pageLanguage();
  const { became, details, facts } = event;
  const counts = became === "effective";
  const words = [
    say(`eventState.${became}`),
    ...(facts.by ? [say(`by.${facts.by}`)] : []),
    ...(facts.way ? [say(`way.${facts.way}`)] : []),
    ...(facts.category ? [say(`category.${facts.category}`)] : []),
    ...(event.by ? [event.by] : []),
  ];
  return (
    <li className={`border-l-4 pl-3 ${counts ? "border-accent" : "border-dashed border-edge"}`}>
      <p>
        <span
          className={
            became === "superseded" || became === "needless" ? "font-semibold line-through" : "font-semibold"
          }
        >
          {say(`event.${event.type}`)}
        </span>
        {", "}
        {formatInstant(event.at, zone, language)}
      </p>
      <p className="text-soft">{words.join(" · ")}</p>
      {details?.reason ? <p className="break-words whitespace-pre-line">{details.reason}</p> : null}
      {details?.letter ? (
        <Details summary={details.letter.title}>
          <LetterView letter={details.letter} level={3} />
        </Details>
      ) : null}
      {event.correctable ? (
        <a href={`${base}/answered?corrects=${event.id}`} className="inline-flex min-h-9 items-center">
          {say("box.correct")}
        </a>
      ) : null}
    </li>
  );
}
