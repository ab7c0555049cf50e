/** Tasks with proof: what is due at once at filing, and what follows from a decision. */
import type { Ctx } from "@/lib/commands/context";
import { assignTask } from "@/lib/commands/decision/assign-task";
import { decide } from "@/lib/commands/decision/decide";
import { doTask, sayImpossible } from "@/lib/commands/decision/end-task";
import { exportSuppressions } from "@/lib/commands/decision/export-suppressions";
import { liftRestriction } from "@/lib/commands/decision/lift-restriction";
import { liftSuppression } from "@/lib/commands/decision/lift-suppression";
import { answerDirectly } from "@/lib/commands/identity/answer-directly";
import { recordAuthority } from "@/lib/commands/identity/record-authority";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { openFile } from "@/lib/commands/request/open-file";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { newestEvents } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { loadDataKey } from "@/lib/db/data-key";
import { emailIndex } from "@/lib/db/person-index";
import { requestByReference } from "@/lib/db/request";
import { suppressionsOf } from "@/lib/db/suppression";
import { addTasks, taskRow } from "@/lib/db/task";
import { quietly } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { setEnv } from "@/lib/env";
import { requestTasks } from "@/lib/queries/decision/request-tasks";
import { stops } from "@/lib/queries/decision/stops";
import { suppressions } from "@/lib/queries/decision/suppressions";
import { myRequests } from "@/lib/queries/request/my-requests";
import { queue } from "@/lib/queries/request/queue";
import { countQueue } from "@/lib/queries/request/queue-counts";
import { queueParams } from "@/lib/schemas/request/queue";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import {
  aController,
  aFiling,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { whileHeld } from "@/tests/support/held-request";
import { changes, deliver, eventsOf, refusal, stopsDone } from "@/tests/support/office";
import { anUpload, useFiles } from "@/tests/support/upload";

const database = useDatabase();
useFiles();

let controller: Controller;
let officer: Ctx & { staffId: string };
const today = () => localDate(new Date().toISOString(), "Europe/Stockholm");

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
});
beforeEach(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" }));

const MARKETING = { right: "marketing_objection", channels: ["all"] } as const;
const CONSENT = { right: "consent_withdrawal", what: "Nyhetsbrevet" } as const;

const listed = async () => (await suppressionsOf(controller.id, { take: 9 })).map(({ address }) => address);

async function anObjection(email = "stop@person.test") {
  const receipt = await filed(publicCtxAt(controller), aFiling([MARKETING], { email }));
  const reference = receipt.requests[0]?.reference as string;
  const [task] = (await requestTasks(officer, reference)).lines;
  return { reference, taskId: task?.id as string, task };
}

test("an objection to marketing makes a stop and a suppression at filing, also when nothing is confirmed", async () => {
  const { reference, task } = await anObjection("anna.stop@person.test");
  expect(task).toMatchObject({ kind: "stop_marketing", stop: true, state: "open" });
  expect(await listed()).toEqual(["anna.stop@person.test"]);
  const types = (await eventsOf(controller, reference)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(["request.received", "task.created", "suppression.added"]));
  expect((await stops(officer)).lines.map((line) => line.reference)).toContain(reference);
  const line = (await queue(officer, queueParams.parse({}))).lines.find((one) => one.reference === reference);
  expect(line).toMatchObject({ stopNow: true, confirmed: false });
});

test("who asks for somebody else does not put their own address on the list; the person's goes there once it is known", async () => {
  const filing = aFiling([MARKETING], { email: "ombud@person.test" });
  const acts = { onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" } as const;
  const who = { ...filing.who, ...acts };
  const { reference } = await filedAndConfirmed(publicCtxAt(controller), { ...filing, who });
  expect(await listed()).not.toContain("ombud@person.test");
  const direct = { email: "alex@person.test", why: "It stands in the register." };
  await answerDirectly(officer, { reference, version: 1, ...direct });
  expect(await listed()).not.toContain("alex@person.test");
  await deliver(officer);
  expect(await listed()).toContain("alex@person.test");
  expect(await listed()).not.toContain("ombud@person.test");
});

test("a representative who is on the list for themselves does not stand there for the person", async () => {
  await anObjection("listed.ombud@person.test");
  const filing = aFiling([MARKETING], { email: "listed.ombud@person.test" });
  const acts = { onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" } as const;
  const who = { ...filing.who, ...acts };
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller), { ...filing, who });
  const found = { result: "accepted", kind: "lawyer", shown: "Seen." } as const;
  await recordAuthority(officer, { reference, version: 1, ...found });
  const version = await stopsDone(officer, reference);
  await decide(officer, { reference, version, answer: answerTo("marketing_objection") });
  await deliver(officer);
  const open = (await requestTasks(officer, reference)).lines.filter(({ state }) => state === "open");
  expect(open.map(({ kind }) => kind)).toEqual(["suppress"]);
  expect((await myRequests(requester)).requests[0]?.stop).toMatchObject({ state: "done", keptSince: null });
});

test("a person reads on their page that their address is kept off every list, and no more once they had it lifted", async () => {
  const email = "kept@person.test";
  const { requester } = await filedAndConfirmed(publicCtxAt(controller), aFiling([MARKETING], { email }));
  const kept = async () => (await myRequests(requester)).requests[0]?.stop?.keptSince;
  expect(await kept()).toEqual(expect.any(String));
  await liftSuppression(officer, { email, on: today(), way: "phone", text: "Ring mig gärna igen" });
  expect(await kept()).toBeNull();
});

test("the list is taken by officer and officer for data protection, addresses only in the file, and the log says so", async () => {
  const { reference } = await anObjection("+listed@person.test");
  const page = await suppressions(officer);
  expect(page.lines.map((line) => line.reference)).toContain(reference);
  expect(JSON.stringify(page)).not.toContain("person.test");
  const { chunks } = await exportSuppressions(officer);
  let csv = "";
  for await (const chunk of chunks) csv += chunk;
  expect(csv).toMatch(/^email,since\r\n/);
  expect(csv).toContain("'+listed@person.test,");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(1 + page.total);
  const auditor = await staffCtxAt(controller, ["auditor"]);
  expect(await refusal(exportSuppressions(auditor))).toEqual({ code: "not_allowed" });
  expect(await refusal(suppressions(auditor))).toEqual({ code: "not_allowed" });
  const [last] = await newestEvents(controller.id, 1);
  expect(last).toMatchObject({ type: "export.suppressions", facts: { addresses: page.total } });
});

test("a second objection of the same address makes its own task and no second entry", async () => {
  await anObjection("twice@person.test");
  await anObjection("twice@person.test");
  const emails = { controllerId: controller.id, emailIndex: emailIndex(controller.id, "twice@person.test") };
  expect(await db().suppression.count({ where: emails })).toBe(1);
});

test("an entry is lifted by the person's own wish alone, which is kept; a new objection is a new entry", async () => {
  const email = "again@person.test";
  const { reference } = await anObjection(email);
  const wish = { email: "Again@person.test", on: today(), way: "phone", text: "canary-wish: ring mig gärna" };
  const issues = async (change: object) => refusal(liftSuppression(officer, { ...wish, ...change }));
  expect(await issues({ email: "else@person.test" })).toMatchObject({ issues: [{ field: "email" }] });
  expect(await issues({ on: "2020-01-01" })).toMatchObject({ issues: [{ field: "on", message: "wishDay" }] });
  expect(await issues({ text: " " })).toMatchObject({ code: "bad_input" });
  const contributor = await staffCtxAt(controller, ["contributor"]);
  expect(await refusal(liftSuppression(contributor, wish))).toEqual({ code: "not_allowed" });

  const { total } = await suppressions(officer);
  await liftSuppression(officer, wish);
  expect(await listed()).not.toContain(email);
  const page = await suppressions(officer);
  expect(page.total).toBe(total - 1);
  expect(page.lifted[0]).toMatchObject({ reference, wish: { text: wish.text, way: "phone", on: today() } });
  const [lifted] = await eventsOf(controller, reference, "suppression.lifted");
  expect(lifted?.facts).toMatchObject({ on: today(), way: "phone" });
  expect(JSON.stringify(lifted)).not.toContain("canary");
  expect(await issues({})).toMatchObject({ issues: [{ field: "email", message: "notOnList" }] });

  await anObjection(email);
  expect(await listed()).toContain(email);
  expect((await suppressions(officer)).total).toBe(total);
});

test("files prove a task: sealed, opened by who may see the request, each opening in the log", async () => {
  const { reference, taskId } = await anObjection("filed@person.test");
  const proof = [await anUpload(officer, { name: "spärr på.pdf" })];
  await doTask(officer, { reference, version: 1, taskId, text: "Spärrad", on: today() }, proof);
  await finishUploads(proof);
  const [line] = (await requestTasks(officer, reference)).lines;
  expect(line?.files).toEqual([{ id: proof[0]?.id, name: "spärr på.pdf" }]);
  const [done] = await eventsOf(controller, reference, "task.done");
  expect(done?.facts).toMatchObject({ files: 1 });
  const opened = await openFile(officer, { file: proof[0]?.id });
  await opened.close();
  expect(await eventsOf(controller, reference, "file.opened")).toHaveLength(1);
  const auditor = await staffCtxAt(controller, ["auditor"]);
  expect((await requestTasks(auditor, reference)).lines[0]?.files).toEqual([]);
  expect(await refusal(openFile(auditor, { file: proof[0]?.id }))).toMatchObject({ code: "not_allowed" });
});

test("the stop is done once, with its proof sealed, and leaves the top of the queue", async () => {
  const { reference, taskId } = await anObjection("done@person.test");
  const proof = { text: "canary-proof: utskick av", systems: "Mailtool", on: today() };
  const before = (await countQueue(officer)).tasks;
  await doTask(officer, { reference, version: 1, taskId, ...proof });
  expect((await requestTasks(officer, reference)).lines[0]).toMatchObject({ state: "done", proof });
  expect((await stops(officer)).lines.map((line) => line.reference)).not.toContain(reference);
  expect((await countQueue(officer)).tasks).toBe(before - 1);
  const [done] = await eventsOf(controller, reference, "task.done");
  expect(done?.facts).toMatchObject({ task: "stop_marketing", on: today(), late: false });
  expect(JSON.stringify(done)).not.toContain("canary");
  const again = refusal(doTask(officer, { reference, version: 2, taskId, ...proof }));
  expect(await again).toMatchObject({ code: "wrong_state", state: "done" });
});

test("no proof, a day to come, a day before receipt, a ground it does not have: nothing changes", async () => {
  const { reference, taskId } = await anObjection("wrong@person.test");
  const before = await changes(controller);
  const of = { reference, version: 1, taskId };
  const codes = [
    doTask(officer, { ...of, text: " ", on: today() }),
    doTask(officer, { ...of, text: "x", on: "2999-01-01" }),
    doTask(officer, { ...of, text: "x", on: "2020-01-01" }),
    sayImpossible(officer, { ...of, text: "För mycket arbete", ground: "disproportionate" }),
    assignTask(officer, { ...of, assigneeId: (await staffCtxAt(await aController(), ["officer"])).staffId }),
  ].map(async (attempt) => (await refusal(attempt)).code);
  expect(new Set(await Promise.all(codes))).toEqual(new Set(["bad_input"]));
  expect(await changes(controller)).toEqual(before);
});

test("who may not end tasks, and strangers, do not; the auditor sees states and no words", async () => {
  const { reference, taskId } = await anObjection("who@person.test");
  const auditor = await staffCtxAt(controller, ["auditor"]);
  const stranger = await staffCtxAt(await aController(), ["officer"]);
  const of = { reference, version: 1, taskId, text: "x", on: today() };
  expect((await refusal(doTask(auditor, of))).code).toBe("not_allowed");
  expect((await refusal(doTask(stranger, of))).code).toBe("not_found");
  await doTask(officer, of);
  expect((await requestTasks(auditor, reference)).lines[0]).toMatchObject({
    proof: null,
    facts: null,
    state: "done",
  });
});

test("a consent that was withdrawn is a stop too, which can end because there was nothing", async () => {
  const receipt = await filed(publicCtxAt(controller), aFiling([CONSENT]));
  const reference = receipt.requests[0]?.reference as string;
  const [task] = (await requestTasks(officer, reference)).lines;
  expect(task).toMatchObject({ kind: "stop_consent" });
  const of = {
    reference,
    version: 1,
    taskId: task?.id,
    text: "Inget samtycke fanns",
    ground: "nothing_there",
  };
  await sayImpossible(officer, of);
  const [line] = (await requestTasks(officer, reference)).lines;
  expect(line).toMatchObject({ state: "not_possible", ground: "nothing_there" });
});

/** A confirmed request with a restriction in force. */
async function restricted() {
  const restriction = { right: "restriction", grounds: ["a"], what: "Mina betyg" } as const;
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller), aFiling([restriction]));
  await deliver(officer);
  const request = await requestByReference(controller.id, reference);
  if (!request) throw new Error("no request");
  const row = taskRow(
    await loadDataKey(db(), request.dataKeyId),
    { controllerId: controller.id, requestId: request.id, createdAt: new Date(), createdBy: "test" },
    { kind: "lift_restriction", facts: { who: "", country: "", what: "" }, dueOn: today() as IsoDate },
  );
  await quietly((tx) => addTasks(tx, [row]));
  return { reference, requester, taskId: row.id };
}
const line = async (reference: string) => (await requestTasks(officer, reference)).lines[0];

