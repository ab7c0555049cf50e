/** The word to a person who is answered themselves is held and can be taken back; until it was accepted nothing changes. */
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { decide } from "@/lib/commands/decision/decide";
import { answerDirectly } from "@/lib/commands/identity/answer-directly";
import { recordAuthority } from "@/lib/commands/identity/record-authority";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { claimForSending } from "@/lib/commands/notice/claim";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { db } from "@/lib/db/client";
import { openRequesterSession, requesterSession } from "@/lib/db/requester-session";
import { quietly } from "@/lib/db/transact";
import { setEnv } from "@/lib/env";
import { myIdentity } from "@/lib/queries/identity/my-identity";
import { requestIdentityView } from "@/lib/queries/identity/request-identity";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requestPage } from "@/lib/queries/request/request-page";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import { aController, aFiling, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { versionOf } from "@/tests/support/identity";
import { workingToken } from "@/tests/support/link";
import { deliver, eventsOf, refusal, systemCtx } from "@/tests/support/office";

const database = useDatabase();
beforeEach(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" }));

const REPRESENTED = { onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" } as const;
const DIRECT = { email: "alex@person.test", why: "It stands in the register." };

async function desk() {
  const controller = await aController();
  const officer = await staffCtxAt(controller, ["officer"]);
  const now = async (reference: string) => ({ reference, version: await versionOf(officer, reference) });
  const answer = async (reference: string, email = DIRECT.email) =>
    answerDirectly(officer, { ...(await now(reference)), ...DIRECT, email });
  const noticeOf = (kind: string) =>
    db().notice.findFirstOrThrow({
      where: { controllerId: controller.id, kind },
      orderBy: { owedAt: "desc" },
    });
  /** Past the minute in which it can be taken back. */
  const due = async () => {
    const waiting = { controllerId: controller.id, state: "owed" };
    await db().notice.updateMany({ where: waiting, data: { nextAttemptAt: new Date(Date.now() - 1_000) } });
  };
  return { controller, officer, seen: now, answer, noticeOf, due };
}

async function represented() {
  const of = await desk();
  const filing = aFiling(undefined, { name: "Kim Ombud", email: "kim@ombud.test" });
  const who = { ...filing.who, ...REPRESENTED };
  const { requester, reference, receipt } = await filedAndConfirmed(publicCtxAt(of.controller), {
    ...filing,
    who,
  });
  await of.due();
  await deliver(of.officer);
  const session = await quietly((tx) => openRequesterSession(tx, of.controller.id, receipt.filingId));
  const filingRow = () => db().filing.findUniqueOrThrow({ where: { id: receipt.filingId } });
  return { ...of, requester, reference, filingId: receipt.filingId, session, filingRow };
}

test("taken back before it left: the representative has the request as before, by the finding that stood", async () => {
  const { controller, officer, reference, session, filingId, filingRow, requester, seen, answer, noticeOf } =
    await represented();
  const before = await filingRow();
  const token = await workingToken(database, filingId);
  await answer(reference);
  const { id: noticeId, state } = await noticeOf("answered_directly");
  expect(state).toBe("owed");
  expect(await filingRow()).toEqual(before);
  expect(await requesterSession(session)).not.toBeNull();
  expect((await myRequests(requester)).requests[0]?.notices.map(({ kind }) => kind)).not.toContain(
    "answered_directly",
  );
  const again = await refusal(answer(reference, "other@person.test"));
  expect(again).toEqual({ code: "wrong_state", state: "answered_directly" });
  expect((await requestIdentityView(officer, reference)).represented).toMatchObject({
    state: "unchecked",
    redirecting: true,
  });

  await undoSend(officer, { ...(await seen(reference)), noticeId });
  expect(await filingRow()).toEqual(before);
  expect(await requesterSession(session)).not.toBeNull();
  expect((await myIdentity(requester)).represents).toMatchObject({ state: "unchecked" });
  const { represented: view } = await requestIdentityView(officer, reference);
  expect(view).toMatchObject({ state: "unchecked", redirecting: false, onBehalf: "other" });
  expect(view?.findings).toMatchObject([{ result: "direct", state: "withdrawn" }]);
  // The representative's links go on working; none was made for the person.
  expect(await workingToken(database, filingId)).toBe(token);
  const rows = await db().authorityCheck.findMany({ where: { filingId } });
  expect(rows).toMatchObject([{ state: "withdrawn" }]);
  const types = (await eventsOf(controller, reference)).map(({ type }) => type);
  expect(types).toEqual(
    expect.arrayContaining(["authority.checked", "authority.direct_undone", "notice.recalled"]),
  );
  expect(await refusal(decide(officer, { ...(await seen(reference)), answer: answerTo("access") }))).toEqual({
    code: "not_releasable",
    missing: ["authority_unchecked"],
  });
  await answer(reference);
});

test("a finding that was accepted counts again when the word is taken back", async () => {
  const { officer, reference, seen, answer, noticeOf, requester } = await represented();
  const found = { result: "accepted", kind: "lawyer", shown: "Seen." } as const;
  await recordAuthority(officer, { ...(await seen(reference)), ...found });
  await answer(reference);
  expect((await myIdentity(requester)).represents).toMatchObject({ state: "accepted" });
  await undoSend(officer, { ...(await seen(reference)), noticeId: (await noticeOf("answered_directly")).id });
  expect((await requestIdentityView(officer, reference)).represented).toMatchObject({ state: "accepted" });
});

test("accepted: it goes to the person and now the address is theirs; what the representative had ends", async () => {
  const { controller, officer, reference, session, filingRow, answer, due, noticeOf } = await represented();
  await answer(reference);
  await due();
  const { id } = await noticeOf("answered_directly");
  expect((await claimForSending(systemCtx(), id))?.to).toBe(DIRECT.email);
  await db().notice.update({ where: { id }, data: { state: "owed", nextAttemptAt: new Date(0) } });
  await deliver(officer);
  expect(await filingRow()).toMatchObject({ confirmedAt: null });
  expect(await requesterSession(session)).toBeNull();
  expect((await requestIdentityView(officer, reference)).represented).toMatchObject({
    onBehalf: "self",
    state: "direct",
    redirecting: false,
  });
  const events = await eventsOf(controller, reference, "authority.direct_effective");
  expect(events).toHaveLength(1);
  expect(JSON.stringify(await eventsOf(controller, reference))).not.toContain("alex@");
});

test("a mail that does not arrive changes nothing either, and can be taken back", async () => {
  const { officer, reference, session, filingRow, seen, answer, due, noticeOf } = await represented();
  const before = await filingRow();
  await answer(reference);
  await due();
  await deliver(officer, { accepted: false, temporary: false, code: "550" });
  expect(await filingRow()).toEqual(before);
  expect(await requesterSession(session)).not.toBeNull();
  expect((await requestPage(officer, reference)).next[0]).toBe("retry_notice");
  await undoSend(officer, { ...(await seen(reference)), noticeId: (await noticeOf("answered_directly")).id });
});

test("letters to the representative that wait to be posted are taken back with what they were to bring about", async () => {
  const { controller, officer, seen, answer, due, noticeOf } = await desk();
  const { reference } = await entered(officer, {
    ...{ name: "Kim Ombud", onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" },
  });
  await verifyAddress(officer, { reference, how: "records" });
  const found = { result: "accepted", kind: "lawyer", shown: "Seen." } as const;
  await recordAuthority(officer, { ...(await seen(reference)), ...found });
  await askPausing(officer, {
    ...{ ...(await seen(reference)), text: "Vilka år?", choices: "" },
    ...{ category: "period", reason: "Fyra register", largeQuantity: true },
  });
  expect((await noticeOf("question_pause")).state).toBe("to_post");
  await answer(reference);
  const states = async () =>
    Object.fromEntries(
      (await db().notice.findMany({ where: { controllerId: controller.id } })).map(({ kind, state }) => [
        kind,
        state,
      ]),
    );
  expect(await states()).toMatchObject({ receipt: "to_post", question_pause: "to_post" });
  await due();
  await deliver(officer);
  expect(await states()).toEqual({
    ...{ receipt: "recalled", question_pause: "recalled", answered_directly: "accepted" },
  });
  const page = await requestPage(officer, reference);
  expect(page.clock.status).toBe("running");
  expect(page).toMatchObject({ standing: "open", next: expect.not.arrayContaining(["post_letter"]) });
});

test("an answer to the representative that was decided meanwhile is taken back: it would go to an address nobody confirmed", async () => {
  const { officer, seen, answer, due } = await desk();
  const { reference } = await entered(officer, {
    ...{ name: "Kim Ombud", onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" },
  });
  await verifyAddress(officer, { reference, how: "records" });
  const found = { result: "accepted", kind: "lawyer", shown: "Seen." } as const;
  await recordAuthority(officer, { ...(await seen(reference)), ...found });
  await answer(reference);
  await decide(officer, { ...(await seen(reference)), answer: answerTo("access") });
  expect((await requestPage(officer, reference)).standing).toBe("answer_pending");
  await due();
  await deliver(officer);
  expect(await requestPage(officer, reference)).toMatchObject({ standing: "open", decision: null });
  expect(await refusal(decide(officer, { ...(await seen(reference)), answer: answerTo("access") }))).toEqual({
    code: "address_not_confirmed",
  });
});
