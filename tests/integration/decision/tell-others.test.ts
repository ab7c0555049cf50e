/** Letters to recipients, processors and other controllers leave as notices (GDPR Art. 17(2), 19, 20(2), 28(3)(e)). */
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { saveWording } from "@/lib/commands/controller/save-wording";
import { decide } from "@/lib/commands/decision/decide";
import { addProof, doTask, sayImpossible } from "@/lib/commands/decision/end-task";
import { tellOthers } from "@/lib/commands/decision/tell-others";
import { recordAuthority } from "@/lib/commands/identity/record-authority";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { claimForSending } from "@/lib/commands/notice/claim";
import { keepLetter } from "@/lib/commands/notice/keep-letter";
import { previewLetter } from "@/lib/commands/notice/preview-letter";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { retryNotice } from "@/lib/commands/notice/retry";
import { sendLetter } from "@/lib/commands/notice/send-letter";
import { heldUntil } from "@/lib/commands/notice/throttle";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { emailIndex } from "@/lib/db/person-index";
import type { Answer } from "@/lib/domain/decision/answer";
import type { TaskKind } from "@/lib/domain/decision/task";
import type { Who } from "@/lib/domain/intake/filing";
import { setEnv } from "@/lib/env";
import { requestTasks } from "@/lib/queries/decision/request-tasks";
import { letterOf, lettersToPost } from "@/lib/queries/notice/letter";
import { myRequests } from "@/lib/queries/request/my-requests";
import { queue } from "@/lib/queries/request/queue";
import { requestPage } from "@/lib/queries/request/request-page";
import { queueParams } from "@/lib/schemas/request/queue";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import { aController, aFiling, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { noticeText } from "@/tests/support/notice-text";
import { changes, deliver, eventsOf, refusal, systemCtx } from "@/tests/support/office";
import { anUpload, useFiles } from "@/tests/support/upload";

useDatabase();
useFiles();

let controller: Controller;
let officer: Ctx & { staffId: string };

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
});
beforeEach(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" }));

const ERASURE = { right: "erasure", grounds: ["b"], what: "canary-what: mitt konto" } as const;
const PORTABILITY = { right: "portability", to: "controller", receiver: "Andra AB" } as const;

/** The yes that has a task of a kind follow from it. */
function yesWith(kind: TaskKind): Answer {
  const answer = answerTo(kind === "transmit" ? "portability" : "erasure");
  const more =
    kind === "transmit"
      ? { transmission: "controller", receiver: "Andra AB" }
      : { published: "yes", publishers: [{ name: "Sökmotorn AB" }] };
  return { ...answer, content: { ...answer.content, ...more } as Answer["content"] };
}

/** A request whose yes took effect, with the task of a kind that follows from it. */
async function granted(kind: TaskKind, whom: Partial<Who> = {}) {
  const email = `${randomUUID().slice(0, 8)}.canary@person.test`;
  const filing = aFiling([kind === "transmit" ? PORTABILITY : ERASURE], { email });
  const who = { ...filing.who, identifiers: "Kundnummer 4711", ...whom };
  const filed = await filedAndConfirmed(publicCtxAt(controller), { ...filing, who });
  const { reference } = filed;
  if (who.onBehalf === "other") {
    const found = { result: "accepted", kind: "lawyer", shown: "Seen." } as const;
    await recordAuthority(officer, { reference, version: 1, ...found });
  }
  const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
  await decide(officer, { reference, version, answer: yesWith(kind) });
  await deliver(officer);
  const tasks = async () => (await requestTasks(officer, reference)).lines.filter((one) => one.kind === kind);
  const taskId = (await tasks())[0]?.id as string;
  const line = async (ctx: Ctx = officer) => {
    const found = (await requestTasks(ctx, reference)).lines.find(({ id }) => id === taskId);
    if (!found) throw new Error("the task is gone");
    return found;
  };
  const seen = async () => {
    const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
    return { reference, version };
  };
  const fields = {
    ...{ taskId, name: "Mottagaren AB", email: "dataskydd@mottagaren.test", language: "sv" },
    ...{ identifiers: "Kundnummer 4711" },
  };
  const tell = async (change: object = {}, ctx: Ctx = officer) =>
    tellOthers(ctx, { ...(await seen()), ...fields, ...change });
  const newest = () =>
    db().notice.findFirstOrThrow({
      where: { controllerId: controller.id, taskId },
      orderBy: [{ owedAt: "desc" }],
    });
  return { ...filed, email, taskId, line, seen, fields, tell, newest };
}

const ADDRESS = "Brevgatan 1\n111 22 Orten";
const FAILS = { accepted: false, temporary: false, code: "550" } as const;

test("read first, in the language chosen, with whom it goes to; held, undone, sent again; and then it arrives", async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
  const { reference, requester, email, line, seen, fields, newest } = await granted("tell_recipient");
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
  expect(await line()).toMatchObject({ state: "open", letter: { mayWrite: true }, letters: [] });
  expect((await requestTasks(officer, reference)).identifiers).toBe(`${email}\nKundnummer 4711`);

  const written = { ...fields, language: "en", text: "It was the account of 2019." };
  const send = async () => {
    await keepLetter(officer, "others", { ...(await seen()), ...written });
    const { ready, language } = await previewLetter(officer, reference, "others");
    await sendLetter(officer, "others", { ...(await seen()), letter: ready?.fingerprint });
    return { text: JSON.stringify(ready?.notices), language };
  };
  const { text, language } = await send();
  expect(language).toBe("en");
  for (const part of ["Mottagaren AB", "dataskydd@mottagaren.test", "Erased", "Kundnummer 4711", "of 2019"]) {
    expect(text).toContain(part);
  }
  // Of the person the name and what finds them, and nothing of what they wrote or where they are reached.
  expect(text).toContain("Åsa");
  expect(text).not.toMatch(/canary/);

  expect(await line()).toMatchObject({ state: "open", underWay: true, letter: { mayWrite: false } });
  expect(await deliver(officer)).toBe(0);
  const { id: noticeId } = await newest();
  await undoSend(officer, { ...(await seen()), noticeId });
  expect(await line()).toMatchObject({ state: "open", underWay: false, letters: [{ state: "recalled" }] });

  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
  await send();
  const second = await newest();
  expect(second).toMatchObject({
    kind: "task_letter",
    template: "task-letter",
    templateVersion: 2,
    language: "en",
  });
  const claimed = await claimForSending(systemCtx(), second.id);
  expect(claimed?.to).toBe("dataskydd@mottagaren.test");
  expect(claimed?.content.subject).not.toMatch(/Åsa|4711|canary/);
  await db().notice.update({ where: { id: second.id }, data: { state: "owed", nextAttemptAt: new Date(0) } });
  await deliver(officer);
  const done = await line();
  expect(done).toMatchObject({
    ...{ state: "done", ground: null, underWay: false },
    proof: { on: localDay(), letter: { noticeId: second.id, how: "mail" } },
  });
  expect(done.letters.at(-1)).toMatchObject({
    state: "accepted",
    how: "mail",
    to: { name: "Mottagaren AB" },
  });
  const [event] = await eventsOf(controller, reference, "task.done");
  expect(event?.facts).toMatchObject({ task: "tell_recipient", how: "mail", notice: second.id, late: false });
  expect(event?.actor).toMatch(/^system/);
  expect(JSON.stringify(await eventsOf(controller, reference))).not.toMatch(/Mottagaren|4711|Åsa/);
  // It is no notice to the person, and their page shows nothing of it.
  expect(JSON.stringify(await myRequests(requester))).not.toMatch(/task_letter|mottagaren\.test/);
});

