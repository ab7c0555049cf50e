import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filesOfPurpose, type NamedFile } from "@/lib/db/file";
import { filingById } from "@/lib/db/filing";
import { requestByReference } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import { staffNames } from "@/lib/db/staff";
import { openTaskFacts, openTaskProof, type Task, type TaskState, tasksOf } from "@/lib/db/task";
import { may } from "@/lib/domain/access/access";
import { sees, seesPerson } from "@/lib/domain/access/sees";
import { localDate } from "@/lib/domain/clock/dates";
import { daysLeft } from "@/lib/domain/clock/days-left";
import {
  groundsOfTask,
  isStop,
  mayRecordDone,
  type OvertakenGround,
  type TaskFacts,
  type TaskGround,
  type TaskKind,
  type TaskProof,
} from "@/lib/domain/decision/task";
import { readReference } from "@/lib/domain/intake/reference";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
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
  /** The notice before lifting is on its way. */
  readonly underWay: boolean;
};

export type RequestTasks = {
  readonly lines: readonly TaskLine[];
  readonly today: IsoDate;
  readonly zone: string;
  readonly colleagues: readonly Colleague[];
  readonly offers: { readonly end: boolean; readonly assign: boolean; readonly lift: boolean };
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
  const lines = tasks.map((task) => toLine(task, { key, names, today, files }));
  const assign = may(staff.roles, "request.assign");
  return {
    lines: lines.sort((a, b) => rank(a) - rank(b) || a.dueOn.localeCompare(b.dueOn)),
    today,
    zone: filing.zone,
    colleagues: assign && tasks.length > 0 ? await colleaguesAt(ctx.controller.id) : [],
    offers: {
      end: may(staff.roles, "task.end"),
      assign,
      lift: may(staff.roles, "request.decide"),
    },
  };
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
  },
): TaskLine {
  const { key, names, today } = of;
  const facts = key && openTaskFacts(key, task);
  const { kind } = task;
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
    underWay: task.state === "open" && task.noticeId !== null,
  };
}
