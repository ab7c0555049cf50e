import { WhyThisDate } from "@/app/_ui/why-this-date";
import { pageLanguage, words } from "@/app/_ui/words";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { formatCitation } from "@/lib/i18n/citation";
import { derivationSentences } from "@/lib/i18n/derivation";
import { formatDate } from "@/lib/i18n/format";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { Due } from "../../../../_desk/due";

/** Target, safe and statutory date, each with its reason in a line; the limits on the way; and why. */
export async function ClockBox({ page }: { readonly page: RequestPage }) {
  const say = await words("staff");
  const clock = await words("clock");
  const language = await pageLanguage();
  const { clock: of } = page;
  const dates: readonly (readonly [name: string, date: IsoDate | null])[] = [
    [of.status === "promised" ? "promised" : "statutory", of.statutory],
    ["safe", of.safe],
    ["target", of.target],
  ];
  const shown = dates.filter(([, date]) => date !== null);
  return (
    <Box id="clock" title={say("request.clock.title")}>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <span>{clock(`status.${of.status}`)}</span>
        {page.daysLeft === null ? null : <Due on={page.workBy} daysLeft={page.daysLeft} />}
      </p>
      {of.status === "at_once" || of.status === "paused" ? (
        <p className="mb-2 text-sm">{clock(`dateReason.${of.status}`)}</p>
      ) : null}
      {of.safeLeads ? <p className="mb-2 text-sm font-semibold">{say("request.clock.safeLeads")}</p> : null}
      <dl className="grid gap-2">
        {shown.map(([name, date]) => (
          <div key={name}>
            <dt className="text-sm text-soft">{clock(`date.${name}`)}</dt>
            <dd>
              <span className="font-semibold">{formatDate(date as IsoDate, language)}</span>
              <span className="block text-sm text-soft">{clock(`dateReason.${name}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <WhyThisDate
        label={clock("why")}
        reasons={derivationSentences(clock, of.derivation, language).map(({ sentence, citation }) => ({
          sentence,
          citation: citation && formatCitation(citation, language),
        }))}
      />
      <ul className="text-sm">
        {(["extensionNoticeBy", "refusalBy"] as const).map((limit) =>
          of[limit] ? (
            <li key={limit}>
              {clock(`date.${limit}`)} {formatDate(of[limit], language)}
            </li>
          ) : null,
        )}
      </ul>
    </Box>
  );
}
