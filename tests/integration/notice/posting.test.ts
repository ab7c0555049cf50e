import { answerFor } from "@/lib/cli/demo-seed/answers";
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { decide } from "@/lib/commands/decision/decide";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { db } from "@/lib/db/client";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { lettersToPost } from "@/lib/queries/notice/letter";
import { queue } from "@/lib/queries/request/queue";
import { requestPage } from "@/lib/queries/request/request-page";
import { queueParams } from "@/lib/schemas/request/queue";
import { useDatabase } from "@/tests/support/database";
import { aController, filed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { askIdentity, DOUBT } from "@/tests/support/identity";
import { noticeText } from "@/tests/support/notice-text";
import { eventsOf, refusal } from "@/tests/support/office";

useDatabase();

const MONDAY = new Date("2026-11-16T09:00:00Z");
const THURSDAY = new Date("2026-11-19T15:00:00Z");
const THREE_WEEKS_ON = new Date("2026-12-07T10:00:00Z");
const ON = "2026-11-16" as IsoDate;
const ANSWER = answerFor("access", "nothing_held", "sv", ON);
const CLOSING = answerFor("access", "address_not_confirmed", "sv", ON);

async function office() {
  const controller = await aController();
  let now = MONDAY;
  const officer = await staffCtxAt(controller, ["officer"], () => now);
  const { reference, receipt } = await entered(officer);
  const noticeOf = async (kind: string) => {
    const where = { controllerId: controller.id, filingId: receipt.filingId, kind };
    return (await db().notice.findFirstOrThrow({ where, orderBy: { owedAt: "desc" } })).id;
  };
  const version = async () => (await requestPage(officer, reference)).version;
  return { controller, officer, reference, receipt, noticeOf, version, at: (date: Date) => (now = date) };
}

const letterToPost = async (...of: Parameters<typeof lettersToPost>) => {
  const [letter] = await lettersToPost(...of);
  if (!letter) throw new Error("There is no letter.");
  return letter;
};

const lettersOf = async (ctx: Parameters<typeof queue>[0]) =>
  (await queue(ctx, queueParams.parse({ view: "notices" }))).lines.map(({ reference, trouble }) => [
    reference,
    trouble,
  ]);

test("the receipt is a letter that the queue lists until its posting is recorded", async () => {
  const { officer, reference, noticeOf } = await office();
  expect(await lettersOf(officer)).toEqual([[reference, "to_post"]]);
  const noticeId = await noticeOf("receipt");
  const { letter, to } = await letterToPost(officer, reference, noticeId);
  expect(to).toMatchObject({ name: "Åsa Påhittad", address: "Låtsasvägen 4\n000 00 Ingenstans" });
  const text = JSON.stringify(letter?.blocks);
  expect(text).toContain(reference.slice(0, 5));
  expect(text).not.toContain("/c/");
  await recordPosting(officer, { noticeId, postedOn: "2026-11-16", how: "post" });
  expect(await lettersOf(officer)).toEqual([]);
  expect(await refusal(recordPosting(officer, { noticeId, postedOn: "2026-11-16", how: "post" }))).toEqual({
    code: "wrong_state",
    state: "accepted",
  });
});

test("to an address nobody verified no answer goes, only that the request is closed", async () => {
  const { officer, reference, version, noticeOf, at } = await office();
  const attempt = decide(officer, { reference, version: await version(), answer: ANSWER });
  expect(await refusal(attempt)).toEqual({ code: "address_not_confirmed" });
  const closing = async () => decide(officer, { reference, version: await version(), answer: CLOSING });
  expect(await refusal(closing())).toEqual({ code: "refusal_incomplete", missing: ["closing_early"] });
  at(THREE_WEEKS_ON);
  await closing();
  const { letter } = await letterToPost(officer, reference, await noticeOf("closed_unconfirmed"));
  expect(JSON.stringify(letter?.blocks)).toContain("att postadressen som angavs");
  // Verified before it was posted: that letter is none any more, and the request is open.
  await verifyAddress(officer, { reference, how: "records" });
  expect((await requestPage(officer, reference)).standing).toBe("open");
  const noticeId = await noticeOf("closed_unconfirmed");
  const late = recordPosting(officer, { noticeId, postedOn: "2026-12-07", how: "post" });
  expect(await refusal(late)).toEqual({ code: "wrong_state", state: "recalled" });
});

test("how the address was verified is kept with who and when, and then an answer may go", async () => {
  const { officer, controller, reference, version, noticeOf } = await office();
  await verifyAddress(officer, { reference, how: "records" });
  const [event] = await eventsOf(controller, reference, "filing.address_verified");
  expect(event?.facts).toEqual({ how: "records" });
  expect(await refusal(verifyAddress(officer, { reference, how: "records" }))).toEqual({
    code: "wrong_state",
    state: "confirmed",
  });
  await decide(officer, { reference, version: await version(), answer: ANSWER });
  const { letter } = await letterToPost(officer, reference, await noticeOf("answer_ready"));
  expect(JSON.stringify(letter?.blocks)).toContain(ANSWER.searches[0]?.system);
});

test("an email address is confirmed by its link and by nobody of the staff", async () => {
  const { officer, controller } = await office();
  const { requests } = await filed(publicCtxAt(controller));
  const reference = requests[0]?.reference as string;
  expect(await refusal(verifyAddress(officer, { reference, how: "in_person" }))).toEqual({
    code: "wrong_state",
    state: "email",
  });
});

test("a decision takes effect when its posting is recorded, as of the day it went", async () => {
  const { officer, controller, reference, version, noticeOf, at } = await office();
  await verifyAddress(officer, { reference, how: "in_person" });
  await decide(officer, { reference, version: await version(), answer: ANSWER });
  expect((await requestPage(officer, reference)).standing).toBe("answer_pending");
  const noticeId = await noticeOf("answer_ready");
  at(THURSDAY);
  const wrong = (postedOn: string) => refusal(recordPosting(officer, { noticeId, postedOn, how: "post" }));
  expect(await wrong("2026-11-20")).toMatchObject({
    issues: [{ field: "postedOn", message: "postedAhead" }],
  });
  expect(await wrong("2026-11-15")).toMatchObject({
    issues: [{ field: "postedOn", message: "postedBefore" }],
  });
  expect((await requestPage(officer, reference)).standing).toBe("answer_pending");
  await recordPosting(officer, { noticeId, postedOn: "2026-11-17", how: "registered_post" });
  const page = await requestPage(officer, reference);
  expect(page).toMatchObject({ standing: "closed", outcome: "nothing_held" });
  const request = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
  expect(request.closedAt?.toISOString()).toBe("2026-11-17T11:00:00.000Z");
  const [posted] = await eventsOf(controller, reference, "notice.posted");
  expect(posted?.facts).toMatchObject({ kind: "answer_ready", on: "2026-11-17", how: "registered_post" });
});

test("a question by post holds the question itself", async () => {
  const { officer, reference, version, noticeOf } = await office();
  await verifyAddress(officer, { reference, how: "records" });
  await askQuestion(officer, { reference, version: await version(), text: "Vilket år gäller det?" });
  const { letter } = await letterToPost(officer, reference, await noticeOf("question"));
  expect(JSON.stringify(letter?.blocks)).toContain("Vilket år gäller det?");
});

test("a letter of another controller, of a mail, or for who may not post does not exist", async () => {
  const { officer, reference, noticeOf, controller } = await office();
  const noticeId = await noticeOf("receipt");
  const elsewhere = await office();
  expect(
    await refusal(recordPosting(elsewhere.officer, { noticeId, postedOn: "2026-11-16", how: "post" })),
  ).toEqual({ code: "not_found" });
  expect(await refusal(letterToPost(officer, reference, await elsewhere.noticeOf("receipt")))).toEqual({
    code: "not_found",
  });
  const contributor = await staffCtxAt(controller, ["contributor"]);
  expect(await refusal(letterToPost(contributor, reference, noticeId))).toEqual({ code: "not_allowed" });
});

test("letters of the desk never send somebody without a mailbox to a page, and say how to reach us", async () => {
  const { officer, reference, version, noticeOf } = await office();
  const reply = ["brev", "telefon", "dpo@exempelbolaget.test"];
  await verifyAddress(officer, { reference, how: "records" });
  await askPausing(officer, {
    ...{ reference, version: await version(), text: "Vilka år?", choices: "" },
    ...{ category: "period", reason: "Fyra register", largeQuantity: true },
  });
  const question = await noticeText(await noticeOf("question_pause"));
  for (const part of ["Vilka år?", "står tiden för vårt svar stilla", ...reply])
    expect(question).toContain(part);
  await askIdentity(officer, reference);
  const identity = await noticeText(await noticeOf("identity_request"));
  for (const part of [DOUBT.doubt, "slutet kuvert", "brev eller per telefon"])
    expect(identity).toContain(part);
  for (const text of [question, identity]) expect(text).not.toContain("din sida");
});
