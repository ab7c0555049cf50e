import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { forwardRequest } from "@/lib/commands/request/forward";
import { db } from "@/lib/db/client";
import { requestIdentityView } from "@/lib/queries/identity/request-identity";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requestPage } from "@/lib/queries/request/request-page";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import {
  aController,
  aFiling,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { askedIdentity } from "@/tests/support/identity";
import { noticeText } from "@/tests/support/notice-text";
import { deliver, eventsOf, refusal, systemCtx } from "@/tests/support/office";

useDatabase();

const CUSTOMER = {
  name: "Kunden AB (påhittad)",
  email: "dataskydd@kunden.test",
  postalAddress: "",
  note: "",
};

async function office() {
  const controller = await aController();
  const now = () => new Date();
  const officer = await staffCtxAt(controller, ["officer"], now);
  const version = async (reference: string) => (await requestPage(officer, reference)).version;
  const forward = async (reference: string, changed: object = {}) =>
    forwardRequest(officer, { reference, version: await version(reference), ...CUSTOMER, ...changed });
  const noticeOf = (kind: string) =>
    db().notice.findFirstOrThrow({
      where: { kind, requestId: { not: null }, controllerId: controller.id },
      orderBy: { owedAt: "desc" },
    });
  /** Past the minute in which it can be taken back. */
  const due = () =>
    db().notice.updateMany({
      where: { controllerId: controller.id, state: "owed" },
      data: { nextAttemptAt: new Date(Date.now() - 1_000) },
    });
  return { controller, officer, forward, noticeOf, due, version };
}

test("the customer gets who asks and what; the person learns who it is behind the link, and the request ends here", async () => {
  const { controller, officer, forward, noticeOf, due } = await office();
  const what = "Mitt konto hos er kund";
  const filing = aFiling([{ right: "erasure", grounds: ["b"], what }], { email: "asa@person.test" });
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller), filing);
  await forward(reference, { note: "Avtal 17" });
  expect((await requestPage(officer, reference)).standing).toBe("answer_pending");

  const toCustomer = await noticeOf("forwarded_to_customer");
  const letter = await noticeText(toCustomer.id);
  for (const part of [
    "Åsa Påhittad",
    "asa@person.test",
    what,
    "Avtal 17",
    "Kunden AB (påhittad)",
    "28.3 e",
  ]) {
    expect(letter).toContain(part);
  }
  // The person hears nothing before the customer has it: the letter may never arrive.
  expect(await db().notice.count({ where: { kind: "forwarded", controllerId: controller.id } })).toBe(0);
  expect((await myRequests(requester)).requests[0]?.forwardedTo).toBeNull();

  await due();
  expect((await claimForSending(systemCtx(), toCustomer.id))?.to).toBe("dataskydd@kunden.test");
  await db().notice.update({
    where: { id: toCustomer.id },
    data: { state: "owed", nextAttemptAt: new Date(0) },
  });
  await deliver(officer);
  expect(await requestPage(officer, reference)).toMatchObject({ standing: "closed", outcome: "forwarded" });
  const toPerson = await noticeOf("forwarded");
  expect(toPerson.state).toBe("owed");
  expect(await noticeText(toPerson.id)).not.toMatch(/Kunden AB|dataskydd@kunden/);
  await deliver(officer);
  expect((await noticeOf("forwarded")).state).toBe("accepted");
  const [mine] = (await myRequests(requester)).requests;
  expect(mine?.forwardedTo).toMatchObject({ name: "Kunden AB (påhittad)" });
  expect(mine?.notices.map(({ kind }) => kind)).not.toContain("forwarded_to_customer");
  const types = (await eventsOf(controller, reference)).map(({ type }) => type);
  expect(types).toContain("request.forwarding");
  expect(types).toContain("request.forwarded");
  const [said] = await eventsOf(controller, reference, "request.forwarding");
  expect(said?.facts).toMatchObject({ sameDay: true });
  expect(JSON.stringify(await eventsOf(controller, reference))).not.toMatch(/Kunden|Åsa|Avtal/);
});

