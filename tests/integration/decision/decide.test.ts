/** From a decision to its effect, and back while it has not left. */

import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { previewAnswer } from "@/lib/commands/decision/preview";
import { recall } from "@/lib/commands/decision/recall";
import { saveDraft } from "@/lib/commands/decision/save-draft";
import { useLink as spendLink } from "@/lib/commands/identity/use-link";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";
import { retryNotice } from "@/lib/commands/notice/retry";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { markConfirmed } from "@/lib/db/filing";
import { requestByReference } from "@/lib/db/request";
import { quietly } from "@/lib/db/transact";
import type { Answer } from "@/lib/domain/decision/answer";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import type { Details } from "@/lib/domain/intake/filing";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { setEnv } from "@/lib/env";
import { formatDate } from "@/lib/i18n/format";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requestPage } from "@/lib/queries/request/request-page";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import {
  aController,
  aFiling,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { workingToken } from "@/tests/support/link";
import { changes, deliver, eventsOf, neverConfirmed, refusal, systemCtx } from "@/tests/support/office";

const database = useDatabase();

let controller: Controller;
let officer: Ctx & { staffId: string };
let dpo: Ctx & { staffId: string };
let stranger: Ctx & { staffId: string };

beforeAll(async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
  dpo = await staffCtxAt(controller, ["dpo"]);
  stranger = await staffCtxAt(await aController(), ["officer"]);
});

