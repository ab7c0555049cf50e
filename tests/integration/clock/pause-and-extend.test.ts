/** Pause, resume and the one extension against PostgreSQL: pending until accepted, late without effect, taken back. */
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { cancelQuestion, correctAnswer, takeBackAnswer } from "@/lib/commands/clock/correct-answer";
import { extend } from "@/lib/commands/clock/extend";
import { prepareExtension } from "@/lib/commands/clock/prepare-extension";
import { saveExtension } from "@/lib/commands/clock/save-extension";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { recordReceived } from "@/lib/commands/request/record-received";
import { reply } from "@/lib/commands/request/reply";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import { clockLinesOf } from "@/lib/db/clock-details";
import type { Controller } from "@/lib/db/controller";
import { loadDataKey } from "@/lib/db/data-key";
import { type RightsRequest, requestByReference } from "@/lib/db/request";
import { threadOf } from "@/lib/db/thread";
import { setEnv } from "@/lib/env";
import { myRequests } from "@/lib/queries/request/my-requests";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { eventsOf, refusal, systemCtx } from "@/tests/support/office";

useDatabase();
/** Received on Saturday 5 December 2026: the last day is Tuesday 5 January 2027, extended Friday 5 March. */
const RECEIVED = "2026-12-05";
const at = (date: string) => () => new Date(`${date}T11:00:00Z`);
let controller: Controller;
let officer: Ctx;
let reference: string;
let requester: Ctx;

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
});

beforeEach(async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
  const made = await filedAndConfirmed(publicCtxAt(controller, at(RECEIVED)));
  ({ reference, requester } = made);
});

const stored = async () => (await requestByReference(controller.id, reference)) as RightsRequest;
const on = (ctx: Ctx, date: string): Ctx => ({ ...ctx, now: at(date) });
const lines = async () => clockLinesOf(controller.id, (await stored()).id, null);

async function seen() {
  return { reference, version: (await stored()).version };
}

async function ask(date: string, more: object = {}) {
  await askPausing(on(officer, date), {
    ...(await seen()),
    text: "Vilka år menar du?",
    choices: "2024\n2025",
    category: "period",
    reason: "Fyra register med 20 000 poster",
    largeQuantity: true,
    ...more,
  });
}

const TEXT = {
  reasons: ["many_systems"],
  specific: "Sju arkiv i tre länder.",
  done: "Två arkiv är genomsökta.",
};

async function sendExtension(date: string, text: object = TEXT) {
  const ctx = on(officer, date);
  await saveExtension(ctx, { reference, ...text });
  const { fingerprint } = await prepareExtension(ctx, await stored(), text as typeof TEXT as never);
  await extend(ctx, { ...(await seen()), letter: fingerprint || "0".repeat(64) });
}

/** What is owed for the request may be sent now, whatever the day of the test is. */
async function due() {
  const where = { requestId: (await stored()).id, state: "owed" };
  await db().notice.updateMany({ where, data: { nextAttemptAt: new Date(0) } });
}

/** The mail server accepts what is owed for the request on a date. */
async function accept(date: string) {
  const { id } = await stored();
  const due = await db().notice.findMany({ where: { requestId: id, state: "owed" } });
  for (const notice of due) {
    await db().notice.update({ where: { id: notice.id }, data: { nextAttemptAt: new Date(0) } });
    await claimForSending(systemCtx(), notice.id);
    await recordSendOutcome({ ...systemCtx(), now: at(date) }, notice.id, { accepted: true }, 0.5);
  }
}

const answerHere = (date: string) =>
  reply(on(requester, date), { reference, text: "Allt.", idempotencyKey: `${reference}-${date}-key` });

