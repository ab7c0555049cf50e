/** Undoing a sending gives back what was written; once the letter has arrived, the draft of it is gone. */
import { extend } from "@/lib/commands/clock/extend";
import { previewExtension } from "@/lib/commands/clock/preview-extension";
import { saveExtension } from "@/lib/commands/clock/save-extension";
import type { Ctx } from "@/lib/commands/context";
import { recall } from "@/lib/commands/decision/recall";
import { previewFee } from "@/lib/commands/fee/preview-fee";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import { previewIdentityRequest } from "@/lib/commands/identity/preview-request";
import { keepLetter } from "@/lib/commands/notice/keep-letter";
import { previewLetter } from "@/lib/commands/notice/preview-letter";
import { sendLetter } from "@/lib/commands/notice/send-letter";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import type { WrittenLetter } from "@/lib/domain/notice/written-letter";
import { setEnv } from "@/lib/env";
import { keptFields } from "@/lib/queries/notice/kept-fields";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import { aController, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { anOffice, approved, asked, feeForm, seen as seenAt } from "@/tests/support/fee";
import { accept, askIdentity, DOUBT } from "@/tests/support/identity";

useDatabase();

let controller: Controller;
let officer: Ctx;

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
});
beforeEach(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" }));

async function aRequest(at = controller) {
  const { reference } = await filedAndConfirmed(publicCtxAt(at));
  const id = (await requestByReference(at.id, reference))?.id as string;
  const seen = async () => {
    const version = (await requestByReference(at.id, reference))?.version as number;
    return { reference, version };
  };
  const newest = async () =>
    (await db().notice.findFirstOrThrow({ where: { requestId: id }, orderBy: { owedAt: "desc" } })).id;
  const drafts = async () =>
    (await db().letterDraft.count({ where: { requestId: id } })) +
    (await db().identityDraft.count({ where: { requestId: id } }));
  return { id, reference, seen, newest, drafts };
}

type Asked = Awaited<ReturnType<typeof aRequest>>;

async function sent(of: Asked, kind: WrittenLetter, fields: object, ctx = officer): Promise<void> {
  await keepLetter(ctx, kind, { ...(await of.seen()), ...fields });
  const { ready } = await previewLetter(ctx, of.reference, kind);
  await sendLetter(ctx, kind, { ...(await of.seen()), letter: ready?.fingerprint });
}

const QUESTION = { stops: "no", text: "Gäller det kontot?" };
const PAUSING = {
  ...{ stops: "yes", text: "Vilka år?", choices: "2024\n2025", category: "period" },
  ...{ reason: "Fyra register", largeQuantity: "yes" },
};
const { stops: _, ...PLAIN_FIELDS } = QUESTION;
const { stops: __, ...PAUSING_FIELDS } = PAUSING;
const CUSTOMER = { name: "Kunden AB", email: "x@kund.test", note: "Läs detta" };
const WITHDRAWAL = { kind: "withdrawal", way: "phone", text: "Jag ångrar mig." };

test.each([
  ["question", QUESTION, PLAIN_FIELDS],
  ["question", PAUSING, PAUSING_FIELDS],
  ["forwarding", CUSTOMER, CUSTOMER],
  ["withdrawal", WITHDRAWAL, { way: "phone", text: WITHDRAWAL.text }],
] as const)("%s: what was written is there again after undo", async (kind, fields, given) => {
  const of = await aRequest();
  await sent(of, kind, kind === "withdrawal" ? { ...fields, on: localDay() } : fields);
  expect(await keptFields(officer, of.reference, kind)).toEqual({});
  await undoSend(officer, { ...(await of.seen()), noticeId: await of.newest() });
  expect(await keptFields(officer, of.reference, kind)).toMatchObject(given);
  // It can be sent as it is.
  const { ready } = await previewLetter(officer, of.reference, kind);
  await sendLetter(officer, kind, { ...(await of.seen()), letter: ready?.fingerprint });
  await accept(officer);
  expect(await of.drafts()).toBe(0);
});

test("an extension and a request for proof are there again too", async () => {
  const text = { reasons: ["many_systems"], specific: "Sex register från fyra år.", done: "Tre är klara." };
  const of = await aRequest();
  await saveExtension(officer, { reference: of.reference, ...text });
  const { fingerprint } = await previewExtension(officer, of.reference);
  await extend(officer, { ...(await of.seen()), letter: fingerprint });
  expect((await previewExtension(officer, of.reference)).text.reasons).toEqual([]);
  await undoSend(officer, { ...(await of.seen()), noticeId: await of.newest() });
  expect((await previewExtension(officer, of.reference)).text).toMatchObject(text);

  await askIdentity(officer, of.reference);
  expect((await previewIdentityRequest(officer, of.reference)).draft).toBeNull();
  await undoSend(officer, { ...(await of.seen()), noticeId: await of.newest() });
  expect((await previewIdentityRequest(officer, of.reference)).draft).toMatchObject(DOUBT);
  await askIdentity(officer, of.reference);
  await accept(officer);
  expect(await of.drafts()).toBe(1); // the extension, which is still being written
});

test("a colleague who undoes gives it back to who wrote it, and takes nothing that was begun since", async () => {
  const colleague = await staffCtxAt(controller, ["officer"]);
  const of = await aRequest();
  await sent(of, "question", QUESTION);
  const first = await of.newest();
  await undoSend(colleague, { ...(await of.seen()), noticeId: first });
  expect(await keptFields(colleague, of.reference, "question")).toEqual({});
  expect(await keptFields(officer, of.reference, "question")).toMatchObject(PLAIN_FIELDS);

  await sent(of, "question", QUESTION);
  const second = await of.newest();
  await keepLetter(officer, "question", { ...(await of.seen()), stops: "no", text: "En annan fråga?" });
  await undoSend(officer, { ...(await of.seen()), noticeId: second });
  expect(await keptFields(officer, of.reference, "question")).toMatchObject({ text: "En annan fråga?" });
  expect(await of.drafts()).toBe(1);
});

test("of two letters of a kind, each undo gives back its own", async () => {
  const of = await aRequest();
  await sent(of, "question", QUESTION);
  const first = await of.newest();
  await new Promise((later) => setTimeout(later, 5));
  await sent(of, "question", { stops: "no", text: "Och den andra?" });
  await undoSend(officer, { ...(await of.seen()), noticeId: first });
  expect(await keptFields(officer, of.reference, "question")).toMatchObject(PLAIN_FIELDS);
});

test("what waits for approval and is taken back gives back what was written to the customer", async () => {
  const strict = await aController({ dpoApproves: "everything" });
  const writer = await staffCtxAt(strict, ["officer"]);
  const of = await aRequest(strict);
  await sent(of, "forwarding", CUSTOMER, writer);
  expect(await keptFields(writer, of.reference, "forwarding")).toEqual({});
  await recall(writer, await of.seen());
  expect(await keptFields(writer, of.reference, "forwarding")).toMatchObject(CUSTOMER);
});

test("the page of a fee begins with what the notice that was taken back was made of", async () => {
  const office = await anOffice();
  const { reference } = await asked(office);
  await approved(office, reference, "fee");
  expect((await previewFee(office.officer, reference, null)).takenBack).toBeNull();
  const form = await feeForm(office, reference);
  await sendFeeNotice(office.officer, form);
  const { noticeId } = await db().fee.findFirstOrThrow({ where: { controllerId: office.controller.id } });
  await undoSend(office.officer, { ...(await seenAt(office, reference)), noticeId });
  expect((await previewFee(office.officer, reference, null)).takenBack).toEqual({
    quantities: ["10", "1.5"],
    answerBy: form.answerBy,
  });
});
