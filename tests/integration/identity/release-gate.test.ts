/**
 * No answer leaves on a path that skipped confirmation, a demanded identity check or a checked authority: whatever the
 * channel, state or order of events (issue: identity, proportionate).
 */
import { answerFor } from "@/lib/cli/demo-seed/answers";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { saveDraft } from "@/lib/commands/decision/save-draft";
import { sendDraft } from "@/lib/commands/decision/send-draft";
import { recordAuthority } from "@/lib/commands/identity/record-authority";
import { recordIdentityResult } from "@/lib/commands/identity/record-result";
import { db } from "@/lib/db/client";
import { CHANNELS } from "@/lib/domain/intake/filing";
import { myRequests } from "@/lib/queries/request/my-requests";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, filed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { accept, askedIdentity, versionOf } from "@/tests/support/identity";
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
  const receipt = await filed(ctx, { ...filing, who: { ...filing.who, ...(acts === "self" ? {} : other) } });
  const reference = receipt.requests[0]?.reference as string;
  const seen = async () => ({ reference, version: await versionOf(officer, reference) });
  if (identity !== "none") await askedIdentity(officer, reference);
  if (identity === "passed" || identity === "failed") {
    await recordIdentityResult(officer, { ...(await seen()), result: identity, method: "account" });
  }
  if (acts === "accepted") {
    await recordAuthority(officer, {
      ...(await seen()),
      result: "accepted",
      kind: "lawyer",
      shown: "Instruction",
    });
  }
  const confirmedAt = confirmed ? new Date() : null;
  await db().filing.update({ where: { id: receipt.filingId }, data: { confirmedAt } });
  const requester = { ...ctx, actor: { kind: "requester", filingId: receipt.filingId } } as const;
  return { officer, reference, seen, requester, filingId: receipt.filingId };
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

test("an answer that left is not shown while the gate is shut again: reopened, rejected, or with another address", async () => {
  const { officer, reference, seen, requester, filingId } = await lived({
    confirmed: true,
    identity: "none",
    acts: "accepted",
  });
  await decide(officer, { ...(await seen()), answer: ANSWER });
  await accept(officer);
  const letter = async () => (await myRequests(requester)).requests[0]?.letter;
  expect(await letter()).not.toBeNull();
  await db().filing.update({ where: { id: filingId }, data: { confirmedAt: null } });
  expect(await letter()).toBeNull();
  await db().filing.update({ where: { id: filingId }, data: { confirmedAt: new Date() } });
  await db().rightsRequest.update({
    where: { reference },
    data: { state: "open", closedAt: null, outcome: null },
  });
  await askedIdentity(officer, reference);
  expect(await letter()).toBeNull();
});

test.each(CHANNELS)("a filing that came by %s is held to the same", async (channel) => {
  const { officer, seen, filingId } = await lived({ confirmed: false, identity: "asked", acts: "unchecked" });
  await db().filing.update({ where: { id: filingId }, data: { channel } });
  expect(await refusal(decide(officer, { ...(await seen()), answer: ANSWER }))).toEqual({
    code: "not_releasable",
    missing: ["address_not_confirmed", "authority_unchecked", "identity_demanded"],
  });
});