afterEach(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" }));

const NOTHING: Answer = {
  outcome: "granted",
  text: "",
  items: [],
  refusals: [],
  searches: [],
  content: null,
};
const GRANTED = answerTo("access", "granted", { text: "Här är det vi har om dig. canary-answer" });
const REFUSED: Answer = {
  ...NOTHING,
  outcome: "refused",
  refusals: [
    {
      what: "",
      ground: "legal_obligation",
      reasons: "Bokföringen måste sparas.",
      provision: "7 kap. 2 § bokföringslagen (1999:1078)",
      balancing: "",
      keeping: { ...NOT_KEPT, criteria: "Sju år efter räkenskapsåret." },
    },
  ],
};
const ERASURE: Details = { right: "erasure", grounds: [], what: "" };

const now = (reference: string) => requestByReference(controller.id, reference);

async function aRequest(requests?: readonly Details[]) {
  const filing = requests ? aFiling(requests) : aFiling();
  const { reference, requester, receipt } = await filedAndConfirmed(publicCtxAt(controller), filing);
  return { reference, requester, version: 1, filingId: receipt.filingId };
}

describe("decide", () => {
  it("is pending until the mail was accepted, then closes the request and can be read", async () => {
    const { reference, version, requester } = await aRequest();
    await decide(officer, { reference, version, answer: GRANTED });
    expect(await now(reference)).toMatchObject({ state: "answer_pending", outcome: null, closedAt: null });
    expect((await myRequests(requester)).requests[0]).toMatchObject({ standing: "open", letter: null });

    expect(await deliver(officer)).toBeGreaterThan(0);
    expect(await now(reference)).toMatchObject({
      state: "closed",
      outcome: "granted",
      clockStatus: "stopped",
    });
    const { letter } = (await myRequests(requester)).requests[0] ?? {};
    expect(JSON.stringify(letter)).toContain("canary-answer");
    const types = (await eventsOf(controller, reference)).map((event) => event.type);
    expect(types).toEqual([
      "request.received",
      "decision.made",
      "notice.accepted",
      "decision.effective",
      "answer.read",
    ]);
  });

  it("says nothing of the answer in the mail, and only a commitment in the log", async () => {
    const { reference, version } = await aRequest();
    await decide(officer, { reference, version, answer: GRANTED });
    const [made] = await eventsOf(controller, reference, "decision.made");
    const mail = await claimForSending(systemCtx(), String(made?.facts.notice));
    expect(JSON.stringify(mail)).not.toContain("canary-answer");
    expect(made?.facts).toMatchObject({
      outcome: "granted",
      late: false,
      letter: expect.stringMatching(/^[0-9a-f]{64}$/),
      template: "answer-letter:4",
      language: "sv",
    });
    const lines = await db().auditEvent.findMany({ where: { chainId: controller.id } });
    expect(lines.map((row) => row.line).join()).not.toContain("canary");
  });

  it("a refusal names ground, reasons, authority and court, in the requester's language", async () => {
    const { reference, version, requester } = await aRequest([ERASURE]);
    await decide(officer, { reference, version, answer: REFUSED });
    await deliver(officer);
    const letter = JSON.stringify((await myRequests(requester)).requests[0]?.letter);
    expect(letter).toContain("bokföringslagen");
    expect(letter).toContain("Integritetsskyddsmyndigheten");
    expect(letter).toContain("domstol");
  });

  it.each([
    ["without a ground", { ground: "" }, "ground"],
    ["with a ground of another right", { ground: "public_task" }, "ground"],
    ["without reasons", { reasons: " " }, "reasons"],
    ["without the provision that its ground needs", { provision: "" }, "provision"],
  ])("a refusal %s cannot leave", async (_, change, code) => {
    const { reference, version } = await aRequest([ERASURE]);
    const before = await changes(controller);
    const answer = { ...REFUSED, refusals: [{ ...REFUSED.refusals[0], ...change }] };
    const refused = await refusal(decide(officer, { reference, version, answer }));
    expect(refused).toMatchObject({ code: "refusal_incomplete", missing: expect.arrayContaining([code]) });
    expect(await changes(controller)).toEqual(before);
  });

  it("a refusal cannot leave while the controller has no authority", async () => {
    const { reference, version } = await aRequest([ERASURE]);
    const nameless = {
      ...officer,
      controller: { ...controller, settings: { ...controller.settings, authority: "gone" } },
    };
    const refused = await refusal(decide(nameless, { reference, version, answer: REFUSED }));
    expect(refused).toEqual({ code: "refusal_incomplete", missing: ["authority"] });
  });

  it("what was typed for another choice is neither checked nor sent", async () => {
    const { reference, version, requester } = await aRequest([ERASURE]);
    const answer = { ...answerTo("erasure"), text: "Raderat.", refusals: REFUSED.refusals };
    await decide(officer, { reference, version, answer });
    await deliver(officer);
    const letter = JSON.stringify((await myRequests(requester)).requests[0]?.letter);
    expect(letter).toContain("Raderat.");
    expect(letter).not.toContain("bokföringslagen");
  });

  it("only an officer decides; another controller's officer finds nothing", async () => {
    const { reference, version } = await aRequest();
    const before = await changes(controller);
    const input = { reference, version, answer: GRANTED };
    expect(await refusal(decide(dpo, input))).toEqual({ code: "not_allowed" });
    expect(await refusal(decide(stranger, input))).toEqual({ code: "not_found" });
    expect(await refusal(decide(publicCtxAt(controller), input))).toEqual({ code: "not_signed_in" });
    expect(await changes(controller)).toEqual(before);
  });

  it("happens once, also when two press at the same time", async () => {
    const { reference, version } = await aRequest();
    const both = [1, 2, 3].map(() => decide(officer, { reference, version, answer: GRANTED }));
    const codes = await Promise.all(
      both.map((one) =>
        one.then(
          () => "done",
          (e) => e.refusal?.code ?? String(e),
        ),
      ),
    );
    expect(codes.sort()).toEqual(["changed_meanwhile", "changed_meanwhile", "done"]);
    expect(await refusal(decide(officer, { reference, version: 2, answer: GRANTED }))).toEqual({
      code: "wrong_state",
      state: "answer_pending",
    });
  });

  it("is refused for a request that was withdrawn", async () => {
    const { reference, requester } = await aRequest();
    await withdrawRequest(requester, { reference });
    expect(await refusal(decide(officer, { reference, version: 2, answer: GRANTED }))).toMatchObject({
      code: "wrong_state",
    });
  });

  it("says in the log and to the requester that a refusal came after its last day", async () => {
    const { reference, version } = await aRequest([ERASURE]);
    const later = { ...officer, now: () => new Date(Date.now() + 45 * 86_400_000) };
    await decide(later, { reference, version, answer: REFUSED });
    const [made] = await eventsOf(controller, reference, "decision.made");
    expect(made?.facts.late).toBe(true);
    const { refusalBy } = (await requestByReference(controller.id, reference)) ?? {};
    const letter = JSON.stringify((await requestPage(officer, reference)).decision?.letter);
    expect(letter).toContain(`senast den ${formatDate(refusalBy as IsoDate, "sv")}. Det har vi inte klarat`);
  });
});

describe("an address that was never confirmed", () => {
  it("gets nothing but that the request is closed, with its letter, authority and court", async () => {
    const receipt = await filed(publicCtxAt(controller));
    const reference = receipt.requests[0]?.reference as string;
    const before = await changes(controller);
    for (const answer of [GRANTED, REFUSED]) {
      expect(await refusal(decide(officer, { reference, version: 1, answer }))).toEqual({
        code: "address_not_confirmed",
      });
    }
    expect(await changes(controller)).toEqual(before);
    const closing = { reference, version: 1, answer: { ...NOTHING, outcome: "address_not_confirmed" } };
    expect(await refusal(decide(officer, closing))).toEqual({
      code: "refusal_incomplete",
      missing: ["closing_early"],
    });
    await neverConfirmed(controller, receipt.filingId);
    await decide(officer, closing);
    const [made] = await eventsOf(controller, reference, "decision.made");
    const mail = JSON.stringify(await claimForSending(systemCtx(), String(made?.facts.notice)));
    expect(mail).toContain("Integritetsskyddsmyndigheten");
    expect(mail).not.toContain("Åsa");
    expect(mail).not.toMatch(/\/c\//);
  });

  it("closes its request when that notice was accepted, and no sibling of another filing", async () => {
    const ctx = publicCtxAt(controller);
    const mine = await filedAndConfirmed(ctx);
    const receipt = await filed(ctx);
    const reference = receipt.requests[0]?.reference as string;
    await neverConfirmed(controller, receipt.filingId);
    await decide(officer, {
      reference,
      version: 1,
      answer: { ...NOTHING, outcome: "address_not_confirmed" },
    });
    await deliver(officer);
    expect(await now(reference)).toMatchObject({ state: "closed", outcome: "address_not_confirmed" });
    expect(await now(mine.reference)).toMatchObject({ state: "open" });
  });

  it("cannot be closed as unconfirmed once it was confirmed, not even in the same moment", async () => {
    const receipt = await filed(publicCtxAt(controller));
    const reference = receipt.requests[0]?.reference as string;
    const answer = { ...NOTHING, outcome: "address_not_confirmed" };
    await neverConfirmed(controller, receipt.filingId);
    let closing: Promise<unknown> | undefined;
    await quietly(async (tx) => {
      await markConfirmed(tx, controller.id, receipt.filingId, new Date());
      closing = refusal(decide(officer, { reference, version: 1, answer }));
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
    expect(await closing).toEqual({ code: "changed_meanwhile", version: 1, changed: ["filing.confirmed"] });
    expect(await refusal(decide(officer, { reference, version: 1, answer }))).toEqual({
      code: "refusal_incomplete",
      missing: ["outcome_for_right"],
    });
  });
});

describe("an address that is confirmed after all", () => {
  const closing = { ...NOTHING, outcome: "address_not_confirmed" } as const;

  async function closed() {
    const receipt = await filed(publicCtxAt(controller));
    const reference = receipt.requests[0]?.reference as string;
    await deliver(officer);
    await neverConfirmed(controller, receipt.filingId);
    await decide(officer, { reference, version: 1, answer: closing });
    const notice = await db().notice.findFirstOrThrow({
      where: { filingId: receipt.filingId, kind: "closed_unconfirmed" },
    });
    return { filingId: receipt.filingId, reference, noticeId: notice.id };
  }

  it("takes back what was to close its request, which is open", async () => {
    const { filingId, reference } = await closed();
    await spendLink(publicCtxAt(controller), await workingToken(database, filingId));
    expect(await now(reference)).toMatchObject({ state: "open", outcome: null });
    expect(await deliver(officer)).toBe(0);
    const types = (await eventsOf(controller, reference)).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(["notice.recalled", "decision.recalled"]);
  });

  it("stays open also where that mail was on its way already", async () => {
    const { filingId, reference, noticeId } = await closed();
    await claimForSending(systemCtx(), noticeId);
    await spendLink(publicCtxAt(controller), await workingToken(database, filingId));
    expect(await now(reference)).toMatchObject({ state: "answer_pending" });
    await recordSendOutcome(systemCtx(), noticeId, { accepted: true }, 0.5);
    expect(await now(reference)).toMatchObject({ state: "open", outcome: null });
    expect(await eventsOf(controller, reference, "decision.recalled")).toHaveLength(1);
    expect(await eventsOf(controller, reference, "decision.effective")).toHaveLength(0);
  });
});

describe("recall", () => {
  it("takes an answer back before it leaves: nothing is ever sent, and it can be decided anew", async () => {
    const { reference, version, requester } = await aRequest();
    await deliver(officer);
    setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
    await decide(officer, { reference, version, answer: GRANTED });
    expect(await deliver(officer)).toBe(0);
    await recall(officer, { reference, version: 2 });
    expect(await now(reference)).toMatchObject({ state: "open", version: 3 });
    const [made] = await eventsOf(controller, reference, "decision.made");
    const noticeId = String(made?.facts.notice);
    await db()
      .$executeRaw`update "Notice" set "nextAttemptAt" = now() - interval '1 day' where "id" = ${noticeId}::uuid`;
    expect(await claimForSending(systemCtx(), noticeId)).toBeNull();
    expect((await myRequests(requester)).requests[0]).toMatchObject({ letter: null, standing: "open" });

    setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
    await decide(officer, { reference, version: 3, answer: { ...GRANTED, text: "Rätt svar." } });
    await deliver(officer);
    expect(JSON.stringify((await myRequests(requester)).requests[0]?.letter)).toContain("Rätt svar.");
    const types = (await eventsOf(controller, reference)).map((event) => event.type);
    expect(types).toContain("decision.recalled");
  });

  it("is too late once the mail is on its way or was accepted", async () => {
    const { reference, version } = await aRequest();
    await decide(officer, { reference, version, answer: GRANTED });
    const [made] = await eventsOf(controller, reference, "decision.made");
    expect(await claimForSending(systemCtx(), String(made?.facts.notice))).not.toBeNull();
    expect(await refusal(recall(officer, { reference, version: 2 }))).toEqual({
      code: "wrong_state",
      state: "sending",
    });
    expect(await now(reference)).toMatchObject({ state: "answer_pending", version: 2 });
  });

  it("is the officer's, of their own controller, and of a decided request only", async () => {
    const { reference, version } = await aRequest();
    expect(await refusal(recall(officer, { reference, version }))).toEqual({
      code: "wrong_state",
      state: "open",
    });
    expect(await refusal(recall(dpo, { reference, version }))).toEqual({ code: "not_allowed" });
    expect(await refusal(recall(stranger, { reference, version }))).toEqual({ code: "not_found" });
  });
});

describe("a notice that failed", () => {
  it("keeps the request undecided, and is sent again when staff say so", async () => {
    const { reference, version } = await aRequest();
    await deliver(officer);
    await decide(officer, { reference, version, answer: GRANTED });
    await deliver(officer, { accepted: false, temporary: false, code: "550" });
    expect(await now(reference)).toMatchObject({ state: "answer_pending", closedAt: null });
    expect((await requestPage(officer, reference)).decision).toMatchObject({ notice: "failed" });
    const [made] = await eventsOf(controller, reference, "decision.made");
    const noticeId = String(made?.facts.notice);
    expect(await refusal(retryNotice(stranger, { noticeId }))).toEqual({ code: "not_found" });
    await retryNotice(dpo, { noticeId });
    expect(await refusal(retryNotice(dpo, { noticeId }))).toEqual({ code: "wrong_state", state: "owed" });
    await deliver(officer);
    expect(await now(reference)).toMatchObject({ state: "closed", outcome: "granted" });
    expect(await eventsOf(controller, reference, "notice.retried")).toHaveLength(1);
  });
});

describe("the draft of an answer", () => {
  it("is kept sealed for its officer, previewed as the very letter, and gone once sent", async () => {
    const { reference, requester } = await aRequest();
    await saveDraft(officer, { reference, answer: GRANTED });
    const [row] = await db().decisionDraft.findMany({ where: { staffId: officer.staffId } });
    expect(Buffer.from(row?.contentSealed ?? []).toString("latin1")).not.toContain("canary");
    const preview = await previewAnswer(officer, reference);
    expect(preview).toMatchObject({ missing: [], late: false, confirmed: true, version: 1 });
    await decide(officer, { reference, version: 1, answer: preview.answer, letter: preview.fingerprint });
    await deliver(officer);
    expect((await myRequests(requester)).requests[0]?.letter).toEqual(preview.letter);
    expect(await db().decisionDraft.count({ where: { staffId: officer.staffId } })).toBe(0);
    expect(await refusal(previewAnswer(officer, reference))).toEqual({ code: "not_found" });
  });

  it("says what is still missing, and is not lost", async () => {
    const { reference } = await aRequest([ERASURE]);
    const half = { ...REFUSED, refusals: [{ ...REFUSED.refusals[0], reasons: "" }] };
    await saveDraft(officer, { reference, answer: half });
    await saveDraft(officer, { reference, answer: { ...half, text: "second thoughts" } });
    const preview = await previewAnswer(officer, reference);
    expect(preview).toMatchObject({
      missing: ["reasons"],
      letter: null,
      answer: { text: "second thoughts" },
    });
  });

  it("is not sent if the letter has become another one since it was read", async () => {
    const { reference } = await aRequest();
    const before = await changes(controller);
    const other = "0".repeat(64);
    const sent = decide(officer, { reference, version: 1, answer: GRANTED, letter: other });
    expect(await refusal(sent)).toEqual({ code: "changed_meanwhile", version: 1, changed: ["letter"] });
    expect(await changes(controller)).toEqual(before);
  });

  it("is nobody else's", async () => {
    const { reference } = await aRequest();
    await saveDraft(officer, { reference, answer: GRANTED });
    const colleague = await staffCtxAt(controller, ["officer"]);
    expect(await refusal(previewAnswer(colleague, reference))).toEqual({ code: "not_found" });
    expect(await refusal(saveDraft(dpo, { reference, answer: GRANTED }))).toEqual({ code: "not_allowed" });
    expect(await refusal(saveDraft(stranger, { reference, answer: GRANTED }))).toEqual({ code: "not_found" });
  });
});
