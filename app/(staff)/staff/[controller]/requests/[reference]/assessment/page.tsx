import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import { openRequest } from "@/lib/commands/request/open-request";
import { formatReference, readReference } from "@/lib/domain/intake/reference";
import { dossier } from "@/lib/queries/fee/dossier";
import { keptFields } from "@/lib/queries/notice/kept-fields";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { one, type Search } from "../../../../_desk/one";
import { Heading } from "../../../../_frame/heading";
import { AssessmentPart } from "./_parts/assessment-part";
import { FeePart } from "./_parts/fee-part";
import { FlagsPart } from "./_parts/flags-part";
import { SignalsPart } from "./_parts/signals-part";
import { Timeline } from "./_parts/timeline";

type Props = {
  readonly params: Promise<{ controller: string; reference: string }>;
  readonly searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = await words("fee");
  const reference = readReference((await params).reference);
  return { title: say("titleOf", { reference: reference ? formatReference(reference) : "" }) };
}

const DONE = [
  "assessment-saved",
  "assessment-incomplete",
  "assessment-proposed",
  "assessment-approved",
  "assessment-sent-back",
  "assessment-dropped",
  "evidence-removed",
  "linked",
  "unlinked",
  "fee-noticed",
  "fee-recalled",
  "payment",
  "waived",
  "refunded",
  "objection-answered",
];

/** Everything about whether a request is unfounded or excessive. Every view is written into the log first. */
export default async function AssessmentPage({ params, searchParams }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/assessment`;
  const here = `/staff/${controller}${path}`;
  const ctx = await deskDoor(controller, path);
  const view = await onPage(dossier(ctx, reference), here);
  await onPage(openRequest(ctx, { reference }), here);
  const kept = await onPage(keptFields(ctx, reference, "objection"), here);
  const { slug } = ctx.controller;
  const say = await words("fee");
  const letter = await words("letter");
  const of = { slug, reference: view.reference, version: view.version, seen: view.seen };
  const said = one(await searchParams, "done");
  const done = DONE.find((each) => each === said);
  return (
    <>
      <a href={`/staff/${slug}/requests/${view.reference}`} className="inline-flex min-h-11 items-center">
        {say("back")}
      </a>
      <Heading lead={say("lead")}>{say("titleOf", { reference: formatReference(view.reference) })}</Heading>
      {done ? (
        <div role="status">
          <Banner tone={done === "assessment-incomplete" ? "warn" : "ok"}>{say(`done.${done}`)}</Banner>
        </div>
      ) : null}
      {view.assessable ? null : (
        <Banner>{say("notAssessable", { right: letter(`right.${view.right}`) })}</Banner>
      )}
      {view.open ? null : <Banner>{say("closed")}</Banner>}
      {view.readable ? null : <Banner>{say("hidden")}</Banner>}
      <form
        method="post"
        action={`/api/staff/${slug}/requests/${view.reference}/assessment/pdf`}
        className="not-printed mb-4"
      >
        <Button tone="secondary">{say("print")}</Button>
      </form>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-4">
          <SignalsPart view={view} of={of} />
          <FlagsPart view={view} />
        </div>
        <div className="grid min-w-0 gap-4">
          <AssessmentPart view={view} of={of} languages={ctx.controller.settings.languages} />
          <FeePart view={view} kept={kept} of={of} languages={ctx.controller.settings.languages} />
        </div>
      </div>
      <Timeline view={view} />
    </>
  );
}
