/** What the page of a request says, to whom; the form of its answer; the log in words. */
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { recall } from "@/lib/commands/decision/recall";
import { saveDraft } from "@/lib/commands/decision/save-draft";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { assign } from "@/lib/commands/request/assign";
import { flag } from "@/lib/commands/request/flag";
import { note } from "@/lib/commands/request/note";
import { openRequest } from "@/lib/commands/request/open-request";
import { reply } from "@/lib/commands/request/reply";
import type { Controller } from "@/lib/db/controller";
import type { Details } from "@/lib/domain/intake/filing";
import { setEnv } from "@/lib/env";
import { logPage } from "@/lib/queries/audit/log-page";
import { answerForm } from "@/lib/queries/decision/answer-form";
import { requestPage } from "@/lib/queries/request/request-page";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { deliver, refusal } from "@/tests/support/office";

const database = useDatabase();

/** A Monday. */
const NOW = new Date("2025-03-03T09:00:00Z");
const daysAgo = (days: number) => () => new Date(NOW.getTime() - days * 86_400_000);
const ERASURE: Details = { right: "erasure", grounds: ["a"], what: "canary-what" };
const EMAIL = "canary@person.test";

let controller: Controller;
let officer: Ctx & { staffId: string };
let contributor: Ctx & { staffId: string };
let auditor: Ctx & { staffId: string };
let reference: string;
let sibling: string;
let earlier: string;

beforeAll(async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"], () => NOW);
  contributor = await staffCtxAt(controller, ["contributor"], () => NOW);
  auditor = await staffCtxAt(controller, ["auditor"], () => NOW);
  const who = { name: "Canary Åsa", email: EMAIL };
  const first = await filedAndConfirmed(publicCtxAt(controller, daysAgo(30)), aFiling([ACCESS], who));
  earlier = first.reference;
  await decide(
    { ...officer, now: daysAgo(20) },
    { reference: earlier, version: 1, answer: answerTo("access") },
  );
  await deliver(officer);
  await filed(publicCtxAt(controller, daysAgo(12)), aFiling([ACCESS], who));
  await deliver(officer);
  // The worker counts mails by the database's clock, which knows nothing of the dates above.
  await database.query("postgres", `update "Notice" set "acceptedAt" = "acceptedAt" - interval '2 hours'`);
  const both = await filedAndConfirmed(publicCtxAt(controller, daysAgo(10)), aFiling([ERASURE, ACCESS], who));
  reference = both.receipt.requests.find(({ right }) => right === "erasure")?.reference as string;
  sibling = both.receipt.requests.find(({ right }) => right === "access")?.reference as string;
  const elsewhere = await aController();
  await filedAndConfirmed(publicCtxAt(elsewhere, daysAgo(5)), aFiling([ACCESS], who));

  await note({ ...officer, now: daysAgo(4) }, { reference, version: 1, text: "canary-note" });
  await askQuestion({ ...officer, now: daysAgo(3) }, { reference, version: 2, text: "canary-question" });
  await reply(
    { ...both.requester, now: daysAgo(2) },
    { reference, text: "canary-reply", idempotencyKey: randomUUID() },
  );
  await flag(officer, { reference, version: 4, ground: "unfounded", reason: "canary-flag" });
  await deliver(officer);
});

test("the officer sees everything on one screen", async () => {
  const page = await requestPage(officer, reference);
  expect(page).toMatchObject({
    right: "erasure",
    version: 5,
    standing: "replied",
    channel: "form",
    workBy: "2025-03-21",
    daysLeft: 18,
    who: { name: "Canary Åsa", email: EMAIL },
    details: ERASURE,
    clock: { status: "running", statutory: "2025-03-21", refusalBy: "2025-03-21" },
    assignee: null,
    decision: null,
    next: ["read_reply", "assign", "decide"],
    offers: { assign: true, note: true, ask: true, flag: true, decide: true, recall: false, retry: true },
  });
  expect(page.colleagues.map(({ id }) => id).sort()).toEqual([officer.staffId, contributor.staffId].sort());
  expect(page.thread.map(({ kind, text, author }) => [kind, text, author])).toEqual([
    ["note", "canary-note", "Test officer"],
    ["question", "canary-question", "Test officer"],
    ["reply", "canary-reply", null],
  ]);
  expect(page.flags).toEqual([expect.objectContaining({ ground: "unfounded", reason: "canary-flag" })]);
  expect(page.notices.map(({ kind, state }) => [kind, state])).toEqual([
    ["receipt", "accepted"],
    ["question", "accepted"],
  ]);
});

test("the person's other requests are facts: this filing's, and the same address's, with how they ended", async () => {
  const page = await requestPage(officer, reference);
  expect(page.siblings).toEqual([
    expect.objectContaining({ reference: sibling, right: "access", outcome: null }),
  ]);
  expect(page.earlier.facts).toEqual([
    expect.objectContaining({ outcome: null, confirmed: false }),
    expect.objectContaining({ reference: earlier, outcome: "granted", confirmed: true }),
  ]);
});

test("the history holds the filing, its notices and every step, with who did it", async () => {
  await openRequest(officer, { reference });
  const { history, seen } = await requestPage(officer, reference);
  expect(history.map(({ type }) => type)).toEqual([
    "filing.received",
    "request.received",
    "request.noted",
    "request.question_asked",
    "request.replied",
    "request.flagged",
    "notice.accepted",
    "notice.accepted",
    "request.opened",
  ]);
  expect(history.at(2)?.actor).toEqual({ kind: "staff", name: "Test officer", seed: false });
  expect(history.at(4)?.actor).toEqual({ kind: "requester", name: null, seed: false });
  expect(seen).toBe(history.at(-1)?.seq);
});

