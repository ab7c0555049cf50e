/** Where the controller wants it, the data protection officer approves before anything leaves; no route goes around. */
import type { Ctx } from "@/lib/commands/context";
import { approveDecision, sendBack } from "@/lib/commands/decision/approve";
import { decide } from "@/lib/commands/decision/decide";
import { recall } from "@/lib/commands/decision/recall";
import { answerIdentity } from "@/lib/commands/identity/answer-identity";
import { retryNotice } from "@/lib/commands/notice/retry";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import { setEnv } from "@/lib/env";
import { requestTasks } from "@/lib/queries/decision/request-tasks";
import { myRequests } from "@/lib/queries/request/my-requests";
import { countQueue } from "@/lib/queries/request/queue-counts";
import { requestPage } from "@/lib/queries/request/request-page";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import { aController, aFiling, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { askedIdentity, versionOf } from "@/tests/support/identity";
import { changes, deliver, eventsOf, refusal } from "@/tests/support/office";

useDatabase();

let controller: Controller;
let officer: Ctx & { staffId: string };
let dpo: Ctx & { staffId: string };

beforeAll(async () => {
  controller = await aController({ dpoApproves: "everything" });
  officer = await staffCtxAt(controller, ["officer"]);
  dpo = await staffCtxAt(controller, ["dpo"]);
});

async function decided(by: Ctx = officer, right: "access" | "erasure" = "access") {
  const details = { right: "erasure", grounds: [], what: "Allt" } as const;
  const filing = right === "erasure" ? aFiling([details]) : aFiling();
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller), filing);
  await deliver(officer);
  const answer = answerTo(right, "granted", { text: "canary-answer" });
  await decide(by, { reference, version: 1, answer });
  const letter = (await requestPage(dpo, reference)).decision?.fingerprint as string;
  return { reference, requester, version: 2, letter };
}
const now = (reference: string) => requestByReference(controller.id, reference);

test("nothing is owed before the approval, and then it leaves as any answer does", async () => {
  const { requester, letter, ...seen } = await decided();
  expect(await now(seen.reference)).toMatchObject({ state: "awaiting_approval", closedAt: null });
  expect(await deliver(officer)).toBe(0);
  expect((await myRequests(requester)).requests[0]).toMatchObject({ standing: "open", letter: null });
  expect((await countQueue(dpo)).approval).toBe(1);
  const page = await requestPage(dpo, seen.reference);
  expect(page).toMatchObject({ offers: { approve: true }, decision: { state: "awaiting_approval" } });
  expect(JSON.stringify(page.decision?.letter)).toContain("canary-answer");
  expect((await requestPage(officer, seen.reference)).offers.approve).toBe(false);

  await approveDecision(dpo, { ...seen, letter });
  expect(await deliver(officer)).toBe(1);
  expect(await now(seen.reference)).toMatchObject({ state: "closed", outcome: "granted" });
  const types = (await eventsOf(controller, seen.reference)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(["decision.made", "decision.approved", "decision.effective"]));
});

test("whoever approved takes the approval back until the answer leaves; then it waits again, and the officer recalls it", async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
  const { requester, letter, ...seen } = await decided();
  await approveDecision(dpo, { ...seen, letter });
  const page = await requestPage(dpo, seen.reference);
  expect(page.offers).toMatchObject({ recall: false, undoAnswer: true });
  const noticeId = page.notices.find(({ kind }) => kind === "answer_ready")?.id as string;
  const of = { reference: seen.reference, version: page.version };
  await undoSend(dpo, { ...of, noticeId });
  expect(await now(seen.reference)).toMatchObject({ state: "awaiting_approval" });
  expect(await deliver(officer)).toBe(0);
  expect((await myRequests(requester)).requests[0]).toMatchObject({ letter: null });
  // Approved anew, it is the officer's to take back altogether.
  await approveDecision(dpo, { ...of, version: page.version + 1, letter });
  await recall(officer, { ...of, version: page.version + 2 });
  expect(await now(seen.reference)).toMatchObject({ state: "open" });
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
});

test("an answer that was sent back leaves no trace outside; its reason is a note; it can be decided anew", async () => {
  const { requester, letter, ...seen } = await decided();
  await sendBack(dpo, { ...seen, text: "Grunden saknas" });
  expect(await now(seen.reference)).toMatchObject({ state: "open" });
  expect((await requestPage(officer, seen.reference)).thread).toMatchObject([
    { kind: "note", text: "Grunden saknas" },
  ]);
  const late = await refusal(approveDecision(dpo, { ...seen, version: 3, letter }));
  expect(late).toMatchObject({ code: "wrong_state" });
  await decide(officer, { reference: seen.reference, version: 3, answer: answerTo("access") });
  expect((await myRequests(requester)).requests[0]).toMatchObject({ letter: null, thread: [] });
});

