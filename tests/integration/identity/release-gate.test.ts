/**
 * No answer leaves on a path that skipped confirmation, a demanded identity check or a checked authority: whatever the
 * channel, state or order of events (issue: identity, proportionate).
 */
import { answerFor } from "@/lib/cli/demo-seed/answers";
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { extend } from "@/lib/commands/clock/extend";
import { previewExtension } from "@/lib/commands/clock/preview-extension";
import { saveExtension } from "@/lib/commands/clock/save-extension";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { saveDraft } from "@/lib/commands/decision/save-draft";
import { sendDraft } from "@/lib/commands/decision/send-draft";
import { recordAuthority } from "@/lib/commands/identity/record-authority";
import { recordIdentityResult } from "@/lib/commands/identity/record-result";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { recordReceived } from "@/lib/commands/request/record-received";
import { reopen } from "@/lib/commands/request/reopen";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { ENTERED_CHANNELS } from "@/lib/domain/intake/filing";
import { translator } from "@/lib/i18n/translator";
import { lettersToPost } from "@/lib/queries/notice/letter";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requestPage } from "@/lib/queries/request/request-page";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import {
  ACCESS,
  aController,
  aFiling,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { accept, askedIdentity, askIdentity, versionOf } from "@/tests/support/identity";
import { refusal } from "@/tests/support/office";

useDatabase();

let desk: { ctx: Ctx; officer: Ctx };
beforeAll(async () => {
  const controller = await aController();
  desk = { ctx: publicCtxAt(controller), officer: await staffCtxAt(controller, ["officer"]) };
});

const ANSWER = answerFor("access", "granted", "sv");

type Way = {
  confirmed: boolean;
  identity: "none" | "asked" | "passed" | "failed";
  acts: "self" | "unchecked" | "accepted";
};

async function lived({ confirmed, identity, acts }: Way) {
  const { ctx, officer } = desk;
  const filing = aFiling([ACCESS]);
  const other = { onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" } as const;
  const asked = { ...filing, who: { ...filing.who, ...(acts === "self" ? {} : other) } };
  const receipt = confirmed ? (await filedAndConfirmed(ctx, asked)).receipt : await filed(ctx, asked);
  const reference = receipt.requests[0]?.reference as string;
  const seen = async () => ({ reference, version: await versionOf(officer, reference) });
  if (identity !== "none") await askedIdentity(officer, reference);
  if (identity === "passed" || identity === "failed") {
    await recordIdentityResult(officer, { ...(await seen()), result: identity, method: "account" });
  }
  if (acts === "accepted") await judged(await seen(), "accepted");
  const requester = { ...ctx, actor: { kind: "requester", filingId: receipt.filingId } } as const;
  return { officer, reference, seen, requester, filingId: receipt.filingId };
}

type Seen = { readonly reference: string; readonly version: number };

const judged = (seen: Seen, result: "accepted" | "rejected") =>
  recordAuthority(desk.officer, { ...seen, result, kind: "lawyer", shown: "Instruction" });

/** A closed request is opened again, as staff do it, and the requester is told. */
async function reopened(seen: Seen): Promise<void> {
  await reopen(desk.officer, { ...seen, source: "own_review", text: "Vi såg fel", on: localDay() });
  await accept(desk.officer);
}

const WAYS: readonly Way[] = [true, false].flatMap((confirmed) =>
  (["none", "asked", "passed", "failed"] as const).flatMap((identity) =>
    (["self", "unchecked", "accepted"] as const).map((acts) => ({ confirmed, identity, acts })),
  ),
);

const open = ({ confirmed, identity, acts }: Way) =>
  confirmed && (identity === "none" || identity === "passed") && acts !== "unchecked";

test.each(WAYS)("$confirmed, $identity, $acts: by no path unless nothing is missing", async (way) => {
  const { officer, reference, seen, requester } = await lived(way);
  await saveDraft(officer, { reference, answer: ANSWER });
  const straight = async () => decide(officer, { ...(await seen()), answer: ANSWER });
  const drafted = async () => sendDraft(officer, { ...(await seen()), letter: "0".repeat(64) });
  if (open(way)) {
    await straight();
    await accept(officer);
    expect((await myRequests(requester)).requests[0]?.letter).not.toBeNull();
    return;
  }
  for (const attempt of [straight, drafted]) {
    expect(["address_not_confirmed", "not_releasable"]).toContain((await refusal(attempt())).code);
  }
  await accept(officer);
  expect((await myRequests(requester)).requests[0]).toMatchObject({ letter: null, outcome: null });
});

test("an answer that left is not shown while the gate is shut again: opened again with a demand, or authority rejected", async () => {
  const { officer, reference, seen, requester } = await lived({
    ...{ confirmed: true, identity: "none", acts: "accepted" },
  });
  await decide(officer, { ...(await seen()), answer: ANSWER });
  await accept(officer);
  const readable = async () => {
    const [mine] = (await myRequests(requester)).requests;
    return [mine?.letter, ...(mine?.earlier ?? [])].filter(Boolean).length;
  };
  expect(await readable()).toBe(1);
  await reopened(await seen());
  expect(await readable()).toBe(1);
  await askedIdentity(officer, reference);
  expect(await readable()).toBe(0);
  await recordIdentityResult(officer, { ...(await seen()), result: "passed", method: "account" });
  expect(await readable()).toBe(1);
  await judged(await seen(), "rejected");
  expect(await readable()).toBe(0);
  expect((await refusal(decide(officer, { ...(await seen()), answer: ANSWER }))).code).toBe("not_releasable");
});

test("taken back and opened again, a demand that was never met still stands", async () => {
  const { officer, seen, requester, reference } = await lived({
    ...{ confirmed: true, identity: "asked", acts: "self" },
  });
  await withdrawRequest(requester, { reference });
  await reopened(await seen());
  expect(await refusal(decide(officer, { ...(await seen()), answer: ANSWER }))).toEqual({
    ...{ code: "not_releasable", missing: ["identity_demanded"] },
  });
  // It can be made anew, and met.
  await askedIdentity(officer, reference);
  await recordIdentityResult(officer, { ...(await seen()), result: "passed", method: "account" });
  await decide(officer, { ...(await seen()), answer: ANSWER });
});

test("questions and what staff wrote down are not shown to whose authority nobody accepted", async () => {
  const { officer, seen, requester } = await lived({
    ...{ confirmed: true, identity: "none", acts: "unchecked" },
  });
  const question = { text: "canary-question" };
  const unread = { code: "not_releasable", missing: ["authority_unchecked"] };
  expect(await refusal(askQuestion(officer, { ...(await seen()), ...question }))).toEqual(unread);
  expect(await refusal(askPausing(officer, { ...(await seen()), ...question, ...STOPS }))).toEqual(unread);
  await judged(await seen(), "accepted");
  await askQuestion(officer, { ...(await seen()), ...question });
  await accept(officer);
  await judged(await seen(), "rejected");
  const told = { kind: "reply", way: "phone", on: localDay(), text: "canary-said" };
  await recordReceived(officer, { ...(await seen()), ...told });
  const mine = async () => (await myRequests(requester)).requests[0];
  expect(JSON.stringify(await mine())).not.toContain("canary");
  expect(await mine()).toMatchObject({ canReply: false, standing: "authority" });
  expect(await mine()).toMatchObject({ hidden: { what: "message", until: "authority" } });
  await judged(await seen(), "accepted");
  expect(JSON.stringify(await mine())).toMatch(/canary-question.*canary-said/);
});

test("while proof is demanded the person is told that there is a question, and what it is once it is met", async () => {
  const { officer, seen, requester, reference } = await lived({
    ...{ confirmed: true, identity: "none", acts: "self" },
  });
  const mine = async () => (await myRequests(requester)).requests[0];
  expect(await mine()).toMatchObject({ hidden: null });
  await askQuestion(officer, { ...(await seen()), text: "canary-question" });
  await accept(officer);
  await askedIdentity(officer, reference);
  expect(await refusal(askQuestion(officer, { ...(await seen()), text: "Another?" }))).toEqual({
    ...{ code: "not_releasable", missing: ["identity_demanded"] },
  });
  expect(await mine()).toMatchObject({ thread: [], hidden: { what: "question", until: "identity" } });
  await recordIdentityResult(officer, { ...(await seen()), result: "passed", method: "account" });
  expect(await mine()).toMatchObject({ hidden: null, thread: [{ text: "canary-question" }] });
});

const STOPS = { choices: "", category: "period", reason: "Fyra register", largeQuantity: true };

test("by post: what waits to be printed is not shown and not recorded as posted once the authority is rejected", async () => {
  const { officer } = desk;
  const { reference } = await entered(officer, {
    ...{ knownBack: true, onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" },
  });
  const seen = async () => ({ reference, version: await versionOf(officer, reference) });
  const text = "canary-question";
  expect(await refusal(askQuestion(officer, { ...(await seen()), text }))).toEqual({
    ...{ code: "not_releasable", missing: ["address_not_confirmed", "authority_unchecked"] },
  });
  await verifyAddress(officer, { reference, how: "records" });
  await judged(await seen(), "accepted");
  await askQuestion(officer, { ...(await seen()), text });
  await decide(officer, { ...(await seen()), answer: ANSWER });
  const waiting = async () => {
    const letters = await lettersToPost(officer, reference);
    return letters.filter(({ kind }) => kind === "question" || kind === "answer_ready");
  };
  expect((await waiting()).map(({ kind, letter }) => [kind, letter !== null])).toEqual([
    ["question", true],
    ["answer_ready", true],
  ]);
  await judged(await seen(), "rejected");
  for (const { letter, gaps, noticeId } of await waiting()) {
    expect({ letter, gaps }).toEqual({ letter: null, gaps: ["authority_rejected"] });
    expect(await refusal(recordPosting(officer, { noticeId, postedOn: localDay(), how: "post" }))).toEqual({
      ...{ code: "not_releasable", missing: ["authority_rejected"] },
    });
  }
  expect(await waiting()).toHaveLength(2);
  expect((await requestPage(officer, reference)).standing).toBe("answer_pending");
});

test("more time is told with its reasons to whoever asked, and not a word of staff before the authority was looked at", async () => {
  const { officer, requester, reference, seen } = await lived({
    ...{ confirmed: true, identity: "none", acts: "unchecked" },
  });
  const text = { reasons: ["many_systems"], specific: "canary-4711", done: "canary-done" };
  await saveExtension(officer, { reference, ...text });
  const { bare, missing, fingerprint } = await previewExtension(officer, reference);
  expect({ bare, missing }).toEqual({ bare: true, missing: [] });
  await extend(officer, { ...(await seen()), letter: fingerprint });
  await accept(officer);
  const told = (await myRequests(requester)).requests[0];
  const letter = JSON.stringify(told?.timing.letters);
  expect(told).toMatchObject({ standing: "authority", timing: { letters: [{ language: "sv" }] } });
  expect(letter).toContain(translator("sv", "timing")("reason.many_systems"));
  expect(letter).not.toContain("canary");
});

const THROUGH = { processor: "Bolaget AB", processorOn: localDay(-1), processorAt: "09:00" };

test.each(ENTERED_CHANNELS)("a filing that staff entered as %s is held to the same", async (channel) => {
  const { officer } = desk;
  const { reference } = await entered(officer, {
    ...{ channel, knownBack: true, onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" },
    ...(channel === "processor" ? THROUGH : {}),
  });
  await askIdentity(officer, reference);
  const seen = { reference, version: await versionOf(officer, reference) };
  expect(await refusal(decide(officer, { ...seen, answer: ANSWER }))).toEqual({
    code: "not_releasable",
    missing: ["address_not_confirmed", "authority_unchecked", "identity_demanded"],
  });
});