test.each(["tell_publisher", "instruct_processors"] as const)("%s ends with its letter", async (kind) => {
  const { tell, line } = await granted(kind);
  await tell();
  await deliver(officer);
  expect(await line()).toMatchObject({ state: "done", proof: { letter: { how: "mail" } } });
});

test("a letter does not send the data themselves: that task stays, and shows that the letter went", async () => {
  const { tell, line, seen, taskId } = await granted("transmit");
  await tell();
  await deliver(officer);
  expect(await line()).toMatchObject({
    ...{ state: "open", underWay: false, letter: { mayWrite: true }, letters: [{ state: "accepted" }] },
  });
  const proof = { text: "Sent through their portal", on: localDay() };
  await doTask(officer, { ...(await seen()), taskId, ...proof });
  expect(await line()).toMatchObject({ state: "done", proof });
});

test("on paper it is a letter to post, which ends the task as of the day it went", async () => {
  const { reference, tell, line, newest } = await granted("tell_recipient");
  await tell({ email: "", postalAddress: ADDRESS });
  const notice = await newest();
  expect(notice.state).toBe("to_post");
  const [letter] = (await lettersToPost(officer, reference)).filter(({ noticeId }) => noticeId === notice.id);
  expect(letter?.to).toEqual({ name: "Mottagaren AB", address: ADDRESS, phone: "" });
  expect(await line()).toMatchObject({ underWay: true, letters: [{ how: "to_print" }] });
  await recordPosting(officer, { noticeId: notice.id, postedOn: localDay(), how: "registered_post" });
  expect(await line()).toMatchObject({
    state: "done",
    proof: { on: localDay(), letter: { how: "registered_post" } },
  });
  const [event] = await eventsOf(controller, reference, "task.done");
  expect(event?.facts).toMatchObject({ how: "registered_post" });
});