test("nobody goes around the approval: not the officer, not who decided it, not with another letter, not by a retry", async () => {
  const { requester: _, letter, ...seen } = await decided();
  const both = await staffCtxAt(controller, ["officer", "dpo"]);
  const own = await decided(both);
  const stranger = await staffCtxAt(await aController(), ["dpo"]);
  const before = await changes(controller);
  const approve = async (ctx: Ctx, fields: object) => (await refusal(approveDecision(ctx, fields))).code;
  expect(await approve(officer, { ...seen, letter })).toBe("not_allowed");
  expect(await approve(stranger, { ...seen, letter })).toBe("not_found");
  expect(await approve(dpo, { ...seen, letter: "0".repeat(64) })).toBe("changed_meanwhile");
  expect(await approve(dpo, { ...seen, version: 1, letter })).toBe("changed_meanwhile");
  const { reference, version, letter: mine } = own;
  expect(await approve(both, { reference, version, letter: mine })).toBe("own_decision");
  expect((await refusal(sendBack(both, { reference, version, text: "x" }))).code).toBe("own_decision");
  const again = { reference: seen.reference, version: 2, answer: answerTo("access") };
  expect((await refusal(decide(officer, again))).code).toBe("wrong_state");
  const notice = await db().notice.findFirstOrThrow({ where: { kind: "receipt" } });
  expect((await refusal(retryNotice(officer, { noticeId: notice.id }))).code).toBe("wrong_state");
  expect(await changes(controller)).toEqual(before);
  await expect(
    db().decision.updateMany({ where: { state: "awaiting_approval" }, data: { state: "effective" } }),
  ).rejects.toThrow();
});

test("while it waits it can be taken back, and a withdrawal takes it along", async () => {
  const { requester: _, letter, ...seen } = await decided();
  await recall(officer, seen);
  expect(await now(seen.reference)).toMatchObject({ state: "open" });
  expect((await refusal(approveDecision(dpo, { ...seen, version: 3, letter }))).code).toBe("wrong_state");
  const other = await decided();
  await withdrawRequest(other.requester, { reference: other.reference });
  expect(await now(other.reference)).toMatchObject({ state: "closed", outcome: "withdrawn" });
  expect(await deliver(officer)).toBe(1);
});

test("where only refusals are approved, a grant leaves at once; what follows from it becomes tasks", async () => {
  controller = await aController({ dpoApproves: "refusals" });
  officer = await staffCtxAt(controller, ["officer"]);
  dpo = await staffCtxAt(controller, ["dpo"]);
  const { reference } = await decided(officer, "erasure");
  expect(await now(reference)).toMatchObject({ state: "answer_pending" });
  await deliver(officer);
  const { lines } = await requestTasks(officer, reference);
  expect(lines.map(({ kind }) => kind)).toContain("instruct_processors");
  expect(await now(reference)).toMatchObject({ state: "closed" });
  expect((await countQueue(officer)).tasks).toBe(1);
});

test("who shows who they are while a refusal for want of proof waits for approval is not refused for it", async () => {
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  await askedIdentity(officer, reference);
  const later = (ctx: Ctx) => ({ ...ctx, now: () => new Date(Date.now() + 15 * 86_400_000) });
  const answer = { outcome: "refused", refusals: [{ ground: "not_identified", reasons: "" }] };
  await decide(later(officer), { reference, version: await versionOf(officer, reference), answer });
  const letter = (await requestPage(dpo, reference)).decision?.fingerprint as string;
  expect((await myRequests(requester)).requests[0]).toMatchObject({ standing: "identity" });
  await answerIdentity(requester, { reference, method: "facts", text: "4711, May", code: "" }, []);
  const seen = { reference, version: await versionOf(officer, reference) };
  expect(await refusal(approveDecision(later(dpo), { ...seen, letter }))).toMatchObject({
    ...{ code: "changed_meanwhile", changed: ["identity.answered"] },
  });
  await sendBack(dpo, { ...seen, text: "Underlag har kommit." });
  expect(await now(reference)).toMatchObject({ state: "open" });
});
