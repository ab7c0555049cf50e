import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { MovedDates } from "@/lib/queries/clock/moved-dates";

/** That a changed law or calendar gave open requests other dates, with the way to the list. */
export async function Moved({
  slug,
  zone,
  moved,
}: {
  readonly slug: string;
  readonly zone: string;
  readonly moved: MovedDates | null;
}) {
  if (moved === null) return null;
  const say = await words("timing");
  const at = formatInstant(moved.at, zone, await pageLanguage());
  return (
    <p className="mb-4 border-l-4 border-warn bg-warn-tint px-3 py-2">
      {say("calendar.news", { moved: moved.moved, at })}{" "}
      <a href={`/staff/${slug}/settings/calendar?run=${moved.runId}#recompute`}>{say("calendar.newsLink")}</a>
    </p>
  );
}
