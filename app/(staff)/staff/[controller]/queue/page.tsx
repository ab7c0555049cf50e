import type { Metadata } from "next";
import { words } from "@/app/_ui/words";
import { COUNTED } from "@/lib/domain/request/queue";
import type { Translate } from "@/lib/i18n/translator";
import { movedDates } from "@/lib/queries/clock/moved-dates";
import { stops } from "@/lib/queries/decision/stops";
import { queue } from "@/lib/queries/request/queue";
import { countQueue } from "@/lib/queries/request/queue-counts";
import { type QueueParams, queueParams } from "@/lib/schemas/request/queue";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../_desk/door";
import type { Search } from "../../_desk/one";
import { Shortcuts, type ShortcutWords } from "../../_desk/shortcuts.client";
import { Heading } from "../../_frame/heading";
import { Moved } from "./moved";
import { queueHref, queueSearch } from "./queue-address";
import { QueueFilters } from "./queue-filters";
import { QueueSearch } from "./queue-search";
import { QueueTable } from "./queue-table";
import { QueueViews } from "./queue-views";
import { StopNow } from "./stop-now";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Search>;
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const say = await words("staff");
  return { title: titleOf(queueParams.parse(await searchParams), say) };
}

function titleOf({ who, view }: QueueParams, say: (key: string) => string): string {
  return who ? say("queue.found") : say(`queue.view.${view}`);
}

/** Every request of the controller, first due first; what it shows is in its address. */
export default async function QueuePage({ params, searchParams }: Props) {
  const { controller } = await params;
  const asked = queueParams.parse(await searchParams);
  const search = queueSearch(asked);
  const ctx = await deskDoor(controller, `/queue${search ? `?${search}` : ""}`);
  const path = `/staff/${controller}/queue`;
  const [page, counts, urgent, moved] = await Promise.all([
    onPage(queue(ctx, asked), path),
    onPage(countQueue(ctx), path),
    onPage(stops(ctx), path),
    onPage(movedDates(ctx), path),
  ]);
  const { slug } = ctx.controller;
  const say = await words("staff");
  const filtered = Boolean(asked.right ?? asked.standing ?? asked.assignee);
  const title = titleOf(asked, say);
  const count = counts[asked.view];
  return (
    <div className="gap-8 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <QueueViews slug={slug} current={asked.who ? null : asked.view} counts={counts} />
        <Shortcuts words={shortcutWords(say)} enter={page.offers.enter ? `/staff/${slug}/enter` : null} />
      </div>
      <div className="mt-4 min-w-0 lg:mt-0">
        <Heading
          lead={
            filtered || asked.who
              ? undefined
              : count > COUNTED
                ? say("queue.countedMany", { count: COUNTED })
                : say("queue.counted", { count })
          }
        >
          {title}
        </Heading>
        {asked.view === "open" && !asked.who ? (
          <>
            <StopNow slug={slug} stops={urgent} />
            <Moved slug={slug} zone={page.zone} moved={moved} />
          </>
        ) : null}
        <QueueSearch slug={slug} people={page.offers.searchPeople} />
        <QueueFilters slug={slug} params={asked} colleagues={page.colleagues} />
        {page.masked ? <p className="mb-3 text-soft">{say("queue.maskedNote")}</p> : null}
        {page.lines.length > 0 ? (
          <QueueTable
            slug={slug}
            caption={say("queue.caption", { view: title, page: asked.page })}
            lines={page.lines}
            zone={page.zone}
            takeBack={page.offers.assign ? search : null}
          />
        ) : (
          <p className="my-8 text-lg">{say(`queue.empty.${emptyOf(asked, filtered)}`)}</p>
        )}
        {asked.page > 1 || page.more ? (
          <nav aria-label={say("queue.pages.label")} className="mt-4 flex flex-wrap items-center gap-6">
            {asked.page > 1 ? (
              <a
                href={queueHref(slug, asked, { page: asked.page - 1 })}
                className="inline-flex min-h-11 items-center"
              >
                {say("queue.pages.previous")}
              </a>
            ) : null}
            <span>{say("queue.pages.page", { page: asked.page })}</span>
            {page.more ? (
              <a
                href={queueHref(slug, asked, { page: asked.page + 1 })}
                className="inline-flex min-h-11 items-center"
              >
                {say("queue.pages.next")}
              </a>
            ) : null}
          </nav>
        ) : null}
      </div>
    </div>
  );
}

function shortcutWords(say: Translate): ShortcutWords {
  const names = ["title", "search", "next", "previous", "open", "enter", "help", "use", "note"] as const;
  return Object.fromEntries(names.map((name) => [name, say(`keys.${name}`)])) as ShortcutWords;
}

function emptyOf({ who, view }: QueueParams, filtered: boolean): string {
  if (who) return "who";
  return filtered ? "filtered" : view;
}
