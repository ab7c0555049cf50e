/** What has not left when its request ends asks for nothing any more: it never leaves. */

import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { sendAuthority } from "@/lib/commands/identity/send-authority";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { setEnv } from "@/lib/env";
import { myIdentity } from "@/lib/queries/identity/my-identity";
import { requestPage } from "@/lib/queries/request/request-page";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { askIdentity } from "@/tests/support/identity";
import { deliver, eventsOf } from "@/tests/support/office";
import { anUpload, useFiles } from "@/tests/support/upload";

useDatabase();
useFiles();

let controller: Controller;
let officer: Ctx;

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
});

const versionOf = async (reference: string) =>
  (await db().rightsRequest.findUniqueOrThrow({ where: { reference } })).version;

/** The newest notice of a kind about a request. */
async function noticeOf(reference: string, kind: string) {
  const { id } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
  return db().notice.findFirstOrThrow({ where: { requestId: id, kind }, orderBy: { owedAt: "desc" } });
}

const recalled = async (reference: string) =>
  (await eventsOf(controller, reference, "notice.recalled")).map(({ facts }) => facts.kind);

test("a question that waits to be sent does not follow the answer that closes its request", async () => {
  const { reference } = await filedAndConfirmed(publicCtxAt(controller));
  await deliver(officer);
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "3600" });
  await askQuestion(officer, { reference, version: 1, text: "Which account?" });
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
  const answer = answerTo("access", "nothing_held");
  await decide(officer, { reference, version: await versionOf(reference), answer });
  await deliver(officer);
  expect(await noticeOf(reference, "question")).toMatchObject({ state: "recalled" });
  expect(await recalled(reference)).toEqual(["question"]);
  const page = await requestPage(officer, reference);
  expect(page).toMatchObject({ standing: "closed", thread: [{ kind: "question", takenBack: true }] });
});

test("nor is one left to post, or a demand for proof, when the request is taken back", async () => {
  const { reference, receipt } = await entered(officer);
  await verifyAddress(officer, { reference, how: "records" });
  await askQuestion(officer, { reference, version: await versionOf(reference), text: "Which account?" });
  await askIdentity(officer, reference);
  const requester: Ctx = { ...officer, actor: { kind: "requester", filingId: receipt.filingId } };
  await withdrawRequest(requester, { reference });
  expect(await noticeOf(reference, "question")).toMatchObject({ state: "recalled" });
  expect(await noticeOf(reference, "identity_request")).toMatchObject({ state: "recalled" });
  expect((await recalled(reference)).toSorted()).toEqual(["identity_request", "question"]);
});

test("proof of authority goes with the last request of its filing, and the log says so", async () => {
  const filing = aFiling([ACCESS, { right: "erasure", grounds: [], what: "" }]);
  const acts = { onBehalf: "other", subjectName: "Bo Ek", authority: "Fullmakt" } as const;
  const { requester, receipt } = await filedAndConfirmed(publicCtxAt(controller), {
    ...filing,
    who: { ...filing.who, ...acts },
  });
  const upload = await anUpload(requester, { name: "fullmakt.pdf" });
  await sendAuthority(requester, [upload]);
  await finishUploads([upload]);
  const [first = "", last = ""] = receipt.requests.map(({ reference }) => reference);
  const sent = async () => (await myIdentity(requester)).represents?.sent;
  const deleted = async (reference: string) => (await eventsOf(controller, reference, "file.deleted")).length;

  await withdrawRequest(requester, { reference: first });
  expect([await sent(), await deleted(first)]).toEqual([true, 0]);
  await withdrawRequest(requester, { reference: last });
  expect([await sent(), await deleted(last)]).toEqual([false, 1]);
  expect((await eventsOf(controller, last, "file.deleted"))[0]).toMatchObject({
    facts: { why: "request_ended" },
  });
});

test("a question that was asked stays in the history as it was", async () => {
  const { reference, receipt } = await entered(officer);
  await verifyAddress(officer, { reference, how: "records" });
  await askQuestion(officer, { reference, version: await versionOf(reference), text: "Which account?" });
  const { id } = await noticeOf(reference, "question");
  await recordPosting(officer, { noticeId: id, postedOn: localDay(), how: "post" });
  const requester: Ctx = { ...officer, actor: { kind: "requester", filingId: receipt.filingId } };
  await withdrawRequest(requester, { reference });
  expect(await noticeOf(reference, "question")).toMatchObject({ state: "accepted" });
  expect(await recalled(reference)).toEqual([]);
});