test("a restriction is lifted when the notice of it was accepted, and not before (Art. 18(3))", async () => {
  const { reference, requester, taskId } = await restricted();
  const of = { reference, version: 1, taskId };
  const direct = refusal(doTask(officer, { ...of, text: "Hävd", on: today() }));
  expect(await direct).toMatchObject({ code: "wrong_state", state: "notice_first" });
  await liftRestriction(officer, { ...of, text: "Uppgifterna är kontrollerade" });
  expect(await line(reference)).toMatchObject({ state: "open", underWay: true });
  expect((await myRequests(requester)).requests[0]?.thread).toEqual([]);
  expect(await deliver(officer)).toBe(1);
  expect(await line(reference)).toMatchObject({
    state: "done",
    proof: { text: "Uppgifterna är kontrollerade" },
  });
  expect((await myRequests(requester)).requests[0]?.thread).toMatchObject([{ kind: "told" }]);
});

test("the notice before lifting can be taken back, and the restriction stands", async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
  const { reference, taskId } = await restricted();
  await liftRestriction(officer, { reference, version: 1, taskId, text: "Klart" });
  const { id: noticeId } = await db().notice.findFirstOrThrow({
    where: { kind: "restriction_lifting", state: "owed" },
  });
  await undoSend(officer, { reference, version: 2, noticeId });
  expect(await line(reference)).toMatchObject({ state: "open", underWay: false, proof: null });
});

