import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filesOfPurpose, type NamedFile } from "@/lib/db/file";
import { filingById, openWho } from "@/lib/db/filing";
import { taskLettersOf } from "@/lib/db/notice";
import { requestByReference } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import { staffNames } from "@/lib/db/staff";
import { openTaskFacts, openTaskProof, type Task, type TaskState, tasksOf } from "@/lib/db/task";
import { may } from "@/lib/domain/access/access";
import { sees, seesPerson } from "@/lib/domain/access/sees";
import { localDate } from "@/lib/domain/clock/dates";
import { daysLeft } from "@/lib/domain/clock/days-left";
import {
  doneByLetter,
  groundsOfTask,
  hasLetter,
  isStop,
  mayRecordDone,
  type OvertakenGround,
  type TaskFacts,
  type TaskGround,
  type TaskKind,
  type TaskProof,
} from "@/lib/domain/decision/task";
import { ownEmailOf, type Who } from "@/lib/domain/intake/filing";
import { readReference } from "@/lib/domain/intake/reference";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import { isUnderWay } from "@/lib/domain/notice/kinds";
import { type TaskLetterLine, taskLetterLines } from "@/lib/queries/decision/task-letters";
import { type Colleague, colleaguesAt } from "@/lib/queries/request/colleagues";

/** A task on the request page; what the reader may not know is null. */
export type TaskLine = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly stop: boolean;
  readonly state: TaskState;
  readonly facts: TaskFacts | null;
  readonly proof: TaskProof | null;
  /** What shows that it was done; none where the reader may not know them. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly dueOn: IsoDate;
  /** Null once it has ended. */
  readonly daysLeft: number | null;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly doneAt: IsoInstant | null;
  /** Empty where it ended by itself. */
  readonly doneBy: string;
  readonly ground: TaskGround | OvertakenGround | null;
  /** On which grounds it may end undone. */
  readonly grounds: readonly TaskGround[];
  /** It can be recorded that it was done, also after it ended by itself. */
  readonly recordable: boolean;
  /** The notice that ends it is on its way: the one before lifting, or its letter. */
  readonly underWay: boolean;
  /** Somebody else is told or asked by a letter from here; another may be written now. */
  readonly letter: { readonly mayWrite: boolean } | null;
  /** Oldest first, whatever became of them. */
  readonly letters: readonly TaskLetterLine[];
};

export type RequestTasks = {
  readonly lines: readonly TaskLine[];
  readonly today: IsoDate;
  readonly zone: string;
  readonly colleagues: readonly Colleague[];
  /** For the letter of a task. */
  readonly languages: readonly Language[];
  /** By what whoever is told can find the person, as they wrote it; empty where the reader may not know it. */
  readonly identifiers: string;
  readonly offers: Readonly<Record<"end" | "assign" | "lift" | "tell", boolean>>;
};

/**
 * The tasks of a request: open ones first, first due first.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function requestTasks(ctx: Ctx, reference: string): Promise<RequestTasks> {
  const staff = authoriseStaff(ctx, "request.read");
  const stored = readReference(reference);
  const request = stored && (await requestByReference(ctx.controller.id, stored));
  if (!request || !sees(staff, request)) throw new Refused({ code: "not_found" });
  const filing = await filingById(ctx.controller.id, request.filingId);
  if (!filing) throw new Refused({ code: "not_found" });
  const tasks = await tasksOf(ctx.controller.id, request.id);
  const readable = tasks.length > 0 && seesPerson(staff, request);
  const key = readable ? await loadDataKey(db(), request.dataKeyId) : null;
  const names = await staffNames(
    tasks.flatMap(({ assigneeId, doneBy }) => [assigneeId ?? [], doneBy ?? []].flat()),
  );
  const today = localDate(ctx.now().toISOString(), filing.zone);
  const files = readable
    ? await filesOfPurpose({ controllerId: request.controllerId, requestId: request.id }, "proof")
    : [];
  const filingKey = readable ? await loadDataKey(db(), filing.dataKeyId) : null;
  const letters = await taskLetterLines(await taskLettersOf(ctx.controller.id, request.id), filingKey);
  const lines = tasks.map((task) => toLine(task, { key, names, today, files, letters }));
  const assign = may(staff.roles, "request.assign");
  return {
    lines: lines.sort((a, b) => rank(a) - rank(b) || a.dueOn.localeCompare(b.dueOn)),
    today,
    zone: filing.zone,
    colleagues: assign && tasks.length > 0 ? await colleaguesAt(ctx.controller.id) : [],
    languages: ctx.controller.settings.languages,
    identifiers: filingKey ? foundBy(openWho(filingKey, filing)) : "",
    offers: {
      tell: readable && may(staff.roles, "task.tell"),
      end: may(staff.roles, "task.end"),
      assign,
      lift: may(staff.roles, "request.decide"),
    },
  };
}

/** What a receiver may know the person by. The address of whoever asks for another says nothing about that person. */
function foundBy(who: Who): string {
  return [ownEmailOf(who), who.identifiers].filter((each) => each !== "").join("\n");
}

function rank({ state }: TaskLine): number {
  return state === "open" ? 0 : 1;
}

function toLine(
  task: Task,
  of: {
    readonly key: DataKeyHandle | null;
    readonly names: ReadonlyMap<string, string>;
    readonly today: IsoDate;
    readonly files: readonly NamedFile[];
    readonly letters: ReadonlyMap<string, readonly TaskLetterLine[]>;
  },
): TaskLine {
  const { key, names, today } = of;
  const facts = key && openTaskFacts(key, task);
  const { kind } = task;
  const letters = of.letters.get(task.id) ?? [];
  const letterUnderWay = letters.some(({ state }) => isUnderWay(state));
  return {
    id: task.id,
    kind,
    stop: isStop(kind),
    state: task.state,
    facts,
    proof: key && openTaskProof(key, task),
    files: of.files.filter(({ taskId }) => taskId === task.id).map(({ id, name }) => ({ id, name })),
    dueOn: task.dueOn,
    daysLeft: task.state === "open" ? daysLeft(today, task.dueOn) : null,
    assigneeId: task.assigneeId,
    assignee: task.assigneeId && (names.get(task.assigneeId) ?? ""),
    doneAt: (task.doneAt?.toISOString() ?? null) as IsoInstant | null,
    doneBy: (task.doneBy && names.get(task.doneBy)) ?? "",
    ground: task.ground,
    grounds: groundsOfTask(kind),
    recordable: mayRecordDone(task),
    underWay: hasLetter(kind)
      ? letterUnderWay && doneByLetter(kind) && task.state === "open"
      : task.state === "open" && task.noticeId !== null,
    letter: hasLetter(kind) ? { mayWrite: task.state !== "not_possible" && !letterUnderWay } : null,
    letters,
  };
}
