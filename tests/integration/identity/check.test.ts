/** An identity check from the doubt to the deleted evidence (GDPR Art. 12(6); law.md 1.6, 3 B). */
import { answerFor } from "@/lib/cli/demo-seed/answers";
import { decide } from "@/lib/commands/decision/decide";
import { answerIdentity } from "@/lib/commands/identity/answer-identity";
import { draftIdentityRequest } from "@/lib/commands/identity/draft-request";
import { previewIdentityRequest } from "@/lib/commands/identity/preview-request";
import { readEvidence } from "@/lib/commands/identity/read-evidence";
import { recordIdentityResult } from "@/lib/commands/identity/record-result";
import { sweepEvidence } from "@/lib/commands/identity/sweep-evidence";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { sweepFiles } from "@/lib/commands/intake/sweep-files";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { assign } from "@/lib/commands/request/assign";
import { openFile } from "@/lib/commands/request/open-file";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import { clockLinesOf } from "@/lib/db/clock-details";
import { newestCheck } from "@/lib/db/identity-check";
import { requestByReference } from "@/lib/db/request";
import type { Details } from "@/lib/domain/intake/filing";
import { myIdentity } from "@/lib/queries/identity/my-identity";
import { requestIdentityView } from "@/lib/queries/identity/request-identity";
import { myRequests } from "@/lib/queries/request/my-requests";
import { tablesHolding } from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { accept, askedIdentity, askIdentity, DOUBT, versionOf } from "@/tests/support/identity";
import { eventsOf, refusal, systemCtx } from "@/tests/support/office";
import { anUpload, useFiles } from "@/tests/support/upload";

const database = useDatabase();
const files = useFiles();
const DAY = 86_400_000;

/** A confirmed request that an officer works, on a clock that can be moved. */
async function aDesk(details: Details = ACCESS, settings: Parameters<typeof aController>[0] = {}) {
  const clock = { at: new Date("2026-03-02T09:00:00Z") };
  const now = () => clock.at;
  const controller = await aController(settings);
  const { requester, reference } = await filedAndConfirmed(publicCtxAt(controller, now), aFiling([details]));
  const officer = await staffCtxAt(controller, ["officer"], now);
  await assign(officer, { reference, version: 1, assigneeId: officer.staffId });
  await accept(officer);
  const row = async () => {
    const found = await requestByReference(controller.id, reference);
    if (!found) throw new Error("no request");
    return found;
  };
  const pass = (days: number) => {
    clock.at = new Date(clock.at.getTime() + days * DAY);
  };
  const check = async () => newestCheck(controller.id, (await row()).id);
  const result = async (fields: object) =>
    recordIdentityResult(officer, { reference, version: await versionOf(officer, reference), ...fields });
  return { controller, requester, reference, officer, row, pass, check, result };
}

async function sendCopy({ requester, reference }: Awaited<ReturnType<typeof aDesk>>) {
  const upload = await anUpload(requester, { name: "id-kort.pdf" });
  await answerIdentity(requester, { reference, method: "id_copy" }, [upload]);
  await finishUploads([upload]);
  return upload.id;
}

const GRANTED = answerFor("access", "granted", "sv");

test("asked: the clock stops when the letter was accepted, and goes on when the proof arrives", async () => {
  const desk = await aDesk();
  const before = (await desk.row()).statutoryOn;
  desk.pass(2);
  await askIdentity(desk.officer, desk.reference);
  expect((await desk.row()).clockStatus).toBe("running");
  expect((await myIdentity(desk.requester)).checks).toEqual([]);
  desk.pass(1);
  await accept(desk.officer);
  expect((await desk.row()).clockStatus).toBe("paused");
  const [shown] = (await myIdentity(desk.requester)).checks;
  expect(shown).toMatchObject({ state: "asked", canAnswer: true });
  expect(JSON.stringify(shown?.letter)).toContain(DOUBT.doubt);
  desk.pass(10);
  await sendCopy(desk);
  const after = await desk.row();
  expect(after.clockStatus).toBe("running");
  // 2 April and the ten days of the pause: 12 April is a Sunday.
  expect([before, after.statutoryOn]).toEqual(["2026-04-02", "2026-04-13"]);
  // The letter told that the time stands still until then, so the date once told moves with it.
  expect(after.promisedOn).toBe(after.statutoryOn);
});

