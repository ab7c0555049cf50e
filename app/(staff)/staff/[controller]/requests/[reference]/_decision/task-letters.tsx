import { ButtonLink } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { LetterView } from "@/app/_ui/letter-view";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import type { RequestTasks, TaskLine } from "@/lib/queries/decision/request-tasks";
import type { TaskLetterLine } from "@/lib/queries/decision/task-letters";
import type { KeptFields } from "@/lib/queries/notice/kept-fields";
import type { Seen } from "../../../../_desk/step-form";
import { formWords } from "../../../../_form/form-words";
import { OthersForm } from "./others-form.client";

type Props = {
  readonly task: TaskLine;
  readonly tasks: RequestTasks;
  /** What the reader wrote of a letter to others and has not sent. */
  readonly kept: KeptFields;
  readonly of: Seen;
};

/** The letters of a task, each as it was sent, and the place to write one. */
export async function TaskLetters({ task, tasks, kept, of }: Props) {
  if (!task.letter) return null;
  return (
    <>
      {task.letters.map((letter) => (
        <OneLetter key={letter.noticeId} line={letter} zone={tasks.zone} of={of} />
      ))}
      {task.letter.mayWrite && tasks.offers.tell ? (
        <Write task={task} tasks={tasks} kept={kept} of={of} />
      ) : null}
    </>
  );
}

async function OneLetter({
  line,
  zone,
  of,
}: {
  readonly line: TaskLetterLine;
  readonly zone: string;
  readonly of: Seen;
}) {
  const say = await words("tasks");
  const paper = await words("paper");
  const instant = formatInstant(line.acceptedAt ?? line.owedAt, zone, await pageLanguage());
  const href = `/api/staff/${of.slug}/requests/${of.reference}/letter?notice=${line.noticeId}`;
  const said = (
    <>
      {say("letters.one")} {line.to ? <bdi>{line.to.name}</bdi> : null}{" "}
      <span className="font-normal">{became(line, say, instant)}</span>
    </>
  );
  if (!line.letter) return <p className="text-sm">{said}</p>;
  return (
    <Details summary={said}>
      <p className="text-sm whitespace-pre-line wrap-anywhere">
        {line.how === "mail" ? line.to?.email : line.to?.postalAddress}
      </p>
      <LetterView letter={line.letter} level={3} />
      <ButtonLink tone="secondary" href={href} download>
        {paper("keep.letter")}
      </ButtonLink>
    </Details>
  );
}

function became({ state, how }: TaskLetterLine, say: Translate, instant: string): string {
  return state === "accepted"
    ? say(`letters.went.${how}`, { instant })
    : say(`letters.state.${state}`, { instant });
}

const FIELDS = ["name", "email", "postalAddress", "language", "identifiers", "text"] as const;

async function Write({ task, tasks, kept, of }: Props) {
  const say = await words("tasks");
  const staff = await words("staff");
  const own = kept.taskId === task.id ? kept : {};
  const each = (group: string) =>
    Object.fromEntries(FIELDS.map((field) => [field, say(`others.${group}.${field}`)]));
  const another = task.state !== "open" || task.letters.some(({ state }) => state === "accepted");
  return (
    <Details summary={say(another ? "others.another" : "others.open")} open={own.name !== undefined}>
      <p className="mb-4 text-sm">{say(`others.lead.${task.kind}`)}</p>
      <OthersForm
        action={`/api/staff/${of.slug}/requests/${of.reference}/letters/others/keep`}
        seen={{ taskId: task.id, version: of.version, seen: of.seen }}
        begins={{
          ...{ name: task.facts?.who ?? "", email: "", postalAddress: "", text: "" },
          ...{ language: tasks.languages[0] ?? "en", identifiers: tasks.identifiers },
          ...own,
        }}
        languages={tasks.languages.map((value) => ({ value, label: staff(`answer.languages.${value}`) }))}
        words={{
          ...formWords(await words("staffAccess")),
          ...{ fields: each("fields"), hints: each("hints"), submit: say("others.submit") },
        }}
      />
    </Details>
  );
}
