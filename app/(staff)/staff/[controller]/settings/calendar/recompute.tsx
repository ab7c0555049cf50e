import { pageLanguage, words } from "@/app/_ui/words";
import { formatReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import type { CalendarPage } from "@/lib/queries/clock/calendar-page";
import { Part } from "../../../_frame/heading";

const REFRESH_SECONDS = 3;

/**
 * What changes of law, calendar or policy did to the open requests: how far it is, and every request with its old and new
 * days. While it is at work the page loads itself anew, also without JavaScript, until the reader stops that.
 */
export async function Recompute({ view, follow }: { readonly view: CalendarPage; readonly follow: boolean }) {
  const say = await words("timing");
  const language = await pageLanguage();
  const { run, runs, behind, slug } = view;
  if (!run && behind === 0) return null;
  const atWork = runs.some(({ state }) => state === "applying");
  const here = `/staff/${slug}/settings/calendar`;
  const waits = atWork || behind > 0;
  return (
    <Part id="recompute" title={say("calendar.recomputeTitle")}>
      {waits && follow ? <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} /> : null}
      <p className="mb-3">{say(atWork ? "calendar.atWork" : "calendar.behind", { requests: behind })}</p>
      {waits ? (
        <p className="mb-3 text-soft">
          {say(follow ? "calendar.follows" : "calendar.followsNot")}{" "}
          <a href={follow ? `${here}?follow=no` : here} className="inline-flex min-h-11 items-center">
            {say(follow ? "calendar.stopFollowing" : "calendar.follow")}
          </a>
        </p>
      ) : null}
      {run ? (
        <section className="mt-4">
          <p className="font-semibold">
            {say(`calendar.run.${run.state}`, { seen: run.seen, total: run.total, moved: run.moved })}
          </p>
          {run.state === "applying" ? (
            <progress max={Math.max(run.total, 1)} value={run.seen} aria-label={say("calendar.progress")} />
          ) : null}
          <p className="text-soft">
            {formatInstant(run.startedAt.toISOString(), view.zone, language)}
            {run.because ? `. ${say(`calendar.because.${run.because}`)}` : ""}
          </p>
          <Lines view={view} />
        </section>
      ) : null}
      {runs.length > 1 ? (
        <details className="mt-4">
          <summary className="min-h-11 cursor-pointer py-2">{say("calendar.earlierRuns")}</summary>
          <ul className="grid gap-1">
            {runs.map((each) => (
              <li key={each.id}>
                <a href={`${here}?run=${each.id}#recompute`} className="inline-flex min-h-9 items-center">
                  {formatInstant(each.startedAt.toISOString(), view.zone, language)}
                </a>
                {": "}
                {say(`calendar.run.${each.state}`, { seen: each.seen, total: each.total, moved: each.moved })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Part>
  );
}

async function Lines({ view }: { readonly view: CalendarPage }) {
  const { run } = view;
  if (run === null || view.lines.length === 0) return null;
  const say = await words("timing");
  const language = await pageLanguage();
  const page = (at: number) => `/staff/${view.slug}/settings/calendar?run=${run.id}&page=${at}#recompute`;
  return (
    <>
      <ul className="mt-3 grid gap-2">
        {view.lines.map((line) => (
          <li key={line.requestId} className="border-l-4 border-line pl-3">
            {view.mayOpen ? (
              <a href={`/staff/${view.slug}/requests/${line.reference}`} className="font-mono">
                {formatReference(line.reference)}
              </a>
            ) : (
              <span className="font-mono">{formatReference(line.reference)}</span>
            )}
            {": "}
            {moved(line, say, language)}
            {line.promisedOn ? (
              <span className="block text-sm text-soft">
                {say("calendar.kept", { date: formatDate(line.promisedOn, language) })}
              </span>
            ) : null}
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

/** The days that moved, old and new; where only others did (the target, the limit of a notice), that. */
function moved(line: CalendarPage["lines"][number], say: Translate, language: Language): string {
  const date = (on: IsoDate | null) => (on ? formatDate(on, language) : say("box.noDate"));
  const said = [
    ...(line.statutoryBefore === line.statutoryAfter
      ? []
      : [say("calendar.moved", { before: date(line.statutoryBefore), after: date(line.statutoryAfter) })]),
    ...(line.workByBefore === line.workByAfter
      ? []
      : [say("calendar.work", { before: date(line.workByBefore), after: date(line.workByAfter) })]),
  ];
  return said.length > 0 ? said.join(" ") : say("calendar.movedOthers");
}
