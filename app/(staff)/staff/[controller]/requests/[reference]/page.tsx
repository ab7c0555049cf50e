import type { Metadata } from "next";
import { Tag } from "@/app/_ui/tag";
import { words } from "@/app/_ui/words";
import { forwardingLetters } from "@/lib/commands/request/forwarding-letters";
import { openRequest } from "@/lib/commands/request/open-request";
import { formatReference, readReference } from "@/lib/domain/intake/reference";
import { clockView } from "@/lib/queries/clock/clock-view";
import { complaintJudge } from "@/lib/queries/decision/complaint-judge";
import { requestTasks } from "@/lib/queries/decision/request-tasks";
import { supersededView } from "@/lib/queries/decision/superseded";
import { requestIdentityView } from "@/lib/queries/identity/request-identity";
import { asReceivedView } from "@/lib/queries/intake/as-received";
import { keptFields } from "@/lib/queries/notice/kept-fields";
import { forwardingView } from "@/lib/queries/request/forwarding";
import { recordForm } from "@/lib/queries/request/record-form";
import { requestPage } from "@/lib/queries/request/request-page";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../_desk/door";
import { Due } from "../../../_desk/due";
import type { Search } from "../../../_desk/one";
import { History } from "./_audit/history";
import { ClockBox } from "./_clock/clock-box";
import { ClockDone } from "./_clock/clock-done";
import { ComplaintJudgeBox } from "./_decision/complaint-judge";
import { DecisionBox } from "./_decision/decision-box";
import { TasksBox } from "./_decision/tasks-box";
import { AssessmentBox } from "./_fee/assessment-line";
import { IdentityBox } from "./_identity/identity-box";
import { IdentityMarks } from "./_identity/identity-marks";
import { RepresentationBox } from "./_identity/representation-box";
import { AsReceived } from "./_intake/as-received";
import { Notices } from "./_notice/notices";
import { UndoBar } from "./_notice/undo-bar";
import { Assign } from "./_request/assign";
import { Done } from "./_request/done";
import { Earlier } from "./_request/earlier";
import { Facts } from "./_request/facts";
import { Flags } from "./_request/flags";
import { Forwarding } from "./_request/forwarding";
import { ForwardingWaits } from "./_request/forwarding-waits";
import { NextSteps } from "./_request/next-steps";
import { RecordBox } from "./_request/record";
import { ReopeningBox } from "./_request/reopening";
import { Thread } from "./_request/thread";

type Props = {
  readonly params: Promise<{ controller: string; reference: string }>;
  readonly searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = await words("staff");
  const reference = readReference((await params).reference);
  return { title: say("request.title", { reference: reference ? formatReference(reference) : "" }) };
}

