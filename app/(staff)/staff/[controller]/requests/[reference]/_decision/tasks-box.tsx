import { Tag } from "@/app/_ui/tag";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import type { RequestTasks, TaskLine } from "@/lib/queries/decision/request-tasks";
import type { KeptFields } from "@/lib/queries/notice/kept-fields";
import { Box } from "../../../../_desk/box";
import { Due } from "../../../../_desk/due";
import { FileList } from "../../../../_desk/file-list";
import type { Seen } from "../../../../_desk/step-form";
import { AddProof, AssignTask, DoTask, LiftRestriction, NotPossible } from "./task-forms";
import { TaskLetters } from "./task-letters";

/** What has to be done and proven: each task with its state, how long is left, and who does it. */
export async function TasksBox({
  tasks,
  kept,
  of,
}: {
  readonly tasks: RequestTasks;
  readonly kept: Kept;
  readonly of: Seen;
}) {
  const say = await words("tasks");
  if (tasks.lines.length === 0) return null;
  return (
    <Box id="tasks" title={say("title")}>
      <ul className="grid gap-4">
        {tasks.lines.map((task) => (
          <li
            key={task.id}
            className={task.stop && task.state === "open" ? "border-l-4 border-error pl-3" : ""}
          >
            <TaskHead task={task} />
            {task.state === "open" ? (
              <Open task={task} tasks={tasks} kept={kept} of={of} />
            ) : (
              <Ended task={task} tasks={tasks} kept={kept} of={of} />
            )}
          </li>
        ))}
      </ul>
    </Box>
  );
}

async function TaskHead({ task }: { readonly task: TaskLine }) {
  const say = await words("tasks");
  const what = task.facts?.what ?? "";
  const coded = task.kind === "tell_recipient" || task.kind === "instruct_processors";
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <strong>{say(`kind.${task.kind}`)}</strong>
      {task.facts?.who ? <bdi>{task.facts.who}</bdi> : null}
      {what ? <span>{coded ? say(`what.${what}`) : what}</span> : null}
      {task.state !== "open" ? (
        <Tag tone={task.state === "done" ? "ok" : "neutral"}>{say(`state.${task.state}`)}</Tag>
      ) : (
        <>
          {task.stop ? <Tag tone="error">{say("stopNow")}</Tag> : null}
          {task.daysLeft === null ? null : <Due on={task.dueOn} daysLeft={task.daysLeft} />}
        </>
      )}
    </p>
  );
}

type Props = {
  readonly task: TaskLine;
  readonly tasks: RequestTasks;
  readonly kept: Kept;
  readonly of: Seen;
};

/** What the reader wrote and has not sent: to whoever has a restriction lifted, and to others. */
type Kept = { readonly lifting: KeptFields; readonly others: KeptFields };

async function Open({ task, tasks, kept, of }: Props) {
  const say = await words("tasks");
  const { offers, today, colleagues } = tasks;
  return (
    <>
      <p className="text-sm">{say(`means.${task.kind}`)}</p>
      {task.underWay ? (
        <p className="text-sm font-semibold">{say(task.letter ? "letters.underWay" : "underWay")}</p>
      ) : null}
      <p className="text-sm text-soft">
        {task.assignee ? say("assigned", { name: task.assignee }) : say("unassigned")}
      </p>
      <TaskLetters task={task} tasks={tasks} kept={kept.others} of={of} />
      {task.kind === "lift_restriction" ? (
        offers.lift && !task.underWay ? (
          <LiftRestriction task={task} of={of} kept={kept.lifting} />
        ) : null
      ) : offers.end && !task.underWay ? (
        <DoTask task={task} sends={task.letter !== null} of={of} today={today} />
      ) : null}
      {offers.end && task.grounds.length > 0 && !task.underWay ? <NotPossible task={task} of={of} /> : null}
      {offers.assign ? <AssignTask task={task} of={of} colleagues={colleagues} /> : null}
    </>
  );
}

async function Ended({ task, tasks, kept, of }: Props) {
  const say = await words("tasks");
  const language = await pageLanguage();
  const instant = task.doneAt ? formatInstant(task.doneAt, tasks.zone, language) : "";
  const { proof, ground } = task;
  return (
    <>
      <p className="text-sm text-soft">
        {task.doneBy ? say("endedBy", { name: task.doneBy, instant }) : say("endedItself", { instant })}
      </p>
      {ground ? <p className="text-sm">{say(`ground.${ground}`)}</p> : null}
      {proof ? (
        <div className="break-words whitespace-pre-line">
          {task.state === "done" ? (
            <span className="font-semibold">{say("proofOn", { date: formatDate(proof.on, language) })} </span>
          ) : null}
          {proof.letter ? say(`letters.proof.${proof.letter.how}`) : proof.text}
          {proof.systems ? ` (${proof.systems})` : ""}
        </div>
      ) : (
        <p className="text-soft">{say("masked")}</p>
      )}
      <FileList slug={of.slug} files={task.files} />
      {task.recordable && tasks.offers.end ? (
        <DoTask task={task} sends={false} of={of} today={tasks.today} />
      ) : null}
      <TaskLetters task={task} tasks={tasks} kept={kept.others} of={of} />
      {tasks.offers.end ? <AddProof task={task} of={of} /> : null}
    </>
  );
}