describe("a question that stops the clock", () => {
  test("is pending until its notice was accepted; the reply lets the time go on, and the promise moves", async () => {
    await ask("2026-12-07");
    expect(await stored()).toMatchObject({ clockStatus: "running", statutoryOn: "2027-01-05" });
    await accept("2026-12-08");
    expect(await stored()).toMatchObject({
      clockStatus: "paused",
      statutoryOn: null,
      promisedOn: "2027-01-05",
    });
    await answerHere("2026-12-15");
    expect(await stored()).toMatchObject({
      clockStatus: "running",
      statutoryOn: "2027-01-12",
      promisedOn: "2027-01-12",
      waitingSince: null,
    });
    const key = await loadDataKey(db(), (await stored()).dataKeyId);
    const [question] = await threadOf(controller.id, (await stored()).id, key);
    for (const said of [
      "Vilka år menar du?",
      "– 2024",
      "stor mängd uppgifter",
      "vill ha allt",
      "5 januari 2027",
      "fortsätter vi",
    ]) {
      expect(question?.text).toContain(said);
    }
  });

  test("answered before its notice was known to have arrived, it never stops anything", async () => {
    await ask("2026-12-07");
    await answerHere("2026-12-07");
    await accept("2026-12-08");
    expect(await stored()).toMatchObject({ clockStatus: "running", statutoryOn: "2027-01-05" });
    expect(await lines()).toMatchObject([{ type: "clarification_requested", state: "void" }]);
  });

  test("needs a large quantity of data, one at a time, and a right whose time can stand still", async () => {
    expect(await refusal(ask("2026-12-07", { largeQuantity: false }))).toMatchObject({
      issues: [{ field: "largeQuantity" }],
    });
    await ask("2026-12-07");
    expect(await refusal(ask("2026-12-07"))).toEqual({ code: "clock_stands_still" });
    const consent = aFiling([{ right: "consent_withdrawal", consent: "nyhetsbrev" } as never]);
    const other = await filedAndConfirmed(publicCtxAt(controller, at(RECEIVED)), consent).catch(() => null);
    if (other) {
      reference = other.reference;
      expect(await refusal(ask("2026-12-07"))).toEqual({ code: "clock_cannot_stop" });
    }
  });

  test("taken back before it left: the requester is not shown it, and nothing waits", async () => {
    setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
    await ask("2026-12-07");
    const [waiting] = await lines();
    await undoSend(officer, { ...(await seen()), noticeId: waiting?.noticeId });
    expect(await lines()).toMatchObject([{ state: "void" }]);
    expect((await myRequests(requester)).requests[0]?.thread).toHaveLength(0);
    expect(await stored()).toMatchObject({ waitingSince: null });
  });

  test("an answer that came another way has dates that can be; a wrong record is replaced and stays", async () => {
    await ask("2026-12-07");
    await accept("2026-12-08");
    const record = async (date: string) =>
      recordReceived(on(officer, "2026-12-20"), {
        ...{ ...(await seen()), kind: "reply", on: date, way: "phone", text: "Ringde växeln." },
      });
    const correct = async (date: string, corrects: string | undefined) =>
      correctAnswer(on(officer, "2026-12-20"), {
        ...{ ...(await seen()), on: date, way: "phone", reason: "Ringde växeln.", corrects },
      });
    for (const [date, message] of [
      ["2026-12-21", "answerAhead"],
      ["2026-12-04", "answerBeforeReceipt"],
      ["2026-12-07", "answerBeforeQuestion"],
    ] as const) {
      expect(await refusal(record(date))).toMatchObject({ issues: [{ field: "on", message }] });
    }
    await record("2026-12-18");
    expect(await stored()).toMatchObject({ statutoryOn: "2027-01-15", promisedOn: "2027-01-15" });
    const wrong = (await lines()).find(({ type }) => type === "clarification_received");
    await correct("2026-12-10", wrong?.id);
    // The law's date follows the true day; what the requester was told is kept, and staff work to the earlier.
    expect(await stored()).toMatchObject({
      statutoryOn: "2027-01-07",
      promisedOn: "2027-01-15",
      workBy: "2027-01-07",
    });
    expect(await lines()).toHaveLength(3);
    const second = (await lines()).find(({ supersedes }) => supersedes === wrong?.id);
    await takeBackAnswer(on(officer, "2026-12-20"), {
      ...(await seen()),
      corrects: second?.id,
      reason: "Fel person.",
    });
    expect(await stored()).toMatchObject({ clockStatus: "paused", statutoryOn: null });
    expect(await refusal(correct("2026-12-18", wrong?.id))).toMatchObject({
      code: "wrong_state",
    });
    await cancelQuestion(on(officer, "2026-12-20"), await seen());
    // A question that was not needed took no time: the last day is the one there was before it.
    expect(await stored()).toMatchObject({ clockStatus: "running", statutoryOn: "2027-01-05" });
    const events = await eventsOf(controller, reference, "request.clock_changed");
    expect(events.map(({ facts }) => facts.by ?? facts.event)).toEqual([
      "clarification_requested",
      "recorded",
      "recorded",
      "answer_taken_back",
      "cancelled",
    ]);
  });
});