test("that it has stopped is looked at again when the answer is decided: no stop may be open then", async () => {
  const objection = aFiling([CONSENT], { email: "twice.looked@person.test" });
  const { reference } = await filedAndConfirmed(publicCtxAt(controller), objection);
  const version = await stopsDone(officer, reference);
  const { id } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
  const [decided] = await whileHeld(
    database,
    id,
    [() => decide(officer, { reference, version, answer: answerTo("consent_withdrawal") })],
    `update "Task" set "state" = 'open', "doneAt" = null where "requestId" = '${id}'`,
  );
  expect(decided).toMatchObject({
    reason: { refusal: { code: "changed_meanwhile", changed: ["task.created"] } },
  });
});

/** A confirmed objection whose data was restricted while it is examined. */
async function objected() {
  const objection = { right: "objection", what: "Profilering", disclosure: false, situation: "" } as const;
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller), aFiling([objection]));
  const restrict = async () => {
    const task = (await requestTasks(officer, reference)).lines.find(
      ({ kind }) => kind === "restrict_meanwhile",
    );
    const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
    const proof = { text: "Bara lagrat", systems: "CRM", on: today() };
    await doTask(officer, { reference, version, taskId: task?.id, ...proof });
  };
  const open = async () =>
    (await requestTasks(officer, reference)).lines.flatMap(({ kind, state }) =>
      state === "open" ? [kind] : [],
    );
  return { reference, requester, restrict, open };
}

