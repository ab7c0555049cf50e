import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatInstant } from "@/lib/i18n/format";
import { suppressions } from "@/lib/queries/decision/suppressions";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../_desk/door";
import { one, type Search } from "../../_desk/one";
import { Heading } from "../../_frame/heading";
import { Lift, Lifted } from "./lift";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Search>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("tasks"))("suppressions.title") };
}

/** Who may get no direct marketing any more: how many, from which requests, and the list to take to the systems that send. */
export default async function SuppressionsPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const ctx = await deskDoor(controller, "/suppressions");
  const view = await onPage(suppressions(ctx), `/staff/${controller}/suppressions`);
  const { total, lines, zone } = view;
  const { slug } = ctx.controller;
  const say = await words("tasks");
  const language = await pageLanguage();
  return (
    <div className="max-w-text">
      <Heading lead={say("suppressions.lead")}>{say("suppressions.title")}</Heading>
      {one(await searchParams, "done") === "lifted" ? (
        <div role="status">
          <Banner tone="ok">{say("suppressions.done")}</Banner>
        </div>
      ) : null}
      <p className="mb-4 font-semibold">{say("suppressions.total", { total })}</p>
      {total === 0 ? null : (
        <>
          <form method="post" action={`/api/staff/${slug}/suppressions`} className="mb-6">
            <Button tone="secondary" aria-describedby="suppressions-hint">
              {say("suppressions.export")}
            </Button>
            <p id="suppressions-hint" className="text-sm text-soft">
              {say("suppressions.hint")}
            </p>
          </form>
          <h2 className="mb-1 text-lg font-bold">{say("suppressions.newest")}</h2>
          <ul>
            {lines.map(({ reference, since }) => (
              <li key={`${reference} ${since}`} className="flex flex-wrap items-center gap-x-3">
                {reference === null ? null : (
                  <a
                    href={`/staff/${slug}/requests/${reference}`}
                    className="inline-flex min-h-9 items-center font-mono text-sm"
                  >
                    {formatReference(reference)}
                  </a>
                )}
                <span className="text-sm">
                  {say("suppressions.since", { instant: formatInstant(since, zone, language) })}
                </span>
              </li>
            ))}
          </ul>
          {view.mayLift ? <Lift slug={slug} today={view.today} /> : null}
        </>
      )}
      <Lifted lines={view.lifted} slug={slug} zone={zone} />
    </div>
  );
}