describe("the one extension", () => {
  test("is pending until accepted, then counts from receipt; a second is refused; the refusal limit stays", async () => {
    const before = await stored();
    await sendExtension("2026-12-20");
    expect(await stored()).toMatchObject({ statutoryOn: "2027-01-05" });
    expect(await refusal(sendExtension("2026-12-21"))).toEqual({ code: "already_extended" });
    await accept("2026-12-21");
    expect(await stored()).toMatchObject({
      statutoryOn: "2027-03-05",
      promisedOn: "2027-03-05",
      refusalBy: before.refusalBy,
    });
    expect(await refusal(sendExtension("2026-12-22"))).toEqual({ code: "already_extended" });
  });

  const late = async () =>
    (await myRequests(requester)).requests[0]?.timing.letters.map(({ title }) => title);

  test("accepted too late it changes nothing, and its person is told that the answer is late", async () => {
    await sendExtension("2027-01-04");
    await accept("2027-01-07");
    expect(await stored()).toMatchObject({ statutoryOn: "2027-01-05", promisedOn: "2027-01-05" });
    expect(await late()).toEqual([]);
    await accept("2027-01-08");
    expect(await late()).toEqual(["Vårt svar är försenat"]);
    const [, second] = await lines();
    expect(second?.facts).toMatchObject({ reasons: "many_systems" });
    expect(second?.facts.until).toBeUndefined();
    await accept("2027-01-09");
    expect(await lines()).toHaveLength(2);
  });

  test("held up until it is too late it never leaves: the letter that the answer is late goes instead", async () => {
    await sendExtension("2027-01-04");
    const [waiting] = await lines();
    await due();
    const worker = { ...systemCtx(), now: at("2027-01-07") };
    expect(await claimForSending(worker, waiting?.noticeId ?? "")).toBeNull();
    expect(await claimForSending(worker, waiting?.noticeId ?? "")).toBeNull();
    const notices = await db().notice.findMany({
      where: { kind: "extension", requestId: (await stored()).id },
      orderBy: { owedAt: "asc" },
    });
    expect(notices.map(({ state, lastError }) => [state, lastError])).toEqual([
      ["recalled", "too_late"],
      ["owed", null],
    ]);
    expect((await lines()).map(({ state }) => state)).toEqual(["void", "pending"]);
    await accept("2027-01-08");
    expect(await late()).toEqual(["Vårt svar är försenat"]);
  });

  test("written too late it says so itself", async () => {
    await sendExtension("2027-01-08");
    await accept("2027-01-08");
    expect(await late()).toEqual(["Vårt svar är försenat"]);
    expect(await lines()).toHaveLength(1);
  });

  test("several requests are a reason only where the person has another that is open", async () => {
    const text = { ...TEXT, reasons: ["many_requests"] };
    expect(await refusal(sendExtension("2026-12-20", text))).toMatchObject({ missing: ["only_request"] });
    const two = aFiling([ACCESS, { right: "erasure", grounds: ["b"], what: "Allt" }]);
    ({ reference, requester } = await filedAndConfirmed(publicCtxAt(controller, at(RECEIVED)), two));
    await sendExtension("2026-12-20", text);
    expect(await lines()).toHaveLength(1);
  });

  test("without reasons, particulars or what is done it does not leave", async () => {
    expect(await refusal(sendExtension("2026-12-20", { ...TEXT, done: "" }))).toMatchObject({
      code: "refusal_incomplete",
      missing: ["done"],
    });
    expect(await refusal(sendExtension("2026-12-20", { ...TEXT, reasons: ["holidays"] }))).toMatchObject({
      code: "bad_input",
    });
  });

  test("undone before it left, it never happened, and another may be sent", async () => {
    setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
    await sendExtension("2026-12-20");
    const [waiting] = await lines();
    await undoSend(officer, { ...(await seen()), noticeId: waiting?.noticeId });
    await accept("2026-12-21");
    expect(await stored()).toMatchObject({ statutoryOn: "2027-01-05" });
    await sendExtension("2026-12-21");
  });

  test("an answer that arrives first ends what waits: nobody is told of more time for an answer they have", async () => {
    await sendExtension("2026-12-20");
    const ofKind = async (kind: string) =>
      db().notice.findFirst({ where: { kind, requestId: (await stored()).id, state: "owed" } });
    const extension = await ofKind("extension");
    await decide(on(officer, "2026-12-20"), { ...(await seen()), answer: answerTo("access", "granted") });
    const answer = await ofKind("answer_ready");
    await due();
    await claimForSending(systemCtx(), answer?.id ?? "");
    await recordSendOutcome(systemCtx(), answer?.id ?? "", { accepted: true }, 0.5);
    expect(await stored()).toMatchObject({ state: "closed" });
    expect(await claimForSending(systemCtx(), extension?.id ?? "")).toBeNull();
    expect((await lines()).find(({ type }) => type === "extend")?.state).toBe("void");
  });

  test("a withdrawal ends what waits: the notice does not leave and nothing happens any more", async () => {
    setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
    await sendExtension("2026-12-20");
    await withdrawRequest(on(requester, "2026-12-20"), { reference });
    const became = (await lines()).map(({ type, state }) => `${type} ${state}`);
    expect(became.sort()).toEqual(["extend void", "withdrawn effective"]);
    const [notice] = await db().notice.findMany({
      where: { kind: "extension", requestId: (await stored()).id },
    });
    expect(notice?.state).toBe("recalled");
  });
});