test("the auditor sees what happened, and neither who nor what it says", async () => {
  const page = await requestPage(auditor, reference);
  expect(JSON.stringify(page)).not.toMatch(/canary/i);
  expect(page).toMatchObject({ who: null, details: null, colleagues: [] });
  expect(page.thread.map(({ kind }) => kind)).toEqual(["note", "question", "reply"]);
  expect(Object.values(page.offers)).not.toContain(true);
  expect(page.history.length).toBeGreaterThan(8);
});

test("a contributor sees it once it is theirs, and of the others not even that they are there", async () => {
  expect(await refusal(requestPage(contributor, reference))).toEqual({ code: "not_found" });
  await assign(officer, { reference, version: 5, assigneeId: contributor.staffId });
  const page = await requestPage(contributor, reference);
  expect(page.details).toEqual(ERASURE);
  expect(page).toMatchObject({ siblings: [], earlier: { facts: [] } });
  expect(page.offers).toMatchObject({ note: true, assign: false, ask: false, decide: false, retry: false });
});

test("another controller's officer finds nothing; nobody signed in neither", async () => {
  const stranger = await staffCtxAt(await aController(), ["officer"]);
  for (const asked of [requestPage(stranger, reference), answerForm(stranger, reference)]) {
    expect(await refusal(asked)).toEqual({ code: "not_found" });
  }
  expect(await refusal(requestPage(publicCtxAt(controller), reference))).toEqual({ code: "not_signed_in" });
  for (const odd of ["", "NOSUCHREF00", "%", "../queue"]) {
    expect(await refusal(requestPage(officer, odd))).toEqual({ code: "not_found" });
  }
});

test("a decided request says what was decided, and until when it can be taken back", async () => {
  const answer = {
    outcome: "refused",
    refusals: [{ ground: "no_erasure_ground", reasons: "canary-reasons" }],
  };
  await decide(officer, { reference, version: 6, answer });
  const page = await requestPage(officer, reference);
  expect(page).toMatchObject({
    standing: "answer_pending",
    next: ["recall", "await_mail"],
    decision: {
      outcome: "refused",
      state: "pending",
      recallable: true,
      decidedBy: "Test officer",
      leavesAt: "2025-03-03T09:01:00.000Z",
    },
    offers: { recall: true, decide: false, ask: false, note: true },
  });
  expect(JSON.stringify(page.decision?.letter)).toContain("canary-reasons");
  const masked = await requestPage(auditor, reference);
  expect(masked.decision).toMatchObject({ outcome: "refused", letter: null });
});

test("the form of an answer begins with what was recalled, then with what was written since", async () => {
  expect(await answerForm(officer, reference)).toMatchObject({ writable: false });
  await recall(officer, { reference, version: 7 });
  const form = await answerForm(officer, reference);
  expect(form).toMatchObject({
    writable: true,
    from: "recalled",
    confirmed: true,
    outcomes: ["granted", "granted_in_part", "refused", "nothing_held"],
    answer: { outcome: "refused", refusals: [{ reasons: "canary-reasons" }] },
  });
  expect(form.grounds.find(({ id }) => id === "legal_obligation")).toMatchObject({ needsProvision: true });
  await saveDraft(officer, { reference, answer: { outcome: "granted", text: "Better." } });
  expect(await answerForm(officer, reference)).toMatchObject({ from: "draft", answer: { text: "Better." } });
  expect(await refusal(answerForm(auditor, reference))).toEqual({ code: "not_allowed" });
});

test("marketing objection and consent cannot be refused; an unconfirmed address can only be closed", async () => {
  const ctx = publicCtxAt(controller, daysAgo(1));
  const consent = await filedAndConfirmed(ctx, aFiling([{ right: "consent_withdrawal", what: "" }]));
  expect(await answerForm(officer, consent.reference)).toMatchObject({
    outcomes: ["granted", "nothing_held"],
    grounds: [],
    answer: null,
    from: "blank",
  });
  const unconfirmed = (await filed(ctx)).requests[0]?.reference as string;
  expect(await answerForm(officer, unconfirmed)).toMatchObject({
    outcomes: ["address_not_confirmed"],
    closableOn: null,
  });
  expect((await requestPage(officer, unconfirmed)).next).toEqual(["assign", "await_confirmation"]);
});

describe("the log in pages", () => {
  it("is newest first, each page going on where the last one ended, down to the first line", async () => {
    await database.query(
      "postgres",
      `select audit_append($1, (select jsonb_agg(jsonb_build_object('type', 'person.searched', 'actor', 'system',
         'facts', '{}')) from generate_series(1, 250)))`,
      [controller.id],
    );
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await logPage(auditor, before);
      seen.push(...page.lines.map(({ seq }) => seq));
      before = page.older ?? undefined;
    } while (before !== undefined);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, at) => seen.length - 1 - at));
    expect(seen.length).toBeGreaterThan(250);
  });

  it("names the requests it is about, and its last line", async () => {
    await openRequest(auditor, { reference });
    const page = await logPage(auditor);
    expect(page.lines[0]).toMatchObject({ type: "request.opened", reference, facts: { names: false } });
    expect(page.head).toEqual({ seq: page.lines[0]?.seq, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(page).toMatchObject({ mayExport: true, zone: "Europe/Stockholm" });
  });

  it.each(["officer", "contributor", "administrator"] as const)("is not for an %s", async (role) => {
    expect(await refusal(logPage(await staffCtxAt(controller, [role])))).toEqual({ code: "not_allowed" });
  });
});
