import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { FileField } from "@/app/_ui/file-field";
import { words } from "@/app/_ui/words";
import { ACCEPTED } from "@/lib/domain/intake/upload";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { TaskLine } from "@/lib/queries/decision/request-tasks";
import type { KeptFields } from "@/lib/queries/notice/kept-fields";
import type { Colleague } from "@/lib/queries/request/colleagues";
import { type Seen, StepForm } from "../../../../_desk/step-form";

type Props = { readonly task: TaskLine; readonly of: Seen };

/** Done, with its proof: what, where, when. */
export async function DoTask({
  task,
  sends,
  of,
  today,
}: Props & { readonly sends: boolean; readonly today: IsoDate }) {
  const say = await words("tasks");
  const id = `task-${task.id}`;
  const summary = task.state !== "open" ? "done.openEnded" : task.stop ? "done.openStop" : "done.open";
  return (
    <Details summary={say(summary)} open={task.stop}>
      <StepForm of={of} step="task-done/upload" files className="grid gap-2">
        <input type="hidden" name="taskId" value={task.id} />
        <label htmlFor={`${id}-text`} className="font-semibold">
          {say(task.stop ? "done.textStop" : "done.text")}
        </label>
        <textarea id={`${id}-text`} name="text" rows={2} required maxLength={5_000} className="input" />
        <label htmlFor={`${id}-systems`} className="font-semibold">
          {say(sends ? "done.how" : "done.systems")}
        </label>
        <input id={`${id}-systems`} name="systems" maxLength={1_000} className="input" />
        <label htmlFor={`${id}-on`} className="font-semibold">
          {say("done.on")}
        </label>
        <input
          id={`${id}-on`}
          name="on"
          type="date"
          required
          defaultValue={today}
          max={today}
          className="input max-w-48"
        />
        <FileField
          name="proof"
          id={`${id}-files`}
          accept={ACCEPTED}
          multiple
          label={say("done.files")}
          hint={say("done.filesHint")}
        />
        <div>
          <Button>{say("done.button")}</Button>
        </div>
      </StepForm>
    </Details>
  );
}

/** Files that came after it had ended: the recipient's confirmation. */
export async function AddProof({ task, of }: Props) {
  const say = await words("tasks");
  return (
    <Details summary={say("proof.open")}>
      <StepForm of={of} step="task-proof/upload" files className="grid gap-2">
        <input type="hidden" name="taskId" value={task.id} />
        <FileField
          name="proof"
          id={`task-${task.id}-proof`}
          accept={ACCEPTED}
          multiple
          required
          label={say("proof.files")}
          hint={say("proof.hint")}
        />
        <div>
          <Button tone="secondary">{say("proof.button")}</Button>
        </div>
      </StepForm>
    </Details>
  );
}

/** Cannot be done, with the ground of the law and the reason. */
export async function NotPossible({ task, of }: Props) {
  const say = await words("tasks");
  const id = `undone-${task.id}`;
  return (
    <Details summary={say(task.grounds.length > 1 ? "undone.open" : "undone.openNothing")}>
      <StepForm of={of} step="task-not-possible" className="grid gap-2">
        <input type="hidden" name="taskId" value={task.id} />
        <fieldset>
          <legend className="font-semibold">{say("undone.because")}</legend>
          {task.grounds.map((ground) => (
            <label key={ground} className="flex min-h-11 items-center gap-2">
              <input type="radio" name="ground" value={ground} required className="choice-mark" />
              {say(`ground.${ground}`)}
            </label>
          ))}
        </fieldset>
        <label htmlFor={`${id}-text`} className="font-semibold">
          {say("undone.text")}
        </label>
        <textarea id={`${id}-text`} name="text" rows={2} required maxLength={5_000} className="input" />
        <div>
          <Button tone="secondary">{say("undone.button")}</Button>
        </div>
      </StepForm>
    </Details>
  );
}

/** Before a restriction is lifted the person is told; it is lifted when that notice was accepted. */
export async function LiftRestriction({ task, of, kept }: Props & { readonly kept: KeptFields }) {
  const say = await words("tasks");
  const id = `lift-${task.id}`;
  const text = kept.taskId === task.id ? kept.text : undefined;
  return (
    <Details summary={say("lift.open")} open={text !== undefined}>
      <StepForm of={of} step="letters/lifting/keep" className="grid gap-2">
        <input type="hidden" name="taskId" value={task.id} />
        <label htmlFor={`${id}-text`} className="font-semibold">
          {say("lift.text")}
        </label>
        <div id={`${id}-hint`} className="text-sm text-soft">
          {say("lift.hint")}
        </div>
        <textarea
          id={`${id}-text`}
          name="text"
          rows={3}
          required
          maxLength={5_000}
          defaultValue={text}
          aria-describedby={`${id}-hint`}
          className="input"
        />
        <div>
          <Button>{say("lift.button")}</Button>
        </div>
      </StepForm>
    </Details>
  );
}

export async function AssignTask({
  task,
  of,
  colleagues,
}: Props & { readonly colleagues: readonly Colleague[] }) {
  const say = await words("tasks");
  const id = `assignee-${task.id}`;
  return (
    <Details summary={say("assign.open")}>
      <StepForm of={of} step="task-assign" className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="taskId" value={task.id} />
        <div>
          <label htmlFor={id} className="block font-semibold">
            {say("assign.label")}
          </label>
          <select id={id} name="assigneeId" defaultValue={task.assigneeId ?? ""} className="input">
            <option value="">{say("assign.nobody")}</option>
            {colleagues.map(({ id: colleague, name }) => (
              <option key={colleague} value={colleague}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Button tone="secondary">{say("assign.button")}</Button>
      </StepForm>
    </Details>
  );
}
