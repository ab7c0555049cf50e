import { Button } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import type { CalendarPage } from "@/lib/queries/clock/calendar-page";
import { Part } from "../../../_frame/heading";

const AT_WORK = ["previewing", "previewed", "applying"];

/** Open requests that run by an older calendar: what a recomputation would move, how far it is, what it moved. */
export async function Recompute({ view }: { readonly view: CalendarPage }) {
  const say = await words("timing");
  const language = await pageLanguage();
  const { run, behind, slug } = view;
  if (!run && behind === 0) return null;
  const base = `/api/staff/${slug}/settings/recompute`;
  const atWork = run !== null && AT_WORK.includes(run.state);
  return (
    <Part id="recompute" title={say("calendar.recomputeTitle")}>
      <p className="mb-3">{say("calendar.behind", { requests: behind })}</p>
      {view.mayWrite && behind > 0 && !atWork ? (
        <form method="post" action={`${base}/preview`}>
          <Button>{say("calendar.preview")}</Button>
        </form>
      ) : null}
      {run && run.state !== "dropped" ? (
        <section aria-live="polite" className="mt-4">
          <p className="font-semibold">
            {say(`calendar.run.${run.state}`, { seen: run.seen, total: run.total, moved: run.moved })}
          </p>
          {run.finishedAt ? (
            <p className="text-soft">{formatInstant(run.finishedAt.toISOString(), view.zone, language)}</p>
          ) : null}
          {run.state === "previewing" || run.state === "applying" ? (
            <>
              <progress max={Math.max(run.total, 1)} value={run.seen} aria-label={say("calendar.progress")} />{" "}
              <a href={`/staff/${slug}/settings/calendar`} className="inline-flex min-h-11 items-center">
                {say("calendar.reload")}
              </a>
            </>
          ) : null}
          {view.mayWrite && run.state === "previewed" ? (
            <div className="my-3 flex flex-wrap gap-4">
              <form method="post" action={`${base}/apply`}>
                <input type="hidden" name="runId" value={run.id} />
                <Button>{say("calendar.apply")}</Button>
              </form>
              <form method="post" action={`${base}/drop`}>
                <input type="hidden" name="runId" value={run.id} />
                <Button tone="secondary">{say("calendar.drop")}</Button>
              </form>
            </div>
          ) : null}
          <Lines view={view} />
        </section>
      ) : null}
    </Part>
  );
}

async function Lines({ view }: { readonly view: CalendarPage }) {
  const say = await words("timing");
  const language = await pageLanguage();
  if (view.lines.length === 0) return null;
  const date = (on: IsoDate | null) => (on ? formatDate(on, language) : say("box.noDate"));
  const page = (at: number) => `/staff/${view.slug}/settings/calendar?page=${at}`;
  return (
    <>
      <ul className="mt-3 grid gap-2">
        {view.lines.map((line) => (
          <li key={line.requestId} className="border-l-4 border-line pl-3">
            <span className="font-mono">{formatReference(line.reference)}</span>
            {": "}
            {say("calendar.moved", { before: date(line.statutoryBefore), after: date(line.statutoryAfter) })}
            <span className="block text-sm text-soft">
              {say("calendar.work", { before: date(line.workByBefore), after: date(line.workByAfter) })}{" "}
              {line.promisedOn ? say("calendar.kept", { date: date(line.promisedOn) }) : ""}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 flex flex-wrap gap-4">
        {view.page > 1 ? <a href={page(view.page - 1)}>{say("calendar.previous")}</a> : null}
        {view.pages > 1 ? <span>{say("calendar.page", { page: view.page, pages: view.pages })}</span> : null}
        {view.page < view.pages ? <a href={page(view.page + 1)}>{say("calendar.next")}</a> : null}
      </p>
    </>
  );
}
