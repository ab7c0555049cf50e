/** Somebody who acts for another: nothing about the person leaves to them until their authority was checked. */
import { answerFor } from "@/lib/cli/demo-seed/answers";
import { decide } from "@/lib/commands/decision/decide";
import { previewAnswer } from "@/lib/commands/decision/preview";
import { saveDraft } from "@/lib/commands/decision/save-draft";
import { answerDirectly } from "@/lib/commands/identity/answer-directly";
import { recordAuthority } from "@/lib/commands/identity/record-authority";
import { sendAuthority } from "@/lib/commands/identity/send-authority";
import { useLink as spendLink } from "@/lib/commands/identity/use-link";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { assign } from "@/lib/commands/request/assign";
import { openFile } from "@/lib/commands/request/open-file";
import { db } from "@/lib/db/client";
import { openRequesterSession, requesterSession } from "@/lib/db/requester-session";
import { quietly } from "@/lib/db/transact";
import type { Answer, RefusalPart } from "@/lib/domain/decision/answer";
import type { Details } from "@/lib/domain/intake/filing";
import { answerForm } from "@/lib/queries/decision/answer-form";
import { myIdentity } from "@/lib/queries/identity/my-identity";
import { requestIdentityView } from "@/lib/queries/identity/request-identity";
import { myRequests } from "@/lib/queries/request/my-requests";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { accept, versionOf } from "@/tests/support/identity";
import { workingToken } from "@/tests/support/link";
import { eventsOf, refusal, stopsDone } from "@/tests/support/office";
import { anUpload, useFiles } from "@/tests/support/upload";

const database = useDatabase();
useFiles();

