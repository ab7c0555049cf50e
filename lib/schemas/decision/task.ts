import { z } from "zod";
import { TASK_GROUNDS } from "@/lib/domain/decision/task";
import { seenRequest, seenWithLetter } from "@/lib/schemas/request/desk";
import { isoDate, lines, requiredLines } from "@/lib/schemas/text";

/** A task done: what was done, in which systems or how, and on which day. */
export const doneTaskInput = z.strictObject({
  ...seenRequest,
  taskId: z.guid(),
  text: requiredLines(5_000),
  systems: lines(1_000).default(""),
  on: isoDate,
});

/** A task that cannot be done, with the ground of the law and the reason in words. */
export const impossibleTaskInput = z.strictObject({
  ...seenRequest,
  taskId: z.guid(),
  ground: z.enum(TASK_GROUNDS),
  text: requiredLines(5_000),
});

/** Files that show what became of a task that has ended. */
export const taskProofInput = z.strictObject({ ...seenRequest, taskId: z.guid() });

/** Why a restriction is lifted, as the person is told. */
export const liftInput = z.strictObject({
  ...seenWithLetter,
  taskId: z.guid(),
  text: requiredLines(5_000),
});

export const assignTaskInput = z.strictObject({
  ...seenRequest,
  taskId: z.guid(),
  assigneeId: z.union([z.guid(), z.literal("").transform(() => null), z.null()]),
});