test("the letter says everything it owes: doubt, need, ways, masking, deletion, time, silence, complaint, contact", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  const text = JSON.stringify((await myIdentity(desk.requester)).checks[0]?.letter);
  for (const part of [
    DOUBT.doubt,
    DOUBT.needed,
    "Logga in på ditt konto",
    "Täck över",
    "raderas så snart",
    "30 dagar",
    "står still",
    "Om du inte svarar",
    "klaga",
    desk.controller.settings.contactEmail,
  ]) {
    expect(text).toContain(part);
  }
  const { checks } = await requestIdentityView(desk.officer, desk.reference);
  expect(checks[0]).toMatchObject({ doubt: DOUBT.doubt, category: "address_unknown" });
});

test("passed: the evidence is gone from rows, keys and disk, the result stays, and the answer leaves", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  const file = await sendCopy(desk);
  expect(files.paths().some((path) => path.endsWith(file))).toBe(true);
  const version = await versionOf(desk.officer, desk.reference);
  expect(
    await refusal(decide(desk.officer, { reference: desk.reference, version, answer: GRANTED })),
  ).toEqual({
    code: "not_releasable",
    missing: ["identity_demanded"],
  });
  await desk.result({ result: "passed", method: "id_copy", note: "Compared name and date of birth." });
  expect(await desk.check()).toMatchObject({ state: "passed", resultMethod: "id_copy", answerSealed: null });
  const stored = await db().storedFile.findUniqueOrThrow({ where: { id: file } });
  expect(stored).toMatchObject({ nameSealed: null, sha256Sealed: null });
  const keys = await db().dataKey.findMany({
    where: { id: { in: [stored.dataKeyId, (await desk.check())?.dataKeyId ?? ""] } },
  });
  expect(keys.map(({ wrapped }) => wrapped)).toEqual([null, null]);
  await sweepFiles(systemCtx());
  expect(files.paths().some((path) => path.endsWith(file))).toBe(false);
  await decide(desk.officer, {
    reference: desk.reference,
    version: await versionOf(desk.officer, desk.reference),
    answer: GRANTED,
  });
  await accept(desk.officer);
  expect((await myRequests(desk.requester)).requests[0]?.letter).not.toBeNull();
  const said = (await eventsOf(desk.controller, desk.reference)).map(({ type }) => type);
  for (const type of [
    "identity.requested",
    "identity.answered",
    "identity.resolved",
    "identity.evidence_deleted",
  ]) {
    expect(said).toContain(type);
  }
});

test("failed: no answer leaves but that the person could not be identified, with complaint and court", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  await sendCopy(desk);
  await desk.result({ result: "failed", method: "id_copy", note: "Another person." });
  const version = await versionOf(desk.officer, desk.reference);
  expect(
    await refusal(decide(desk.officer, { reference: desk.reference, version, answer: GRANTED })),
  ).toEqual({
    code: "not_releasable",
    missing: ["identity_failed"],
  });
  const part = { ground: "not_identified", reasons: "canary-another-person" };
  await decide(desk.officer, {
    reference: desk.reference,
    version,
    answer: { outcome: "refused", refusals: [part] },
  });
  await accept(desk.officer);
  const letter = JSON.stringify((await myRequests(desk.requester)).requests[0]?.letter);
  expect(letter).toContain("12.6");
  expect(letter).toContain("Det vi har fått visar inte det.");
  expect(letter).not.toContain("canary");
  expect(letter).toContain("domstol");
});