test("one that did not arrive: it is on top of the queue, tried again, or followed by one to another address", async () => {
  const { reference, tell, line, newest } = await granted("tell_recipient");
  await tell();
  await deliver(officer, FAILS);
  expect(await line()).toMatchObject({ state: "open", underWay: false, letter: { mayWrite: true } });
  const failed = async () =>
    (await queue(officer, queueParams.parse({ view: "notices" }))).lines.some(
      (one) => one.reference === reference,
    );
  expect(await failed()).toBe(true);
  expect((await requestPage(officer, reference)).next).toContain("retry_notice");
  const first = await newest();
  await retryNotice(officer, { noticeId: first.id });
  expect(await refusal(tell({ email: "ny@mottagaren.test" }))).toMatchObject({ state: "letter_under_way" });
  await deliver(officer, FAILS);

  await tell({ email: "ny@mottagaren.test" });
  expect(await refusal(retryNotice(officer, { noticeId: first.id }))).toMatchObject({ code: "wrong_state" });
  expect(await failed()).toBe(false);
  await deliver(officer);
  const { letters, state } = await line();
  expect(state).toBe("done");
  expect(letters.map((one) => [one.state, one.to?.email])).toEqual([
    ["recalled", "dataskydd@mottagaren.test"],
    ["accepted", "ny@mottagaren.test"],
  ]);
});

test("while it is under way the task does not end by hand; told otherwise, the letter is taken back first", async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
  const { tell, line, seen, taskId, newest } = await granted("tell_recipient");
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
  await tell();
  const by = { taskId, text: "Told by phone", on: localDay() };
  const phone = async () => doTask(officer, { ...(await seen()), ...by });
  expect(await refusal(phone())).toMatchObject({ code: "wrong_state", state: "letter_under_way" });
  const never = { taskId, text: "No", ground: "impossible" };
  expect((await refusal(sayImpossible(officer, { ...(await seen()), ...never }))).code).toBe("wrong_state");
  await undoSend(officer, { ...(await seen()), noticeId: (await newest()).id });
  await phone();
  expect(await line()).toMatchObject({ state: "done", proof: { text: "Told by phone" } });
});

test("a done task has a further letter, to a second processor, without its proof changing", async () => {
  const { tell, line } = await granted("instruct_processors");
  await tell({ name: "Biträdet ett" });
  await deliver(officer);
  const { proof } = await line();
  await tell({ name: "Biträdet två" });
  await deliver(officer);
  const after = await line();
  expect(after.proof).toEqual(proof);
  expect(after.letters.map(({ to, state }) => [to?.name, state])).toEqual([
    ["Biträdet ett", "accepted"],
    ["Biträdet två", "accepted"],
  ]);
});

test("a task that cannot be done has no letter, and neither has one of another kind or request", async () => {
  const { tell, seen, taskId } = await granted("tell_recipient");
  const other = await granted("tell_recipient");
  const before = await changes(controller);
  const codes = async (change: object) => (await refusal(tell(change))).code;
  expect(await codes({ taskId: other.taskId })).toBe("not_found");
  expect(await codes({ email: "", postalAddress: " " })).toBe("bad_input");
  expect(await codes({ email: "not an address" })).toBe("bad_input");
  expect(await codes({ language: "de" })).toBe("bad_input");
  expect(await codes({ name: "" })).toBe("bad_input");
  expect(await codes({ version: 1 })).toBe("changed_meanwhile");
  const stranger = await staffCtxAt(await aController(), ["officer"]);
  expect((await refusal(tell({}, stranger))).code).toBe("not_found");
  for (const role of ["contributor", "auditor", "administrator"] as const) {
    expect((await refusal(tell({}, await staffCtxAt(controller, [role])))).code).toBe("not_allowed");
  }
  expect(await changes(controller)).toEqual(before);
  const never = { taskId, text: "They are gone", ground: "impossible" };
  await sayImpossible(officer, { ...(await seen()), ...never });
  expect(await refusal(tell())).toMatchObject({ code: "wrong_state", state: "not_possible" });
});

