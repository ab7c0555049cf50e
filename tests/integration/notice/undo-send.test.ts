/** Any letter of the staff can be taken back before it left, and then nothing of it happens. */
import type { Ctx } from "@/lib/commands/context";
import { claimForSending } from "@/lib/commands/notice/claim";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { db } from "@/lib/db/client";
import { addClockEvent } from "@/lib/db/clock";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import { quietly } from "@/lib/db/transact";
import { setEnv } from "@/lib/env";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requestPage } from "@/lib/queries/request/request-page";
import { useDatabase } from "@/tests/support/database";
import { aController, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { changes, deliver, eventsOf, refusal, systemCtx } from "@/tests/support/office";

useDatabase();

let controller: Controller;
let officer: Ctx;

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
});
beforeEach(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" }));

async function asked() {
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  await deliver(officer);
  await askQuestion(officer, { reference, version: 1, text: "canary-question" });
  const notice = await db().notice.findFirstOrThrow({
    where: { kind: "question" },
    orderBy: { owedAt: "desc" },
  });
  return { reference, requester, noticeId: notice.id };
}

const shown = async (ctx: Ctx) => (await myRequests(ctx)).requests[0];

test("a question that was taken back never leaves, was never seen, and stays in the history", async () => {
  const { reference, requester, noticeId } = await asked();
  expect(await shown(requester)).toMatchObject({ standing: "open", thread: [], canReply: false });
  await undoSend(officer, { reference, version: 2, noticeId });

  expect(await deliver(officer)).toBe(0);
  await db().notice.update({ where: { id: noticeId }, data: { nextAttemptAt: new Date(0) } });
  expect(await claimForSending(systemCtx(), noticeId)).toBeNull();
  expect(JSON.stringify(await myRequests(requester))).not.toContain("canary-question");
  const page = await requestPage(officer, reference);
  expect(page).toMatchObject({ standing: "open", thread: [{ text: "canary-question", takenBack: true }] });
  const types = (await eventsOf(controller, reference)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(["request.question_asked", "notice.recalled"]));
});

test("what waited on the clock for the letter never happens", async () => {
  const { reference, noticeId } = await asked();
  const request = await requestByReference(controller.id, reference);
  const now = new Date();
  await quietly((tx) =>
    addClockEvent(tx, {
      ...{ controllerId: controller.id, requestId: request?.id as string, type: "clarification_requested" },
      ...{ occurredAt: now, recordedAt: now, recordedBy: "test", noticeId },
    }),
  );
  await undoSend(officer, { reference, version: 2, noticeId });
  expect(await db().clockEvent.findFirst({ where: { noticeId } })).toMatchObject({ state: "void" });
  expect((await requestPage(officer, reference)).clock.status).toBe("running");
});

test("it is shown once its mail is on its way, and then it is too late", async () => {
  const { reference, requester, noticeId } = await asked();
  await db().notice.update({ where: { id: noticeId }, data: { nextAttemptAt: new Date(0) } });
  await claimForSending(systemCtx(), noticeId);
  expect(await shown(requester)).toMatchObject({
    standing: "question",
    thread: [{ text: "canary-question" }],
  });
  const before = await changes(controller);
  const attempt = refusal(undoSend(officer, { reference, version: 2, noticeId }));
  expect(await attempt).toMatchObject({ code: "wrong_state" });
  expect(await changes(controller)).toEqual(before);
});

test("nobody takes back what is not theirs to take back", async () => {
  const { reference, noticeId } = await asked();
  const other = await asked();
  const auditor = await staffCtxAt(controller, ["auditor"]);
  const stranger = await staffCtxAt(await aController(), ["officer"]);
  const fields = { reference, version: 2, noticeId };
  expect((await refusal(undoSend(auditor, fields))).code).toBe("not_allowed");
  expect((await refusal(undoSend(stranger, fields))).code).toBe("not_found");
  expect((await refusal(undoSend(officer, { ...fields, noticeId: other.noticeId }))).code).toBe("not_found");
  const receipt = await db().notice.findFirstOrThrow({ where: { kind: "receipt" } });
  expect((await refusal(undoSend(officer, { ...fields, noticeId: receipt.id }))).code).toBe("not_found");
});