test("nobody answered: the request can be refused after two weeks, not before, and the demand ends with it", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  const refused = { outcome: "refused", refusals: [{ ground: "not_identified", reasons: "" }] };
  const decided = async () =>
    decide(desk.officer, {
      reference: desk.reference,
      version: await versionOf(desk.officer, desk.reference),
      answer: refused,
    });
  desk.pass(13);
  expect(await refusal(decided())).toEqual({ code: "refusal_incomplete", missing: ["ground", "reasons"] });
  desk.pass(7);
  await decided();
  await accept(desk.officer);
  expect(await desk.check()).toMatchObject({ state: "failed" });
  expect((await desk.check())?.evidenceDeletedAt).not.toBeNull();
});

test("evidence goes after thirty days, whatever became of the check", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  const file = await sendCopy(desk);
  const later = (days: number) => ({
    ...systemCtx(),
    now: () => new Date(desk.officer.now().getTime() + days * DAY),
  });
  await sweepEvidence(later(29.9));
  expect((await desk.check())?.evidenceDeletedAt).toBeNull();
  await sweepEvidence(later(30));
  expect((await desk.check())?.evidenceDeletedAt).not.toBeNull();
  expect((await db().storedFile.findUniqueOrThrow({ where: { id: file } })).deletedAt).not.toBeNull();
  expect(
    (await eventsOf(desk.controller, desk.reference, "identity.evidence_deleted")).at(-1)?.facts,
  ).toMatchObject({
    why: "time",
    files: 1,
  });
  expect((await myIdentity(desk.requester)).checks[0]).toMatchObject({ canAnswer: false });
  expect(await refusal(readEvidence(desk.officer, { reference: desk.reference }))).toEqual({
    code: "not_found",
  });
});

test("withdrawing ends the demand and deletes what was sent", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  const file = await sendCopy(desk);
  await withdrawRequest(desk.requester, { reference: desk.reference });
  expect((await db().storedFile.findUniqueOrThrow({ where: { id: file } })).deletedAt).not.toBeNull();
});

test("a code to a known address: entered rightly it is proof, and nobody can guess it", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  const { code } = await readEvidence(desk.officer, { reference: desk.reference });
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  const enter = (typed: string) =>
    answerIdentity(desk.requester, { reference: desk.reference, method: "known_address", code: typed }, []);
  expect(await refusal(enter("AAAAAAAA"))).toMatchObject({ code: "bad_input" });
  await enter(`${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`);
  expect(await desk.check()).toMatchObject({ state: "answered", codeMatched: true, answerSealed: null });
  for (let n = 0; n < 3; n++) await refusal(enter("BBBBBBBB"));
  expect(await refusal(enter(code))).toMatchObject({ code: "too_many" });
});

test("who chooses a call, or asks for the code, has done their part: the clock goes on while we do ours", async () => {
  for (const method of ["call_back", "known_address"]) {
    const desk = await aDesk();
    await askedIdentity(desk.officer, desk.reference);
    desk.pass(3);
    await answerIdentity(desk.requester, { reference: desk.reference, method }, []);
    // 2 April and three days: 5 April is Easter Sunday.
    expect(await desk.row()).toMatchObject({ clockStatus: "running", statutoryOn: "2026-04-07" });
    expect(await desk.check()).toMatchObject({ state: "asked", method, receivedAt: null });
    desk.pass(9);
    await desk.result({ result: "passed", method });
    expect(await desk.row()).toMatchObject({ statutoryOn: "2026-04-07" });
  }
});

test("failed, and nothing ever came: the clock goes on from then, so that the refusal has its day", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  const ifToday = async () => (await myRequests(desk.requester)).requests[0]?.timing.ifToday;
  desk.pass(10);
  // 2 April and ten days: 12 April is a Sunday.
  expect(await ifToday()).toBe("2026-04-13");
  await desk.result({ result: "failed" });
  expect(await desk.row()).toMatchObject({ clockStatus: "running", refusalBy: "2026-04-13" });
  expect(await desk.check()).toMatchObject({ state: "failed", receivedAt: null });
});

