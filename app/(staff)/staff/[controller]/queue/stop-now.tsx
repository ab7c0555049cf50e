import { pageLanguage, words } from "@/app/_ui/words";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatDate } from "@/lib/i18n/format";
import type { StopLine } from "@/lib/queries/decision/stops";

/** What has to stop now, on top of everything else: the law says at once. */
export async function StopNow({
  slug,
  stops: { lines, more },
}: {
  readonly slug: string;
  readonly stops: { readonly lines: readonly StopLine[]; readonly more: boolean };
}) {
  if (lines.length === 0) return null;
  const say = await words("tasks");
  const language = await pageLanguage();
  return (
    <section aria-labelledby="stop-now" className="mb-4 rounded border-2 border-error bg-error-tint p-3">
      <h2 id="stop-now" className="mb-1 text-base font-bold">
        {say("stopNow")}
      </h2>
      <ul className="grid gap-1">
        {lines.map(({ reference, kind, dueOn, daysLeft }) => (
          <li key={`${reference} ${kind}`} className="flex flex-wrap items-center gap-x-3">
            <a
              href={`/staff/${slug}/requests/${reference}#tasks`}
              className="inline-flex min-h-9 items-center font-mono text-sm"
            >
              {formatReference(reference)}
            </a>
            <span>{say(`kind.${kind}`)}</span>
            <span className="text-sm font-semibold">
              {say(daysLeft < 0 ? "stopLate" : "stopBy", { date: formatDate(dueOn, language) })}
            </span>
          </li>
        ))}
      </ul>
      {more ? (
        <a href={`/staff/${slug}/queue?view=tasks`} className="inline-flex min-h-9 items-center">
          {say("stopMore")}
        </a>
      ) : null}
    </section>
  );
}
