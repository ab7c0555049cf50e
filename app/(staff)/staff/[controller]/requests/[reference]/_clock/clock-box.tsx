import { ButtonLink } from "@/app/_ui/button";
import { WhyThisDate } from "@/app/_ui/why-this-date";
import { pageLanguage, words } from "@/app/_ui/words";
import { isOrdered } from "@/lib/domain/clock/rules/reopened";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { formatCitation } from "@/lib/i18n/citation";
import { derivationSentences } from "@/lib/i18n/derivation";
import { formatDate } from "@/lib/i18n/format";
import type { ClockView } from "@/lib/queries/clock/clock-view";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { Due } from "../../../../_desk/due";
import { OldAndNew } from "../../../../_desk/old-and-new";
import type { Seen } from "../../../../_desk/step-form";
import { ClockEvents } from "./clock-events";

/**
 * Every date of a request with its reason in a line: what binds staff, what was promised, the law's, the safe one and
 * the aim; the limits on the way; why; what changed last; and everything that happened to the time.
 */
export async function ClockBox({
  page,
  view,
  of,
}: {
  readonly page: RequestPage;
  readonly view: ClockView;
  readonly of: Seen;
}) {
  const say = await words("timing");
  const staff = await words("staff");
  const clock = await words("clock");
  const language = await pageLanguage();
  const { clock: now } = view;
  return (
    <Box id="clock" title={staff("request.clock.title")}>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <span>{clock(`status.${now.status}`)}</span>
        {page.daysLeft === null ? null : <Due on={page.workBy} daysLeft={page.daysLeft} />}
      </p>
      {now.status === "at_once" ? <p className="mb-2 text-sm">{clock("dateReason.at_once")}</p> : null}
      {view.ifToday ? (
        <p className="mb-2 text-sm font-semibold">
          {say(now.status === "paused" ? "box.paused" : "box.notStarted", {
            date: formatDate(view.ifToday, language),
          })}
        </p>
      ) : null}
      {now.safeLeads ? (
        <p className="mb-2 text-sm font-semibold">{staff("request.clock.safeLeads")}</p>
      ) : null}
      {view.events.some(({ became, type }) => became === "without" && type === "extend") ? (
        <p className="mb-2 text-sm font-semibold text-error">{say("box.late")}</p>
      ) : null}
      <Dates view={view} />
      {view.change ? (
        <>
          <p className="mt-3 mb-1 text-sm font-semibold">
            {say("box.changed")}: {say(`event.${view.change.type}`)}
          </p>
          <OldAndNew
            labels={[say("box.before"), say("box.after")]}
            dates={[view.change.before, view.change.after]}
            none={say("box.noDate")}
            language={language}
          />
        </>
      ) : null}
      <WhyThisDate
        label={clock("why")}
        reasons={derivationSentences(clock, now.derivation, language).map(({ sentence, citation }) => ({
          sentence,
          citation: citation && formatCitation(citation, language),
        }))}
      />
      <ul className="text-sm">
        {(["ackBy", "extensionNoticeBy", "refusalBy"] as const).map((limit) =>
          // Once the time is extended there is no notice of it to give any more.
          now[limit] && !(limit === "extensionNoticeBy" && now.extended) ? (
            <li key={limit}>
              {clock(`date.${limit}`)} {formatDate(now[limit], language)}
              {limit === "ackBy" && view.confirmedOn
                ? `, ${say("box.acknowledged", { date: formatDate(view.confirmedOn, language) })}`
                : ""}
              {limit === "refusalBy" && now.extended ? `. ${say("box.refusalFixed")}` : ""}
            </li>
          ) : null,
        )}
      </ul>
      <ClockEvents view={view} of={of} />
      <div className="mt-3 flex flex-wrap gap-2">
        {view.offers.ask ? (
          <ButtonLink tone="secondary" href={`/staff/${of.slug}/requests/${of.reference}/ask`}>
            {say("box.ask")}
          </ButtonLink>
        ) : null}
        {view.offers.extend ? (
          <ButtonLink tone="secondary" href={`/staff/${of.slug}/requests/${of.reference}/extend`}>
            {say("box.extend")}
          </ButtonLink>
        ) : null}
      </div>
      <p className="mt-3 text-xs text-soft">
        {say("box.basis", { ...view.basis, policy: say(`box.policy.${view.basis.policy}`) })}
      </p>
    </Box>
  );
}

async function Dates({ view }: { readonly view: ClockView }) {
  const say = await words("timing");
  const clock = await words("clock");
  const language = await pageLanguage();
  const { clock: now, promisedOn, workBy } = view;
  const ordered = isOrdered(now);
  const told = ordered ? "ordered" : now.status === "promised" ? "promised" : "statutory";
  // While the time stands still no day binds, and the place in the queue is none.
  const differs = promisedOn !== null && now.statutory !== null && promisedOn !== now.statutory;
  const aims = now.target !== null && (now.statutory === null || now.target < now.statutory);
  const rows: readonly (readonly [name: string, date: IsoDate | null, reason: string])[] = [
    [say("box.workBy"), differs && now.status !== "stopped" ? workBy : null, say("box.workByReason")],
    [say("box.promised"), promisedOn, say("box.promisedReason")],
    [clock(`date.${told}`), now.statutory, clock(`dateReason.${told}`)],
    // A day that was ordered is moved by nothing, so it is no other date when it is counted carefully.
    ...(ordered ? [] : [[clock("date.safe"), now.safe, clock("dateReason.safe")] as const]),
    [clock("date.target"), aims ? now.target : null, clock("dateReason.target")],
  ];
  return (
    <dl className="grid gap-2">
      {rows.map(([name, date, reason]) =>
        date === null ? null : (
          <div key={name}>
            <dt className="text-sm text-soft">{name}</dt>
            <dd>
              <span className="font-semibold">{formatDate(date, language)}</span>
              <span className="block text-sm text-soft">{reason}</span>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