test("asked after the third day: the preview warns, and the log says so", async () => {
  const desk = await aDesk();
  desk.pass(4);
  const boxes = { ...DOUBT, by_account: "on", by_facts: "on" };
  const version = await versionOf(desk.officer, desk.reference);
  await draftIdentityRequest(desk.officer, { reference: desk.reference, version, ...boxes });
  expect((await previewIdentityRequest(desk.officer, desk.reference)).prepared?.lateDays).toBe(4);
  await askedIdentity(desk.officer, desk.reference);
  const [asked] = await eventsOf(desk.controller, desk.reference, "identity.requested");
  expect(asked?.facts).toMatchObject({ late: true });
  const [line] = await clockLinesOf(desk.controller.id, (await desk.row()).id, null);
  expect(line?.facts).toEqual({ late: "true" });
});

test("a visit: the clock waits until staff record when the proof came, not before it was asked for, not ahead", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference, ["account", "facts", "in_person"]);
  await answerIdentity(
    desk.requester,
    { reference: desk.reference, method: "in_person", text: "After five" },
    [],
  );
  expect((await desk.row()).clockStatus).toBe("paused");
  desk.pass(6);
  const passed = { result: "passed", method: "in_person" };
  for (const arrivedOn of ["2026-03-01", "2026-03-09"]) {
    expect(await refusal(desk.result({ ...passed, arrivedOn }))).toMatchObject({ code: "bad_input" });
  }
  await desk.result({ ...passed, arrivedOn: "2026-03-05" });
  const after = await desk.row();
  expect(after.clockStatus).toBe("running");
  // 2 April and three days: 5 April is Easter Sunday.
  expect(after.statutoryOn).toBe("2026-04-07");
});

test("not needed any more: the clock goes on as if nothing had been asked, and an answer may leave", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  desk.pass(10);
  await desk.result({ result: "not_needed" });
  expect(await desk.row()).toMatchObject({ clockStatus: "running", statutoryOn: "2026-04-02" });
  expect((await requestIdentityView(desk.officer, desk.reference)).gaps).toEqual([]);
});

test.each(["unanswered", "answered"])(
  "not needed under a law whose time begins with the proof: it began with the receipt all along, %s",
  async (how) => {
    const uk = { country: "GB", region: "GB-ENG", zone: "Europe/London", authority: "gbico" };
    const desk = await aDesk(ACCESS, { ...uk, profile: "uk-gdpr-eng" });
    const { statutoryOn, workBy } = await desk.row();
    desk.pass(2);
    await askedIdentity(desk.officer, desk.reference);
    expect(await desk.row()).toMatchObject({ clockStatus: "not_started", statutoryOn: null });
    desk.pass(3);
    if (how === "answered") {
      await answerIdentity(desk.requester, { reference: desk.reference, method: "facts", text: "4711" }, []);
      expect(await desk.row()).toMatchObject({ clockStatus: "running" });
      expect((await eventsOf(desk.controller, desk.reference, "request.clock_changed")).at(-1)).toMatchObject(
        {
          facts: { event: "identity_received", before: null, after: (await desk.row()).statutoryOn },
        },
      );
      expect((await desk.row()).statutoryOn).not.toBe(statutoryOn);
    }
    desk.pass(1);
    await desk.result({ result: "not_needed" });
    expect(await desk.row()).toMatchObject({ clockStatus: "running", statutoryOn, workBy });
    expect((await eventsOf(desk.controller, desk.reference, "request.clock_changed")).at(-1)).toMatchObject({
      facts: { event: "identity_received", by: "cancelled", after: statutoryOn },
    });
  },
);

