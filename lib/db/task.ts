import { randomUUID } from "node:crypto";
import {
  type NewTask,
  type OvertakenGround,
  STOP_KINDS,
  type TaskFacts,
  type TaskGround,
  type TaskKind,
  type TaskProof,
} from "@/lib/domain/decision/task";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { db, type Tx } from "./client";
import { fromDateColumn, toDateColumn } from "./dates";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

export type TaskState = "open" | "done" | "not_possible";

/** A task without what is sealed in it. */
export type Task = {
  readonly id: string;
  readonly controllerId: string;
  readonly requestId: string;
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly dueOn: IsoDate;
  readonly assigneeId: string | null;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly ground: TaskGround | OvertakenGround | null;
  /** The notice that it waits for, once that was owed: the word before a restriction is lifted, its letter. */
  readonly noticeId: string | null;
  readonly factsSealed: Uint8Array;
  readonly proofSealed: Uint8Array | null;
};

const factsPlace = (id: string): Place => ({ table: "Task", column: "factsSealed", row: id });
const proofPlace = (id: string): Place => ({ table: "Task", column: "proofSealed", row: id });

export type TaskOf = {
  readonly controllerId: string;
  readonly requestId: string;
  readonly decisionId?: string;
  readonly assigneeId?: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
};

/** The row of a new task, sealed under its request's key. */
export function taskRow(handle: DataKeyHandle, of: TaskOf, { kind, facts, dueOn }: NewTask) {
  const id = randomUUID();
  return {
    id,
    ...of,
    kind,
    state: "open" satisfies TaskState,
    factsSealed: seal(handle, factsPlace(id), facts),
    dueOn: toDateColumn(dueOn),
  };
}

export async function addTasks(tx: Tx, rows: readonly ReturnType<typeof taskRow>[]): Promise<void> {
  if (rows.length > 0) await tx.task.createMany({ data: [...rows] });
}

function toTask(row: { dueOn: Date } & Record<string, unknown>): Task {
  return { ...row, dueOn: fromDateColumn(row.dueOn) } as unknown as Task;
}

/** The tasks of a request, oldest first. */
export async function tasksOf(controllerId: string, requestId: string, tx: Tx = db()): Promise<Task[]> {
  const rows = await tx.task.findMany({
    where: { controllerId, requestId },
    orderBy: [{ createdAt: "asc" }, { dueOn: "asc" }, { id: "asc" }],
  });
  return rows.map(toTask);
}

/** Whether a stop that a request made due at once is still open. */
export async function stopIsOpen(
  { controllerId, requestId }: { readonly controllerId: string; readonly requestId: string },
  tx: Tx = db(),
): Promise<boolean> {
  const where = { controllerId, requestId, state: "open", kind: { in: [...STOP_KINDS] } };
  return (await tx.task.count({ where })) > 0;
}

export async function taskById(tx: Tx, controllerId: string, id: string): Promise<Task | null> {
  const row = await tx.task.findUnique({ where: { controllerId_id: { controllerId, id } } });
  return row && toTask(row);
}

export function openTaskFacts(handle: DataKeyHandle, task: Task): TaskFacts {
  return open<TaskFacts>(handle, factsPlace(task.id), task.factsSealed);
}

export function openTaskProof(handle: DataKeyHandle, task: Task): TaskProof | null {
  return task.proofSealed && open<TaskProof>(handle, proofPlace(task.id), task.proofSealed);
}

/**
 * Ends a task with its proof, or with why it was not done; one that had ended by itself can still have been done.
 * @param end.doneBy null where nobody ended it
 * @returns the proof's commitment for the log
 */
export async function endTask(
  tx: Tx,
  handle: DataKeyHandle,
  task: Task,
  end: {
    readonly state: "done" | "not_possible";
    readonly ground: TaskGround | OvertakenGround | null;
    readonly proof: TaskProof;
    readonly doneAt: Date;
    readonly doneBy: string | null;
  },
): Promise<string> {
  const { proof, ...clear } = end;
  await tx.task.update({
    where: { id: task.id, state: task.state },
    data: { ...clear, proofSealed: seal(handle, proofPlace(task.id), proof) },
  });
  return commitment(handle, proofPlace(task.id), JSON.stringify(proof));
}

/**
 * A task is to end when its notice was accepted; who sent that is kept until then, and why a restriction is lifted. A
 * later notice takes the place of one that failed.
 */
export async function announceTask(
  tx: Tx,
  handle: DataKeyHandle,
  id: string,
  { proof, ...clear }: { readonly noticeId: string; readonly doneBy: string; readonly proof: TaskProof },
): Promise<void> {
  const data = { ...clear, proofSealed: seal(handle, proofPlace(id), proof) };
  await tx.task.update({ where: { id, state: "open" }, data });
}

/** The notice that a task waited for was taken back. */
export async function withdrawAnnouncement(tx: Tx, id: string): Promise<void> {
  const data = { noticeId: null, doneBy: null, proofSealed: null };
  await tx.task.update({ where: { id, state: "open" }, data });
}

export async function taskOfNotice(tx: Tx, controllerId: string, noticeId: string): Promise<Task | null> {
  const row = await tx.task.findFirst({ where: { controllerId, noticeId } });
  return row && toTask(row);
}

export async function assignTask(tx: Tx, id: string, assigneeId: string | null): Promise<void> {
  await tx.task.update({ where: { id }, data: { assigneeId } });
}

/** Takes every open task of a controller from somebody. Returns them. */
export async function takeTasksFrom(
  tx: Tx,
  controllerId: string,
  staffId: string,
): Promise<readonly { readonly id: string; readonly requestId: string; readonly kind: TaskKind }[]> {
  return tx.$queryRaw<{ id: string; requestId: string; kind: TaskKind }[]>`
    update "Task" set "assigneeId" = null
    where "controllerId" = ${controllerId}::uuid and "assigneeId" = ${staffId}::uuid and "state" = 'open'
    returning "id", "requestId", "kind"`;
}

/** An open stop as the top of the queue lists it. */
export type OpenStop = {
  readonly reference: string;
  readonly kind: TaskKind;
  readonly dueOn: Date;
  readonly assigneeId: string | null;
};

/** Open stops of a controller, first due first; of a contributor only those of requests assigned to them. */
export async function openStops(
  of: { readonly controllerId: string; readonly staffId: string; readonly onlyAssigned: boolean },
  most: number,
): Promise<readonly OpenStop[]> {
  const only = of.onlyAssigned ? of.staffId : null;
  return db().$queryRaw<OpenStop[]>`
    select r."reference", t."kind", t."dueOn", r."assigneeId" from "Task" t
    join "RightsRequest" r on r."controllerId" = t."controllerId" and r."id" = t."requestId"
    where t."controllerId" = ${of.controllerId}::uuid and t."state" = 'open'
      and t."kind" in ('stop_marketing', 'stop_consent')
      and (${only}::uuid is null or r."assigneeId" = ${only}::uuid)
    order by t."dueOn", r."reference" limit ${most}`;
}