/** One request on one screen. Every view is written into the log before anything is shown. */
export default async function OneRequestPage({ params, searchParams }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}`;
  const ctx = await deskDoor(controller, path);
  await onPage(openRequest(ctx, { reference }), `/staff/${controller}${path}`);
  const page = await onPage(requestPage(ctx, reference), `/staff/${controller}${path}`);
  const forwarding = await onPage(forwardingView(ctx, reference), `/staff/${controller}${path}`);
  const sentOn = await onPage(forwardingLetters(ctx, reference), `/staff/${controller}${path}`);
  const asReceived = await onPage(asReceivedView(ctx, reference), `/staff/${controller}${path}`);
  const identity = await onPage(requestIdentityView(ctx, reference), `/staff/${controller}${path}`);
  const superseded = await onPage(supersededView(ctx, reference), `/staff/${controller}${path}`);
  const tasks = await onPage(requestTasks(ctx, reference), `/staff/${controller}${path}`);
  const lifting = await onPage(keptFields(ctx, reference, "lifting"), `/staff/${controller}${path}`);
  const others = await onPage(keptFields(ctx, reference, "others"), `/staff/${controller}${path}`);
  const reopening = await onPage(keptFields(ctx, reference, "reopening"), `/staff/${controller}${path}`);
  const direct = await onPage(keptFields(ctx, reference, "direct"), `/staff/${controller}${path}`);
  const recording = await onPage(recordForm(ctx, reference), `/staff/${controller}${path}`);
  const withdrawal = await onPage(keptFields(ctx, reference, "withdrawal"), `/staff/${controller}${path}`);
  const judge = await onPage(complaintJudge(ctx, reference), `/staff/${controller}${path}`);
  const { slug } = ctx.controller;
  const say = await words("staff");
  const letter = await words("letter");
  const clock = await onPage(clockView(ctx, reference), `/staff/${controller}${path}`);
  const of = { slug, reference: page.reference, version: page.version, seen: page.seen };
  return (
    <>
      <a href={`/staff/${slug}/queue`} className="inline-flex min-h-11 items-center">
        {say("request.back")}
      </a>
      <h1 className="text-2xl leading-tight font-bold">
        {letter(`right.${page.right}`)}{" "}
        <span className="font-mono text-xl font-normal whitespace-nowrap">
          {formatReference(page.reference)}
        </span>
      </h1>
      <p className="mt-1 mb-4 flex flex-wrap items-center gap-2">
        {page.who ? <bdi className="text-lg">{page.who.name}</bdi> : null}
        <Tag tone={page.standing === "closed" ? "ok" : "info"}>
          {page.outcome
            ? letter(`outcome.${page.outcome}`)
            : say(page.withdrawing ? "request.withdrawing" : `queue.standing.${page.standing}`)}
        </Tag>
        {page.daysLeft === null ? null : <Due on={page.workBy} daysLeft={page.daysLeft} />}
        <IdentityMarks identity={identity} />
        {page.confirmedAt ? null : <Tag tone="warn">{say("queue.mark.unconfirmed")}</Tag>}
        {page.flags.some((flag) => flag.removedAt === null) ? (
          <Tag tone="info">{say("queue.mark.flagged")}</Tag>
        ) : null}
      </p>
      <Sections />
      <Done page={page} of={of} search={await searchParams} />
      <ClockDone search={await searchParams} />
      <UndoBar page={page} of={of} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_minmax(0,3fr)]">
        <div className="grid min-w-0 gap-4">
          <NextSteps page={page} />
          <ComplaintJudgeBox view={judge} slug={slug} />
          <TasksBox tasks={tasks} kept={{ lifting, others }} of={of} />
          <Facts page={page} />
          <AsReceived view={asReceived} of={of} />
          <IdentityBox identity={identity} of={of} zone={page.zone} />
          <RepresentationBox identity={identity} kept={direct} of={of} zone={page.zone} />
          <DecisionBox page={page} of={of} />
          <ForwardingWaits view={sentOn} of={of} zone={page.zone} />
          <ReopeningBox view={superseded} kept={reopening} of={of} />
          <Thread page={page} of={of} />
          <RecordBox form={recording} kept={withdrawal} of={of} />
        </div>
        <div className="grid min-w-0 gap-4">
          <ClockBox page={page} view={clock} of={of} />
          <Assign page={page} of={of} judge={judge} />
        </div>
        <div className="grid min-w-0 gap-4">
          <Notices page={page} of={of} />
          <Flags page={page} of={of} />
          <AssessmentBox ctx={ctx} reference={page.reference} />
          <Forwarding view={forwarding} slug={slug} zone={page.zone} />
          <Earlier page={page} slug={slug} />
        </div>
      </div>
      <History page={page} />
    </>
  );
}

const SECTIONS = {
  facts: "request.facts.title",
  tasks: "request.task.title",
  decision: "request.decision.title",
  thread: "request.thread.title",
  clock: "request.clock.title",
  notices: "request.notices.title",
  flags: "request.flags.title",
  history: "request.historyTitle",
} as const;

/** The parts of the page, where it is too narrow to show them side by side. */
async function Sections() {
  const say = await words("staff");
  return (
    <nav aria-label={say("request.sections")} className="not-printed mb-3 xl:hidden">
      <ul className="flex flex-wrap gap-x-4">
        {Object.entries(SECTIONS).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-9 items-center text-sm">
              {say(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