const REPRESENTED = { onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" } as const;
const ANSWER = answerFor("access", "granted", "sv");

async function aDesk(details: Details = ACCESS) {
  const controller = await aController();
  const filing = aFiling([details], { name: "Kim Ombud" });
  const ctx = publicCtxAt(controller);
  const who = { ...filing.who, ...REPRESENTED };
  const { requester, reference, receipt } = await filedAndConfirmed(ctx, { ...filing, who });
  const officer = await staffCtxAt(controller, ["officer"]);
  await assign(officer, { reference, version: 1, assigneeId: officer.staffId });
  await accept(officer);
  const seen = async () => ({ reference, version: await versionOf(officer, reference) });
  const find = async (result: "accepted" | "rejected") =>
    recordAuthority(officer, {
      ...(await seen()),
      result,
      kind: "power_of_attorney",
      shown: "Signed, 3 May.",
    });
  const answer = async (written: Answer = ANSWER) => decide(officer, { ...(await seen()), answer: written });
  return { controller, ctx, requester, reference, filingId: receipt.filingId, officer, seen, find, answer };
}

test("unchecked: no answer leaves, the preview says why, both pages say who acts for whom", async () => {
  const desk = await aDesk();
  expect(await refusal(desk.answer())).toEqual({ code: "not_releasable", missing: ["authority_unchecked"] });
  await saveDraft(desk.officer, { reference: desk.reference, answer: ANSWER });
  expect((await previewAnswer(desk.officer, desk.reference)).gaps).toEqual(["authority_unchecked"]);
  expect((await myIdentity(desk.requester)).represents).toEqual({
    name: "Alex Andra",
    state: "unchecked",
    sent: false,
  });
  const { represented } = await requestIdentityView(desk.officer, desk.reference);
  expect(represented).toMatchObject({ representative: "Kim Ombud", name: "Alex Andra", state: "unchecked" });
});

test("accepted: the answer leaves, says for whom, and what was shown is gone", async () => {
  const desk = await aDesk();
  const upload = await anUpload(desk.requester);
  await sendAuthority(desk.requester, [upload]);
  await finishUploads([upload]);
  expect((await myIdentity(desk.requester)).represents?.sent).toBe(true);
  await (await openFile(desk.officer, { file: upload.id })).close();
  await desk.find("accepted");
  expect(await db().storedFile.findUniqueOrThrow({ where: { id: upload.id } })).toMatchObject({
    nameSealed: null,
  });
  await desk.answer();
  await accept(desk.officer);
  expect(JSON.stringify((await myRequests(desk.requester)).requests[0]?.letter)).toContain("Alex Andra");
  expect(await eventsOf(desk.controller, desk.reference, "authority.checked")).toHaveLength(1);
});

test("rejected afterwards: not even an answer that was sent is shown any more, nor how it ended", async () => {
  const desk = await aDesk();
  await desk.find("accepted");
  await desk.answer();
  await desk.find("rejected");
  await accept(desk.officer);
  expect((await myRequests(desk.requester)).requests[0]).toMatchObject({ letter: null, outcome: null });
});

test("rejected: they are refused for that and nothing else, and read it; a complaint too", async () => {
  const complaint = { right: "complaint", what: "Ingen svarade." } as const;
  for (const details of [ACCESS, complaint] as const) {
    const desk = await aDesk(details);
    const refused = answerFor(details.right, "refused", "sv");
    const [only] = refused.refusals;
    const no = {
      ...only,
      ground: "no_authority",
      reasons: "canary-customer-4711",
      balancing: "",
      provision: "",
    };
    const answer = { ...refused, content: null, refusals: [no as RefusalPart] };
    expect((await refusal(desk.answer(answer))).code).toBe("not_releasable");
    await desk.find("rejected");
    expect((await answerForm(desk.officer, desk.reference)).grounds.map(({ id }) => id)).toContain(
      "no_authority",
    );
    expect((await refusal(desk.answer(refused))).code).toBe("not_releasable");
    await desk.answer(answer);
    await accept(desk.officer);
    const letter = JSON.stringify((await myRequests(desk.requester)).requests[0]?.letter);
    expect(letter).not.toContain("canary");
    expect(letter).toContain("vi kunde inte godta det");
    expect(letter).toContain("inte fått se att du får företräda");
  }
});

test("rejected: that marketing has stopped is told without a word about the person", async () => {
  const desk = await aDesk({ right: "marketing_objection", channels: ["all"] });
  await desk.find("rejected");
  await stopsDone(desk.officer, desk.reference);
  const whole = { ...answerFor("marketing_objection", "granted", "sv"), text: "canary-customer" };
  await saveDraft(desk.officer, { reference: desk.reference, answer: whole });
  expect(await answerForm(desk.officer, desk.reference)).toMatchObject({ bare: true, outcomes: ["granted"] });
  const preview = await previewAnswer(desk.officer, desk.reference);
  expect(preview).toMatchObject({ gaps: [], missing: [] });
  await desk.answer(whole);
  await accept(desk.officer);
  const [read] = (await myRequests(desk.requester)).requests;
  const letter = JSON.stringify(read?.letter);
  expect(letter).toContain("Det som skulle upphöra har stoppats");
  expect(letter).not.toContain("canary-customer");
  expect(letter).not.toContain("Alla utskick");
  expect(read?.outcome).toBe("granted");
});

test("answered directly: the representative's sessions and links end, the person confirms and reads", async () => {
  const desk = await aDesk();
  await desk.find("rejected");
  const session = await quietly((tx) => openRequesterSession(tx, desk.controller.id, desk.filingId));
  const old = await workingToken(database, desk.filingId);
  const direct = { email: "alex@person.test", why: "It stands in the register." };
  await answerDirectly(desk.officer, { ...(await desk.seen()), ...direct });
  expect(await requesterSession(session)).not.toBeNull();
  await accept(desk.officer);
  expect(await requesterSession(session)).toBeNull();
  expect(await refusal(spendLink(desk.ctx, old))).toEqual({ code: "link_superseded" });
  expect(await refusal(desk.answer())).toEqual({ code: "address_not_confirmed" });
  await spendLink(desk.ctx, await workingToken(database, desk.filingId));
  await desk.answer();
  await accept(desk.officer);
  expect((await myRequests(desk.requester)).requests[0]?.letter).not.toBeNull();
  expect((await myIdentity(desk.requester)).represents).toBeNull();
});

test("who asks for themself has no authority to be checked", async () => {
  const desk = await aDesk();
  const own = await filedAndConfirmed(desk.ctx);
  const found = { result: "accepted", kind: "lawyer", shown: "x" };
  const attempt = recordAuthority(desk.officer, { reference: own.reference, version: 1, ...found });
  expect(await refusal(attempt)).toEqual({ code: "wrong_state", state: "not_represented" });
  const upload = await anUpload(own.requester);
  expect(await refusal(sendAuthority(own.requester, [upload]))).toMatchObject({ code: "wrong_state" });
  await finishUploads([upload]);
});