test("a letter that does not arrive loses nothing: nobody was told, and the request can be sent on again", async () => {
  const { controller, officer, forward, due, noticeOf, version } = await office();
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  await forward(reference);
  await due();
  await deliver(officer, { accepted: false, temporary: false, code: "550" });
  const page = await requestPage(officer, reference);
  expect(page.standing).toBe("answer_pending");
  expect(page.next[0]).toBe("retry_notice");
  const { id: noticeId } = await noticeOf("forwarded_to_customer");
  await undoSend(officer, { reference, version: await version(reference), noticeId });
  expect((await requestPage(officer, reference)).standing).toBe("open");
  await forward(reference, { email: "ratt@kunden.test" });
  await due();
  await deliver(officer);
  expect((await requestPage(officer, reference)).outcome).toBe("forwarded");
  expect((await myRequests(requester)).requests[0]?.forwardedTo).toMatchObject({ email: "ratt@kunden.test" });
});

test("proof that was asked for is waited for no more once the request is sent on", async () => {
  const { controller, officer, forward, noticeOf } = await office();
  const { reference } = await filedAndConfirmed(publicCtxAt(controller));
  await deliver(officer);
  await askedIdentity(officer, reference);
  await forward(reference, { email: "", postalAddress: "Kundgatan 1" });
  const { id: noticeId } = await noticeOf("forwarded_to_customer");
  await recordPosting(officer, { noticeId, postedOn: localDay(), how: "post" });
  expect((await requestIdentityView(officer, reference)).checks.at(-1)).toMatchObject({ state: "ended" });
  expect((await requestPage(officer, reference)).clock.status).toBe("stopped");
});

test("a question that has not left does not follow a request that is sent on", async () => {
  const { controller, officer, forward, noticeOf, version } = await office();
  const { reference } = await filedAndConfirmed(publicCtxAt(controller));
  await askPausing(officer, {
    ...{ reference, version: await version(reference), text: "Vilka år?", choices: "" },
    ...{ category: "period", reason: "Fyra register", largeQuantity: true },
  });
  await forward(reference, { email: "", postalAddress: "Kundgatan 1" });
  const { id: noticeId } = await noticeOf("forwarded_to_customer");
  await recordPosting(officer, { noticeId, postedOn: localDay(), how: "post" });
  expect((await noticeOf("question_pause")).state).toBe("recalled");
});

test("by post: the customer's letter ends the request when it is posted; an unverified person is not told who", async () => {
  const { officer, forward, noticeOf } = await office();
  const { reference } = await entered(officer);
  await forward(reference, { email: "", postalAddress: "Kundgatan 1" });
  const { id: noticeId, state, owedAt } = await noticeOf("forwarded_to_customer");
  expect(state).toBe("to_post");
  const postedOn = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Stockholm" }).format(owedAt);
  await recordPosting(officer, { noticeId, postedOn, how: "post" });
  expect((await requestPage(officer, reference)).outcome).toBe("forwarded");
  const toPerson = await noticeOf("forwarded");
  expect(toPerson.state).toBe("to_post");
  expect(await noticeText(toPerson.id)).not.toContain("Kunden AB");
  expect(await noticeText(toPerson.id)).toContain("Kontakta oss och ange referensen");
});

test("until it leaves it can be taken back as a whole, and be sent on again", async () => {
  const { controller, officer, forward, noticeOf, version } = await office();
  const { reference } = await filedAndConfirmed(publicCtxAt(controller));
  await forward(reference);
  const { id: noticeId } = await noticeOf("forwarded_to_customer");
  await undoSend(officer, { reference, version: await version(reference), noticeId });
  expect((await requestPage(officer, reference)).standing).toBe("open");
  const states = await db().notice.findMany({
    where: { controllerId: controller.id, kind: { in: ["forwarded", "forwarded_to_customer"] } },
    select: { state: true },
  });
  expect(states).toEqual([{ state: "recalled" }]);
  await forward(reference);
  expect((await requestPage(officer, reference)).standing).toBe("answer_pending");
});

test("somebody must be reachable, a race is told, and who may not forward does not", async () => {
  const { controller, forward } = await office();
  const { requests } = await filed(publicCtxAt(controller));
  const reference = requests[0]?.reference as string;
  expect(await refusal(forward(reference, { email: "" }))).toMatchObject({
    issues: [{ field: "email", message: "addresseeAddress" }],
  });
  expect(await refusal(forward(reference, { version: 9 }))).toMatchObject({ code: "changed_meanwhile" });
  const contributor = await staffCtxAt(controller, ["contributor"]);
  expect(await refusal(forwardRequest(contributor, { reference, version: 1, ...CUSTOMER }))).toEqual({
    code: "not_allowed",
  });
});