test("the letter as sent: who may know the person reads it, also as a document; the auditor reads that it went", async () => {
  const { reference, tell, line, newest } = await granted("tell_recipient");
  await tell();
  await deliver(officer);
  const { id } = await newest();
  const helper = await staffCtxAt(controller, ["contributor"]);
  await db().rightsRequest.update({ where: { reference }, data: { assigneeId: helper.staffId } });
  expect(JSON.stringify((await line(helper)).letters[0]?.letter)).toContain("Kundnummer 4711");
  expect(await letterOf(helper, reference, id)).toMatchObject({
    to: { name: "Mottagaren AB", address: "dataskydd@mottagaren.test" },
  });
  const auditor = await staffCtxAt(controller, ["auditor"]);
  expect((await line(auditor)).letters).toMatchObject([{ state: "accepted", to: null, letter: null }]);
  expect((await requestTasks(auditor, reference)).identifiers).toBe("");
  expect((await refusal(letterOf(auditor, reference, id))).code).toBe("not_allowed");
  const receipt = await db().notice.findFirstOrThrow({ where: { kind: "receipt" } });
  expect((await refusal(letterOf(officer, reference, receipt.id))).code).toBe("not_found");
  expect((await refusal(letterOf(helper, reference, receipt.id))).code).toBe("not_allowed");
});

test("who asks for another is neither named in the letter nor what the person is found by", async () => {
  const other = { onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" } as const;
  const { reference, email, tell, newest } = await granted("tell_recipient", other);
  const { identifiers } = await requestTasks(officer, reference);
  expect(identifiers).toBe("Kundnummer 4711");
  await tell({ identifiers });
  const text = await noticeText((await newest()).id);
  expect(text).toContain("Alex Andra");
  expect(text).not.toContain("Åsa");
  expect(text).not.toContain(email);
});

test("it keeps the controller's own words of that day, with their version", async () => {
  const administrator = await staffCtxAt(controller, ["administrator"]);
  const own = {
    kind: "to_recipients",
    language: "sv",
    version: 0,
    opening: "canary-hej från {controller}",
    closing: "",
  };
  await saveWording(administrator, own);
  const { tell, newest } = await granted("tell_recipient");
  await tell();
  await saveWording(administrator, { ...own, version: 1, opening: "Annat" });
  const notice = await newest();
  expect(notice.wordingVersion).toBe(1);
  expect(await noticeText(notice.id)).toContain("canary-hej");
});

test("letters to others take nothing of the hour's mails to the person's own address", async () => {
  const { tell, email } = await granted("instruct_processors");
  await db().notice.updateMany({ where: { controllerId: controller.id }, data: { owedAt: new Date(0) } });
  for (const name of ["Ett", "Två", "Tre", "Fyra"]) {
    await tell({ name });
    await deliver(officer);
  }
  expect(await heldUntil(officer, emailIndex(controller.id, email))).toBeNull();
});

test("the confirmation comes later: files are added to a task that has ended, and to no other", async () => {
  const { reference, tell, line, seen, taskId } = await granted("tell_recipient");
  const upload = async () => [await anUpload(officer, { name: "bekräftelse.pdf" })];
  const add = async (files: Awaited<ReturnType<typeof upload>>, ctx: Ctx = officer) =>
    addProof(ctx, { ...(await seen()), taskId }, files);
  expect(await refusal(add(await upload()))).toMatchObject({ code: "wrong_state", state: "open" });
  await tell();
  await deliver(officer);
  expect((await refusal(add([]))).code).toBe("bad_input");
  const auditor = await staffCtxAt(controller, ["auditor"]);
  expect((await refusal(add(await upload(), auditor))).code).toBe("not_allowed");
  const files = await upload();
  await add(files);
  await finishUploads(files);
  expect((await line()).files.map(({ name }) => name)).toEqual(["bekräftelse.pdf"]);
  expect((await line()).proof?.letter?.how).toBe("mail");
  const [event] = await eventsOf(controller, reference, "task.proof_added");
  expect(event?.facts).toEqual({ task: "tell_recipient", files: 1 });
});
