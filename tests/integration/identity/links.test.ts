/** Mail links and sessions (design section 5; security cases 21-25, 31). */

import type { Ctx } from "@/lib/commands/context";
import { mailFreshLink } from "@/lib/commands/identity/mail-link";
import { useLink } from "@/lib/commands/identity/use-link";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { db } from "@/lib/db/client";
import { linkToken } from "@/lib/db/link-token";
import { requesterSession } from "@/lib/db/requester-session";
import { linkState } from "@/lib/queries/identity/link-state";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, filed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";

const database = useDatabase();
let ctx: Ctx;

beforeAll(async () => {
  ctx = publicCtxAt(await aController());
});

async function tokensOf(filingId: string): Promise<string[]> {
  const links = await database.query<{ id: string; purpose: string }>(
    "postgres",
    `select "id", "purpose" from "Link" where "filingId" = $1 order by "createdAt"`,
    [filingId],
  );
  return links.map((link) => linkToken(link.id, link.purpose));
}

async function filedWithToken() {
  const email = `person-${Math.random()}@person.test`;
  const receipt = await filed(ctx, aFiling([ACCESS], { email }));
  const [token] = await tokensOf(receipt.filingId);
  return { email, receipt, token: token as string, reference: receipt.requests[0]?.reference as string };
}

async function confirmedAt(filingId: string) {
  const [row] = await database.query<{ at: Date | null }>(
    "postgres",
    `select "confirmedAt" as at from "Filing" where "id" = $1`,
    [filingId],
  );
  return row?.at;
}

test("looking at a link changes nothing; using it confirms the address and opens a session for its filing", async () => {
  const { receipt, token } = await filedWithToken();
  expect(await linkState(ctx, token)).toMatchObject({ state: "ready", purpose: "confirm" });
  expect(await confirmedAt(receipt.filingId)).toBeNull();

  const { sessionToken, controllerSlug } = await useLink(ctx, token);
  expect(controllerSlug).toBe(ctx.controller.slug);
  expect(await confirmedAt(receipt.filingId)).toBeInstanceOf(Date);
  expect(await requesterSession(sessionToken)).toEqual({
    controllerId: ctx.controller.id,
    filingId: receipt.filingId,
  });
  expect(await linkState(ctx, token)).toMatchObject({ state: "used" });
});

test("twenty uses at once open one session and confirm once", async () => {
  const { receipt, token } = await filedWithToken();
  const uses = await Promise.allSettled(Array.from({ length: 20 }, () => useLink(ctx, token)));
  expect(uses.filter((use) => use.status === "fulfilled")).toHaveLength(1);
  for (const use of uses) {
    if (use.status === "rejected") expect(use.reason).toMatchObject({ refusal: { code: "link_used" } });
  }
  const events = await database.query(
    "postgres",
    `select 1 from "AuditEvent" where "subjectId" = $1 and "type" = 'filing.confirmed'`,
    [receipt.filingId],
  );
  expect(events).toHaveLength(1);
});

test("only the hash of a token is kept, and a wrong one is nobody's", async () => {
  const { token } = await filedWithToken();
  const [found] = await database.query<{ n: number }>(
    "postgres",
    `select count(*)::int as n from "Link" l where l::text like $1`,
    [`%${token}%`],
  );
  expect(found?.n).toBe(0);
  for (const wrong of ["", "x", token.slice(1), `${token}x`, linkToken("other", "confirm")]) {
    expect(await linkState(ctx, wrong)).toEqual({ state: "unknown" });
    await expect(useLink(ctx, wrong)).rejects.toMatchObject({ refusal: { code: "link_unknown" } });
  }
});

test("a link too old says so, by the database's clock", async () => {
  const { token, receipt } = await filedWithToken();
  await database.query(
    "postgres",
    `update "Link" set "expiresAt" = now() - interval '1 second' where "filingId" = $1`,
    [receipt.filingId],
  );
  const inThePast: Ctx = { ...ctx, now: () => new Date(Date.now() - 2 * 86_400_000) };
  expect(await linkState(inThePast, token)).toMatchObject({ state: "expired" });
  await expect(useLink(inThePast, token)).rejects.toMatchObject({ refusal: { code: "link_expired" } });
});

test("a fresh link replaces the earlier ones, for the right address only and with the same answer for all", async () => {
  const { email, token, reference, receipt } = await filedWithToken();
  await expect(mailFreshLink(ctx, { reference, email: "other@person.test" })).resolves.toBeUndefined();
  expect(await tokensOf(receipt.filingId)).toHaveLength(1);
  await expect(
    mailFreshLink(ctx, { reference: reference.toLowerCase(), email: email.toUpperCase() }),
  ).resolves.toBeUndefined();
  const tokens = await tokensOf(receipt.filingId);
  expect(tokens).toHaveLength(2);
  await expect(useLink(ctx, token)).rejects.toMatchObject({ refusal: { code: "link_superseded" } });
  await expect(useLink(ctx, tokens[1] as string)).resolves.toBeTruthy();
});

test("a letter that was taken back takes no link with it; one that is used ends those before it", async () => {
  const { token, reference, receipt } = await filedWithToken();
  const officer = await staffCtxAt(ctx.controller, ["officer"]);
  await askQuestion(officer, { reference, version: 1, text: "Vilken kund?" });
  const letter = await db().notice.findFirstOrThrow({
    where: { kind: "question", filingId: receipt.filingId },
  });
  await undoSend(officer, { reference, version: 2, noticeId: letter.id });
  expect(await linkState(ctx, token)).toMatchObject({ state: "ready" });
  await askQuestion(officer, { reference, version: 3, text: "Vilken order?" });
  const newest = (await tokensOf(receipt.filingId)).at(-1) as string;
  await useLink(ctx, newest);
  await expect(useLink(ctx, token)).rejects.toMatchObject({ refusal: { code: "link_superseded" } });
});

test("a session ends after 30 minutes by the database's clock", async () => {
  const { token, receipt } = await filedWithToken();
  const { sessionToken } = await useLink(ctx, token);
  await database.query(
    "postgres",
    `update "RequesterSession" set "expiresAt" = now() where "filingId" = $1`,
    [receipt.filingId],
  );
  expect(await requesterSession(sessionToken)).toBeNull();
});
