import { words } from "@/app/_ui/words";
import { COUNTED, QUEUE_VIEWS, type QueueView } from "@/lib/domain/request/queue";
import type { QueueCounts } from "@/lib/queries/request/queue-counts";

/** The ready-made views, each with how many requests it has. */
export async function QueueViews({
  slug,
  current,
  counts,
}: {
  readonly slug: string;
  /** Null while somebody is searched for: that is in no view. */
  readonly current: QueueView | null;
  readonly counts: QueueCounts;
}) {
  const say = await words("staff");
  return (
    <nav aria-label={say("queue.viewsLabel")} className="not-printed">
      <ul className="grid grid-cols-2 gap-x-3 border-y border-line py-1 sm:grid-cols-3 lg:grid-cols-1 lg:border-0 lg:py-0">
        {QUEUE_VIEWS.map((view) => (
          <li key={view}>
            <a
              href={view === "open" ? `/staff/${slug}/queue` : `/staff/${slug}/queue?view=${view}`}
              aria-current={view === current ? "page" : undefined}
              className="flex min-h-11 items-center justify-between gap-2 px-2 text-ink no-underline visited:text-ink hover:underline aria-[current]:border-l-4 aria-[current]:border-accent aria-[current]:bg-tint aria-[current]:font-bold lg:min-h-9"
            >
              <span>{say(`queue.view.${view}`)}</span>
              <span className="tabular-nums">{counts[view] > COUNTED ? `${COUNTED}+` : counts[view]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