test("taken back before it left: nothing was asked, the clock never stopped, nothing is in the way", async () => {
  const desk = await aDesk();
  await askIdentity(desk.officer, desk.reference);
  const [notice] = await db().notice.findMany({
    where: { controllerId: desk.controller.id, kind: "identity_request" },
  });
  await undoSend(desk.officer, {
    reference: desk.reference,
    version: await versionOf(desk.officer, desk.reference),
    noticeId: notice?.id,
  });
  expect(await desk.check()).toBeNull();
  expect((await desk.row()).clockStatus).toBe("running");
  expect((await requestIdentityView(desk.officer, desk.reference)).gaps).toEqual([]);
  await askIdentity(desk.officer, desk.reference);
});

test("proof is asked for once at a time, and answered by a way that was offered", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference, ["account", "facts"]);
  expect(await refusal(askIdentity(desk.officer, desk.reference))).toMatchObject({ code: "wrong_state" });
  const by = (fields: object) => answerIdentity(desk.requester, { reference: desk.reference, ...fields }, []);
  expect(await refusal(by({ method: "id_copy" }))).toMatchObject({ code: "bad_input" });
  expect(await refusal(by({ method: "facts", text: " " }))).toMatchObject({ code: "bad_input" });
  await by({ method: "facts", text: "Customer 4711, March" });
  await by({ method: "account" });
});

test("incomplete demands and demands on rights that know none are refused", async () => {
  const desk = await aDesk();
  expect(await refusal(askIdentity(desk.officer, desk.reference, ["id_copy"]))).toEqual({
    code: "identity_incomplete",
    missing: ["two_ways", "way_without_document"],
  });
  for (const details of [
    { right: "marketing_objection", channels: ["all"] },
    { right: "consent_withdrawal", what: "everything" },
  ] as const) {
    const other = await aDesk(details);
    const draft = { reference: other.reference, version: 1, ...DOUBT, by_account: "on", by_facts: "on" };
    expect(await refusal(draftIdentityRequest(other.officer, draft))).toEqual({ code: "no_check_for_right" });
  }
});

test("evidence is for who works the request: each opening is logged; contributor, auditor, colleague see none", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  const file = await sendCopy(desk);
  await answerIdentity(
    desk.requester,
    { reference: desk.reference, method: "facts", text: "kanariefagel 4711" },
    [],
  );
  expect(await tablesHolding(database, "kanariefagel")).toEqual([]);
  expect((await readEvidence(desk.officer, { reference: desk.reference })).text).toBe("kanariefagel 4711");
  await (await openFile(desk.officer, { file })).close();
  for (const type of ["identity.evidence_read", "file.opened"] as const) {
    expect(await eventsOf(desk.controller, desk.reference, type)).toHaveLength(1);
  }
  for (const role of ["contributor", "auditor", "administrator"] as const) {
    const ctx = await staffCtxAt(desk.controller, [role]);
    expect(await refusal(readEvidence(ctx, { reference: desk.reference }))).toEqual({ code: "not_allowed" });
  }
  const colleague = await staffCtxAt(desk.controller, ["officer"]);
  expect(await refusal(readEvidence(colleague, { reference: desk.reference }))).toEqual({
    code: "not_found",
  });
  expect((await requestIdentityView(colleague, desk.reference)).evidence).toBeNull();
  const auditor = await requestIdentityView(await staffCtxAt(desk.controller, ["auditor"]), desk.reference);
  expect(auditor).toMatchObject({ evidence: null, represented: null, checks: [{ doubt: null, note: null }] });
});

test("somebody else's request cannot be answered for", async () => {
  const desk = await aDesk();
  await askedIdentity(desk.officer, desk.reference);
  const other = await filedAndConfirmed(publicCtxAt(desk.controller));
  const by = answerIdentity(other.requester, { reference: desk.reference, method: "account" }, []);
  expect(await refusal(by)).toEqual({ code: "not_found" });
});
