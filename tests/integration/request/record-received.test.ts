/** What comes by phone, letter or in person does what it does on the requester's own page, from its true day. */
import type { Ctx } from "@/lib/commands/context";
import { keepLetter } from "@/lib/commands/notice/keep-letter";
import { previewLetter } from "@/lib/commands/notice/preview-letter";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { sendLetter } from "@/lib/commands/notice/send-letter";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { recordReceived } from "@/lib/commands/request/record-received";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import { setEnv } from "@/lib/env";
import { myRequests } from "@/lib/queries/request/my-requests";
import { recordForm } from "@/lib/queries/request/record-form";
import { requestPage } from "@/lib/queries/request/request-page";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import { aController, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { accept } from "@/tests/support/identity";
import { changes, eventsOf, refusal } from "@/tests/support/office";

useDatabase();

let controller: Controller;
let officer: Ctx;
let dpo: Ctx;

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
  dpo = await staffCtxAt(controller, ["dpo"]);
});
beforeEach(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" }));

const now = (reference: string) => requestByReference(controller.id, reference);
const seen = async (reference: string) => ({
  ...{ reference, version: (await now(reference))?.version as number },
});
const CAME = { way: "phone", on: localDay(), text: "canary-said" } as const;
const record = async (reference: string, fields: object, ctx = officer) =>
  recordReceived(ctx, { ...(await seen(reference)), ...CAME, ...fields });

async function asked() {
  const filed = await filedAndConfirmed(publicCtxAt(controller));
  await askQuestion(officer, { ...(await seen(filed.reference)), text: "Vilket konto?" });
  await accept(officer);
  return filed;
}

test("a reply stands in the thread with how it came and who wrote it down, and nobody waits any more", async () => {
  const { reference, requester } = await asked();
  expect((await recordForm(dpo, reference)).kinds).toEqual([
    "reply",
    "information",
    "narrowing",
    "withdrawal",
  ]);
  await record(reference, { kind: "reply" }, dpo);
  expect(await now(reference)).toMatchObject({ state: "open", waitingSince: null });
  const page = await requestPage(officer, reference);
  expect(page.standing).toBe("replied");
  expect(page.thread.at(-1)).toMatchObject({ kind: "reply", way: "phone", text: "canary-said" });
  expect(page.thread.at(-1)?.author).not.toBeNull();
  expect((await myRequests(requester)).requests[0]?.thread.at(-1)).toMatchObject({
    kind: "reply",
    way: "phone",
  });
  const [event] = await eventsOf(controller, reference, "request.recorded");
  expect(event).toMatchObject({ facts: { what: "reply", way: "phone", on: localDay() } });
  expect(event?.actor).toBe(`staff:${dpo.actor.kind === "staff" ? dpo.actor.staffId : ""}`);
  expect(JSON.stringify(event)).not.toContain("canary");
});

test("more information changes nothing that waits; a request is narrowed in words", async () => {
  const { reference } = await asked();
  await record(reference, { kind: "information", way: "post" });
  expect((await now(reference))?.waitingSince).not.toBeNull();
  await record(reference, { kind: "narrowing", way: "in_person" });
  expect((await now(reference))?.waitingSince).toBeNull();
  const { thread } = await requestPage(officer, reference);
  expect(thread.map(({ kind }) => kind)).toEqual(["question", "information", "narrowing"]);
});

test("a day to come, a day before receipt, a reply to no question, a fee that is not there, the wrong hands", async () => {
  const { reference } = await filedAndConfirmed(publicCtxAt(controller));
  const stranger = await staffCtxAt(await aController(), ["officer"]);
  const contributor = await staffCtxAt(controller, ["contributor"]);
  const before = await changes(controller);
  const said = async (fields: object, ctx = officer) => refusal(record(reference, fields, ctx));
  const day = (message: string) => ({ code: "bad_input", issues: [{ field: "on", message }] });
  expect(await said({ kind: "information", on: localDay(1) })).toEqual(day("answerAhead"));
  expect(await said({ kind: "information", on: localDay(-1) })).toEqual(day("answerBeforeReceipt"));
  expect(await said({ kind: "reply" })).toEqual({ code: "wrong_state", state: "no_question" });
  expect(await said({ kind: "fee_accepted" })).toEqual({ code: "wrong_state", state: "no_fee" });
  expect((await said({ kind: "information", text: " " })).code).toBe("bad_input");
  expect((await said({ kind: "information" }, contributor)).code).toBe("not_allowed");
  expect((await said({ kind: "information" }, stranger)).code).toBe("not_found");
  expect((await said({ kind: "fee_accepted" }, dpo)).code).toBe("not_allowed");
  expect(await changes(controller)).toEqual(before);
  expect((await recordForm(contributor, reference).catch(() => ({ kinds: [] }))).kinds).toEqual([]);
});

async function withdrawn(reference: string) {
  await keepLetter(officer, "withdrawal", { ...(await seen(reference)), kind: "withdrawal", ...CAME });
  const { ready } = await previewLetter(officer, reference, "withdrawal");
  await sendLetter(officer, "withdrawal", { ...(await seen(reference)), letter: ready?.fingerprint });
  const where = { kind: "withdrawal_recorded", controllerId: controller.id };
  return db().notice.findFirstOrThrow({ where, orderBy: { owedAt: "desc" } });
}

test("a withdrawal is confirmed by mail and closes the request as of the day it came; until then it can be undone", async () => {
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  await accept(officer);
  const first = await withdrawn(reference);
  expect(await now(reference)).toMatchObject({ state: "answer_pending", outcome: null });
  expect(await recordForm(officer, reference)).toMatchObject({ kinds: [], withdrawing: true });
  await undoSend(officer, { ...(await seen(reference)), noticeId: first.id });
  expect(await now(reference)).toMatchObject({ state: "open", outcome: null });
  expect((await recordForm(officer, reference)).withdrawing).toBe(false);
  await accept(officer);
  expect(await now(reference)).toMatchObject({ state: "open" });

  await withdrawn(reference);
  await accept(officer);
  expect(await now(reference)).toMatchObject({
    state: "closed",
    outcome: "withdrawn",
    clockStatus: "stopped",
  });
  expect((await myRequests(requester)).requests[0]).toMatchObject({ outcome: "withdrawn" });
  const kinds = (await eventsOf(controller, reference)).map(({ type }) => type);
  expect(kinds).toEqual(expect.arrayContaining(["request.recorded", "notice.recalled", "request.withdrawn"]));
});

test("without an email address the confirmation is a letter, and its posting closes the request", async () => {
  const { reference } = await entered(officer);
  const { id: noticeId, state } = await withdrawn(reference);
  expect(state).toBe("to_post");
  await recordPosting(officer, { noticeId, postedOn: localDay(), how: "post" });
  expect(await now(reference)).toMatchObject({ state: "closed", outcome: "withdrawn" });
});
