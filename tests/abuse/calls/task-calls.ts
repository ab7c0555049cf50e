/** A true call for every changing route of tasks, letters and approval. */
import { askQuestion } from "@/lib/commands/request/ask-question";
import { aFiling, filed } from "@/tests/support/desk";
import type { Call, Ground, Ready } from "./ground";

/** A step on the stop that an objection to marketing makes. */
const stop =
  (name: string, fields: object): Ready =>
  async (ground: Ground) => {
    const marketing = { right: "marketing_objection", channels: ["all"] } as const;
    const reference = (await filed(ground.ctx, aFiling([marketing]))).requests[0]?.reference as string;
    const sql = `select t.id as "taskId" from "Task" t join "RightsRequest" r on r.id = t."requestId"
      where r.reference = $1`;
    const { taskId } = await ground.one<{ taskId: string }>(sql, reference);
    const path = `/api/staff/${ground.slug}/requests/${reference}/${name}`;
    return ground.json(ground.everybody, path, { version: 1, taskId, ...fields });
  };

const STEPS = "/api/staff/[controller]/requests/[reference]";
const TODAY = new Date().toISOString().slice(0, 10);

export const TASK_CALLS: readonly Call[] = [
  [`${STEPS}/task-done`, "task.done", stop("task-done", { text: "Stopped", on: TODAY })],
  [
    `${STEPS}/task-not-possible`,
    "task.not_possible",
    stop("task-not-possible", { text: "No list", ground: "nothing_there" }),
  ],
  [`${STEPS}/task-assign`, "task.assigned", stop("task-assign", { assigneeId: "" })],
  [
    `${STEPS}/lift-restriction`,
    "restriction.lifting_announced",
    async (ground) => {
      const ready = await stop("lift-restriction", { text: "We checked it" })(ground);
      await ground.database.query(
        "postgres",
        `update "Task" set kind = 'lift_restriction' where state = 'open'`,
      );
      return ready;
    },
  ],
  [
    "/api/staff/[controller]/requests/[reference]/undo-send",
    "notice.recalled",
    async ({ aRequest, everybody, json, officer, one, slug }) => {
      const { reference } = await aRequest();
      await askQuestion(officer, { reference, version: 1, text: "Which year?" });
      // It leaves in an hour, as far as the worker knows.
      const sql = `update "Notice" set "nextAttemptAt" = now() + interval '1 hour'
        where kind = 'question' and "requestId" = (select id from "RightsRequest" where reference = $1) returning id`;
      const { id: noticeId } = await one<{ id: string }>(sql, reference);
      return json(everybody, `/api/staff/${slug}/requests/${reference}/undo-send`, { version: 2, noticeId });
    },
  ],
];
