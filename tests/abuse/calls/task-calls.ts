/** A true call for every changing route of tasks, letters and approval. */
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { doTask } from "@/lib/commands/decision/end-task";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { localDate } from "@/lib/domain/clock/dates";
import { answerTo } from "@/tests/support/answers";
import { postAs } from "@/tests/support/attack";
import { aFiling, filed } from "@/tests/support/desk";
import { makeStaff } from "@/tests/support/staff";
import { MULTIPART, multipart, PDF_BYTES } from "@/tests/support/upload";
import { type Call, type Ground, LETTER, type Ready } from "./ground";

/** The stop that an objection to marketing makes. */
async function aStop({ ctx, one }: Ground): Promise<{ reference: string; taskId: string }> {
  const marketing = { right: "marketing_objection", channels: ["all"] } as const;
  const reference = (await filed(ctx, aFiling([marketing]))).requests[0]?.reference as string;
  const sql = `select t.id as "taskId" from "Task" t join "RightsRequest" r on r.id = t."requestId"
    where r.reference = $1`;
  return { reference, ...(await one<{ taskId: string }>(sql, reference)) };
}

/** A step on such a stop. */
const stop =
  (name: string, fields: object): Ready =>
  async (ground: Ground) => {
    const { reference, taskId } = await aStop(ground);
    const path = `/api/staff/${ground.slug}/requests/${reference}/${name}`;
    return ground.json(ground.everybody, path, { version: 1, taskId, ...fields });
  };

/** A file that comes after a stop was recorded as done. */
const laterProof: Ready = async (ground) => {
  const { app, everybody, officer, slug } = ground;
  const { reference, taskId } = await aStop(ground);
  await doTask(officer, { reference, version: 1, taskId, text: "Stopped", on: TODAY });
  const body = multipart([
    { name: "version", value: "2" },
    { name: "taskId", value: taskId },
    { name: "proof", file: "confirmed.pdf", content: PDF_BYTES },
  ]);
  const path = `/api/staff/${slug}/requests/${reference}/task-proof/upload`;
  return () => postAs(app, everybody, path, body.toString("latin1"), { "content-type": MULTIPART });
};

/** The word of the data protection officer on an answer that waits, decided by somebody else. */
const approval =
  (name: string, fields: object): Ready =>
  async (ground: Ground) => {
    const { ctx, everybody, json, slug } = ground;
    const { reference } = await ground.aRequest();
    const colleague = await makeStaff(ctx.controller.id, ["officer"]);
    const settings = { ...ctx.controller.settings, dpoApproves: "everything" } as const;
    const officer: Ctx = {
      ...{ ...ctx, controller: { ...ctx.controller, settings } },
      actor: { kind: "staff", staffId: colleague.id, roles: ["officer"] },
    };
    await decide(officer, { reference, version: 1, answer: answerTo("access") });
    const page = await everybody.get(`/staff/${slug}/requests/${reference}`);
    const [, letter] = /name="letter" value="([0-9a-f]{64})"/.exec(page.text) ?? [];
    const body = { version: 2, ...(name === "approve" ? { letter } : {}), ...fields };
    return json(everybody, `/api/staff/${slug}/requests/${reference}/${name}`, body);
  };

const STEPS = "/api/staff/[controller]/requests/[reference]";
/** The day of the controller, which is not the day of UTC late in the evening. */
const TODAY = localDate(new Date().toISOString(), "Europe/Stockholm");

export const TASK_CALLS: readonly Call[] = [
  [
    LETTER,
    "request.reopened",
    async (ground) => {
      const { reference } = await ground.aRequest();
      const sql = `update "RightsRequest" set state = 'closed', "closedAt" = now() where reference = $1 returning version`;
      const { version } = await ground.one<{ version: number }>(sql, reference);
      const fields = { version, source: "complaint", text: "They complained", on: TODAY };
      return ground.letter(reference, "reopening", fields);
    },
  ],
  [
    "/api/staff/[controller]/suppressions",
    "export.suppressions",
    async ({ everybody, form, slug }) => form(everybody, `/api/staff/${slug}/suppressions`, {}),
  ],
  [
    "/api/staff/[controller]/suppressions/lift",
    "suppression.lifted",
    async ({ ctx, everybody, form, slug }) => {
      const marketing = { right: "marketing_objection", channels: ["all"] } as const;
      const email = `${randomUUID().slice(0, 8)}@person.test`;
      await filed(ctx, aFiling([marketing], { email }));
      const wish = { email, on: TODAY, way: "phone", text: "They rang and want the newsletter again" };
      return form(everybody, `/api/staff/${slug}/suppressions/lift`, wish);
    },
  ],
  [`${STEPS}/approve`, "decision.approved", approval("approve", {})],
  [`${STEPS}/send-back`, "decision.sent_back", approval("send-back", { text: "The reason is missing" })],
  [`${STEPS}/task-done/upload`, "task.done", stop("task-done/upload", { text: "Stopped", on: TODAY })],
  [
    `${STEPS}/task-not-possible`,
    "task.not_possible",
    stop("task-not-possible", { text: "No list", ground: "nothing_there" }),
  ],
  [
    LETTER,
    "task.letter_owed",
    async (ground) => {
      const { reference, taskId } = await aStop(ground);
      const sql = `update "Task" set kind = 'tell_recipient' where id = $1`;
      await ground.database.query("postgres", sql, [taskId]);
      const to = { name: "Mottagaren AB", email: "dataskydd@mottagaren.test", language: "sv" };
      return ground.letter(reference, "others", { version: 1, taskId, ...to });
    },
  ],
  [`${STEPS}/task-proof/upload`, "task.proof_added", laterProof],
  [`${STEPS}/task-assign`, "task.assigned", stop("task-assign", { assigneeId: "" })],
  [
    LETTER,
    "restriction.lifting_announced",
    async (ground) => {
      const { reference, taskId } = await aStop(ground);
      const sql = `update "Task" set kind = 'lift_restriction' where id = $1`;
      await ground.database.query("postgres", sql, [taskId]);
      return ground.letter(reference, "lifting", { version: 1, taskId, text: "We checked it" });
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