test.each(["granted", "nothing_held"] as const)(
  "what was restricted while an objection was examined is lifted by a notice: %s (Art. 18(3))",
  async (outcome) => {
    const { reference, restrict, open } = await objected();
    await restrict();
    await decide(officer, { reference, version: 2, answer: answerTo("objection", outcome) });
    await deliver(officer);
    expect(await open()).toEqual(["lift_restriction"]);
  },
);

test("so it is where the objection is taken back, and where the restriction is recorded only afterwards", async () => {
  const before = await objected();
  await before.restrict();
  await withdrawRequest(before.requester, { reference: before.reference });
  expect(await before.open()).toEqual(["lift_restriction"]);
  const after = await objected();
  await withdrawRequest(after.requester, { reference: after.reference });
  await after.restrict();
  expect(await after.open()).toEqual(["lift_restriction"]);
});

test("a restriction that nobody recorded ends with its request, undone, and says whether its day had passed", async () => {
  const early = await objected();
  await withdrawRequest(early.requester, { reference: early.reference });
  expect(await early.open()).toEqual([]);
  expect(await line(early.reference)).toMatchObject({
    ...{ kind: "restrict_meanwhile", state: "not_possible", ground: "request_ended", doneBy: "" },
    ...{ recordable: true },
  });
  const late = await objected();
  await db().task.updateMany({
    where: { controllerId: controller.id, state: "open", kind: "restrict_meanwhile" },
    data: { dueOn: new Date("2026-01-02") },
  });
  const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference: late.reference } });
  const answer = answerTo("objection", "nothing_held");
  await decide(officer, { reference: late.reference, version, answer });
  await deliver(officer);
  expect(await late.open()).toEqual([]);
  expect(await line(late.reference)).toMatchObject({ state: "not_possible", ground: "not_in_time" });
  const [said] = await eventsOf(controller, late.reference, "task.not_possible");
  expect(said).toMatchObject({ facts: { task: "restrict_meanwhile", because: "not_in_time", late: true } });
});

test("what ended by itself can only be recorded as done, and only once", async () => {
  const { reference, requester, restrict } = await objected();
  await withdrawRequest(requester, { reference });
  const { id: taskId } = (await line(reference)) as { id: string };
  const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
  const undone = { reference, version, taskId, text: "Fanns inget", ground: "nothing_there" };
  expect(await refusal(sayImpossible(officer, undone))).toMatchObject({ code: "wrong_state" });
  await doTask(officer, { reference, version, taskId, text: "Bara lagrat", systems: "CRM", on: today() });
  expect(await refusal(restrict())).toMatchObject({ code: "wrong_state", state: "done" });
});
