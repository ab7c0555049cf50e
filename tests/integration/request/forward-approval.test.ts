/** Where the data protection officer approves everything, no request is sent on by one person's word. */
import type { Ctx } from "@/lib/commands/context";
import { approveDecision, sendBack } from "@/lib/commands/decision/approve";
import { recall } from "@/lib/commands/decision/recall";
import { keepLetter } from "@/lib/commands/notice/keep-letter";
import { previewLetter } from "@/lib/commands/notice/preview-letter";
import { sendLetter } from "@/lib/commands/notice/send-letter";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { forwardRequest } from "@/lib/commands/request/forward";
import { forwardingLetters } from "@/lib/commands/request/forwarding-letters";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import { setEnv } from "@/lib/env";
import { forwardingView } from "@/lib/queries/request/forwarding";
import { myRequests } from "@/lib/queries/request/my-requests";
import { countQueue } from "@/lib/queries/request/queue-counts";
import { requestPage } from "@/lib/queries/request/request-page";
import { useDatabase } from "@/tests/support/database";
import { aController, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { noticeText } from "@/tests/support/notice-text";
import { changes, deliver, eventsOf, refusal } from "@/tests/support/office";

useDatabase();

const CUSTOMER = {
  ...{ name: "canary-kunden AB", email: "dataskydd@kunden.test", postalAddress: "", note: "canary-avtal" },
};

let controller: Controller;
let officer: Ctx & { staffId: string };
let dpo: Ctx & { staffId: string };

beforeAll(async () => {
  controller = await aController({ dpoApproves: "everything" });
  officer = await staffCtxAt(controller, ["officer"]);
  dpo = await staffCtxAt(controller, ["dpo"]);
});

const now = (reference: string) => requestByReference(controller.id, reference);
const seen = async (reference: string) => ({ reference, version: (await now(reference))?.version as number });
/** The notices of a forwarding, oldest first. */
const letters = async (reference: string) =>
  db().notice.findMany({
    where: { requestId: (await now(reference))?.id as string, kind: { startsWith: "forwarded" } },
    orderBy: { owedAt: "asc" },
  });

async function written(by: Ctx = officer) {
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  await deliver(officer);
  await keepLetter(by, "forwarding", { reference, version: 1, ...CUSTOMER });
  const { ready } = await previewLetter(by, reference, "forwarding");
  await sendLetter(by, "forwarding", { ...(await seen(reference)), letter: ready?.fingerprint });
  const letter = (await forwardingLetters(dpo, reference))?.read?.fingerprint as string;
  return { reference, requester, letter };
}

test("nothing is owed before the approval; the officer reads both letters, and what was read is what leaves", async () => {
  const { reference, requester, letter } = await written();
  expect(await now(reference)).toMatchObject({ state: "awaiting_approval", closedAt: null });
  expect(await letters(reference)).toEqual([]);
  expect((await myRequests(requester)).requests[0]).toMatchObject({ standing: "open", forwardedTo: null });
  expect((await countQueue(dpo)).approval).toBe(1);
  expect((await requestPage(officer, reference)).next).toEqual(["await_approval"]);
  expect((await forwardingView(officer, reference)).forwarded).toMatchObject({ standing: "waiting" });

  const view = await forwardingLetters(dpo, reference);
  expect(view).toMatchObject({ own: false, offers: { approve: true, recall: false } });
  const [toCustomer, toPerson] = view?.read?.letters ?? [];
  expect(toCustomer).toMatchObject({ to: "customer" });
  expect(JSON.stringify(toCustomer)).toContain("canary-avtal");
  expect(toPerson).toMatchObject({ to: "requester" });
  expect(JSON.stringify(toPerson?.behindLink)).toContain("canary-kunden");
  expect(await forwardingLetters(officer, reference)).toMatchObject({
    offers: { approve: false, recall: true },
  });
  const auditor = await staffCtxAt(controller, ["auditor"]);
  expect(await forwardingLetters(auditor, reference)).toMatchObject({ read: null });
  expect(JSON.stringify(await db().forwarding.findMany())).not.toContain("canary");

  await approveDecision(dpo, { ...(await seen(reference)), letter });
  const [owed] = await letters(reference);
  const sent = await noticeText(owed?.id as string);
  for (const part of ["canary-kunden", "canary-avtal"]) expect(sent).toContain(part);
  await deliver(officer);
  expect(await now(reference)).toMatchObject({ state: "closed", outcome: "forwarded" });
  await deliver(officer);
  expect((await myRequests(requester)).requests[0]?.forwardedTo).toMatchObject({ name: CUSTOMER.name });
  const events = await eventsOf(controller, reference);
  const said = events
    .filter(({ type }) => /forward/.test(type))
    .map(({ type, facts }) => [type, facts.waits]);
  expect(said).toEqual([
    ["request.forwarding", true],
    ["forwarding.approved", undefined],
    ["request.forwarded", undefined],
  ]);
  expect(JSON.stringify(events)).not.toContain("canary");
});

test("nobody goes around it: not the officer, not who wrote it, not with another letter; the table refuses it too", async () => {
  const { reference, letter } = await written();
  const both = await staffCtxAt(controller, ["officer", "dpo"]);
  const own = await written(both);
  expect(await forwardingLetters(both, own.reference)).toMatchObject({
    own: true,
    offers: { approve: false },
  });
  const before = await changes(controller);
  const approve = async (ctx: Ctx, of: { reference: string; letter: string }, changed: object = {}) =>
    (await refusal(approveDecision(ctx, { ...(await seen(of.reference)), letter: of.letter, ...changed })))
      .code;
  expect(await approve(officer, { reference, letter })).toBe("not_allowed");
  expect(await approve(both, own)).toBe("own_decision");
  expect(await approve(dpo, { reference, letter: "0".repeat(64) })).toBe("changed_meanwhile");
  expect(await approve(dpo, { reference, letter }, { version: 1 })).toBe("changed_meanwhile");
  const back = { ...(await seen(own.reference)), text: "x" };
  expect((await refusal(sendBack(both, back))).code).toBe("own_decision");
  const again = { ...(await seen(reference)), ...CUSTOMER };
  expect((await refusal(forwardRequest(officer, again))).code).toBe("wrong_state");
  expect(await changes(controller)).toEqual(before);
  expect(await letters(reference)).toEqual([]);
  await expect(
    db().forwarding.updateMany({
      where: { requestId: (await now(own.reference))?.id as string },
      data: { approvedBy: `staff:${both.staffId}` },
    }),
  ).rejects.toThrow();
});

test("sent back with a reason, it is open and can be written anew; the person hears nothing", async () => {
  const { reference, requester, letter } = await written();
  await sendBack(dpo, { ...(await seen(reference)), text: "Fel kund" });
  const page = await requestPage(officer, reference);
  expect(page).toMatchObject({ standing: "open", thread: [{ kind: "note", text: "Fel kund" }] });
  expect(await forwardingLetters(dpo, reference)).toBeNull();
  const late = await refusal(approveDecision(dpo, { ...(await seen(reference)), letter }));
  expect(late.code).toBe("wrong_state");
  await forwardRequest(officer, { ...(await seen(reference)), ...CUSTOMER });
  expect((await requestPage(officer, reference)).standing).toBe("awaiting_approval");
  expect((await myRequests(requester)).requests[0]).toMatchObject({ standing: "open", thread: [] });
});

test("whoever approved undoes it before it leaves, and it waits again; the officer takes the whole back", async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
  const { reference, letter } = await written();
  const undo = async (ctx: Ctx) => {
    const noticeId = (await letters(reference)).at(-1)?.id as string;
    await undoSend(ctx, { ...(await seen(reference)), noticeId });
  };
  await approveDecision(dpo, { ...(await seen(reference)), letter });
  await undo(dpo);
  expect(await now(reference)).toMatchObject({ state: "awaiting_approval" });
  expect(await forwardingLetters(dpo, reference)).toMatchObject({ read: { fingerprint: letter } });
  await approveDecision(dpo, { ...(await seen(reference)), letter });
  await undo(officer);
  expect(await now(reference)).toMatchObject({ state: "open" });
  expect((await letters(reference)).map(({ state }) => state)).toEqual(["recalled", "recalled"]);
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
});

test("while it waits, who may send a request on takes it back; a withdrawal takes it along", async () => {
  const mine = await written(dpo);
  await recall(dpo, await seen(mine.reference));
  expect(await now(mine.reference)).toMatchObject({ state: "open" });
  const other = await written();
  await withdrawRequest(other.requester, { reference: other.reference });
  expect(await now(other.reference)).toMatchObject({ state: "closed", outcome: "withdrawn" });
  const states = await db().forwarding.findMany({
    where: { requestId: (await now(other.reference))?.id as string },
    select: { state: true },
  });
  expect(states).toEqual([{ state: "recalled" }]);
  await deliver(officer);
  expect(await letters(other.reference)).toEqual([]);
});

test("where only refusals are approved, sending on refuses nothing and leaves at once", async () => {
  controller = await aController({ dpoApproves: "refusals" });
  officer = await staffCtxAt(controller, ["officer"]);
  const { reference } = await filedAndConfirmed(publicCtxAt(controller));
  await forwardRequest(officer, { ...(await seen(reference)), ...CUSTOMER });
  expect(await now(reference)).toMatchObject({ state: "answer_pending" });
});
