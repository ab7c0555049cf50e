/** What staff write is read as it will leave, in the language of whom it goes to, and that is what is sent. */

import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { keepLetter } from "@/lib/commands/notice/keep-letter";
import { previewLetter } from "@/lib/commands/notice/preview-letter";
import { sendLetter } from "@/lib/commands/notice/send-letter";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { note } from "@/lib/commands/request/note";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { WrittenLetter } from "@/lib/domain/notice/written-letter";
import { setEnv } from "@/lib/env";
import { formatDate } from "@/lib/i18n/format";
import { keptFields } from "@/lib/queries/notice/kept-fields";
import { myRequests } from "@/lib/queries/request/my-requests";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import { aController, aFiling, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { noticeText } from "@/tests/support/notice-text";
import { deliver, refusal } from "@/tests/support/office";

useDatabase();

let controller: Controller;
let officer: Ctx;

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
});
beforeEach(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" }));

const seen = async (reference: string) => {
  const version = (await requestByReference(controller.id, reference))?.version as number;
  return { reference, version };
};

/** Writes a letter, reads it, and returns what was read. */
async function read(reference: string, kind: WrittenLetter, fields: object, ctx = officer) {
  await keepLetter(ctx, kind, { ...(await seen(reference)), ...fields });
  const { ready } = await previewLetter(ctx, reference, kind);
  return { text: JSON.stringify(ready?.notices), letter: ready?.fingerprint as string };
}

const newest = (kind: string) =>
  db().notice.findFirstOrThrow({ where: { kind, controllerId: controller.id }, orderBy: { owedAt: "desc" } });

const QUESTION = { stops: "no", text: "Gäller det canary-kontot?" };
const PAUSING = {
  ...{ stops: "yes", text: "Vilka canary-år?", choices: "2024\n2025", category: "period" },
  ...{ reason: "Fyra register", largeQuantity: "yes" },
};

async function swede() {
  return filedAndConfirmed(publicCtxAt(controller), { ...aFiling(), language: "sv" });
}

test.each([
  ["question", QUESTION, ["canary-kontot", "Vi har en fråga om din begäran"]],
  ["question", PAUSING, ["canary-år", "– 2024", "räcker det att svara att du vill ha allt"]],
  [
    "forwarding",
    { name: "canary-kunden", email: "x@kund.test" },
    ["canary-kunden", "Ni är personuppgiftsansvariga"],
  ],
] as const)(
  "%s: the preview is every word that leaves, in the requester's language",
  async (kind, fields, words) => {
    const { reference } = await swede();
    const { text, letter } = await read(reference, kind, fields);
    for (const word of words) expect(text).toContain(word);
    expect(text).not.toMatch(/\/c\/[A-Za-z0-9_-]{20}/);
    expect(text).toContain("/c/…");
    expect(await keptFields(officer, reference, kind)).not.toEqual({});
    await sendLetter(officer, kind, { ...(await seen(reference)), letter });
    expect(await keptFields(officer, reference, kind)).toEqual({});
  },
);

test("the word to a person who is answered themselves is read first, and needs somebody who filed for them", async () => {
  const own = await swede();
  const direct = { email: "alex@person.test", why: "It stands in the register." };
  const nobody = keepLetter(officer, "direct", { ...(await seen(own.reference)), ...direct });
  expect(await refusal(nobody)).toEqual({ code: "wrong_state", state: "not_represented" });
  const filing = aFiling();
  const other = { onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" } as const;
  const who = { ...filing.who, ...other };
  const { reference } = await filedAndConfirmed(publicCtxAt(controller), { ...filing, language: "sv", who });
  const { text, letter } = await read(reference, "direct", direct);
  expect(text).toContain("/c/…");
  await sendLetter(officer, "direct", { ...(await seen(reference)), letter });
  expect((await newest("answered_directly")).state).toBe("owed");
});

test("by post the preview is the letter that is printed", async () => {
  const { reference } = await entered(officer);
  await verifyAddress(officer, { reference, how: "records" });
  const { text, letter } = await read(reference, "question", QUESTION);
  expect(text).toContain("Du kan svara i brev");
  await sendLetter(officer, "question", { ...(await seen(reference)), letter });
  const printed = JSON.parse(await noticeText((await newest("question")).id))[0];
  expect(JSON.parse(text)[0].arrives.blocks).toEqual(printed.blocks);
});

test("nothing leaves that was not read: another letter, another person's, none, a version since", async () => {
  const { reference } = await swede();
  const { letter } = await read(reference, "question", QUESTION);
  const send = async (ctx: Ctx, change: object) =>
    (await refusal(sendLetter(ctx, "question", { ...(await seen(reference)), letter, ...change }))).code;
  const colleague = await staffCtxAt(controller, ["officer"]);
  expect(await send(colleague, {})).toBe("not_found");
  expect(await send(officer, { letter: "0".repeat(64) })).toBe("changed_meanwhile");
  expect(await send(officer, { letter: undefined })).toBe("bad_input");
  expect((await refusal(sendLetter(officer, "no_such", {}))).code).toBe("not_found");
  const auditor = await staffCtxAt(controller, ["auditor"]);
  expect((await refusal(previewLetter(auditor, reference, "question"))).code).toBe("not_allowed");
  const before = await seen(reference);
  await note(officer, { ...before, text: "Emellan" });
  expect(await send(officer, before)).toBe("changed_meanwhile");
  const requestId = (await requestByReference(controller.id, reference))?.id as string;
  expect(await db().notice.count({ where: { kind: "question", requestId } })).toBe(0);
});

test("a wrong form is said at once, and nothing of it is kept", async () => {
  const { reference } = await swede();
  const keep = async (kind: WrittenLetter, fields: object) =>
    (await refusal(keepLetter(officer, kind, { ...(await seen(reference)), ...fields }))).code;
  expect(await keep("question", { ...QUESTION, text: " " })).toBe("bad_input");
  expect(await keep("question", { ...PAUSING, largeQuantity: "" })).toBe("bad_input");
  expect(await keep("reopening", { source: "court", text: "x", on: localDay() })).toBe("wrong_state");
  expect(await keptFields(officer, reference, "question")).toEqual({});
});

test("opened again by mistake: taken back before the notice leaves, it is closed with its answer and date", async () => {
  const { reference, requester } = await swede();
  const answer = answerTo("access", "granted", { text: "canary-answer" });
  await decide(officer, { ...(await seen(reference)), answer });
  await db().notice.updateMany({ data: { nextAttemptAt: new Date(0) } });
  await deliver(officer);
  const before = await requestByReference(controller.id, reference);
  const on = localDay();
  const { text, letter } = await read(reference, "reopening", { source: "court", text: "Domen", on });
  expect(text).toContain("öppen igen");
  await sendLetter(officer, "reopening", { ...(await seen(reference)), letter });
  const open = await requestByReference(controller.id, reference);
  expect(open).toMatchObject({ state: "open", clockStatus: "running" });
  const { id: noticeId } = await newest("reopened");
  // The date that was read is the date that is promised.
  expect(text).toContain(formatDate(open?.promisedOn as IsoDate, "sv"));
  await undoSend(officer, { ...(await seen(reference)), noticeId });
  const { version: _, ...closed } = before as NonNullable<typeof before>;
  expect(await requestByReference(controller.id, reference)).toMatchObject(closed);
  expect(JSON.stringify((await myRequests(requester)).requests[0]?.letter)).toContain("canary-answer");
});
