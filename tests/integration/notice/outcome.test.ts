/** Sending: claimed by one worker at a time, recorded once, retried, failed in the open (design section 5). */

import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";
import { dueNotices } from "@/lib/queries/notice/due-notices";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, BASE_URL, filed, publicCtxAt } from "@/tests/support/desk";

const database = useDatabase();
let ctx: Ctx;
const worker: InstallationCtx = {
  actor: { kind: "system" },
  now: () => new Date(),
  language: "en",
  baseUrl: BASE_URL,
};

beforeAll(async () => {
  ctx = publicCtxAt(await aController());
});

async function owed(email: string) {
  const { filingId } = await filed(ctx, aFiling([ACCESS], { email }));
  const [notice] = await database.query<{ id: string }>(
    "postgres",
    `select "id" from "Notice" where "filingId" = $1`,
    [filingId],
  );
  return (notice as { id: string }).id;
}

async function stateOf(id: string) {
  const [row] = await database.query<{
    state: string;
    attempts: number;
    lastError: string | null;
    waits: boolean;
  }>(
    "postgres",
    `select "state", "attempts", "lastError", "nextAttemptAt" > now() as waits from "Notice" where "id" = $1`,
    [id],
  );
  return row;
}

test("ten workers at once: one gets it, with the address opened and the link in its text", async () => {
  const id = await owed("en@person.test");
  const claims = await Promise.all(Array.from({ length: 10 }, () => claimForSending(worker, id)));
  const got = claims.filter((claim) => claim !== null);
  expect(got).toHaveLength(1);
  expect(got[0]).toMatchObject({ to: "en@person.test", messageId: expect.stringContaining(id) });
  expect(JSON.stringify(got[0]?.content)).toContain(`${BASE_URL}/c/`);
  await recordSendOutcome(worker, id, { accepted: true }, 0.5);
  await recordSendOutcome(worker, id, { accepted: false, temporary: false, code: "late" }, 0.5);
  expect(await stateOf(id)).toMatchObject({ state: "accepted", lastError: null });
});

test("refused for now is tried again later; for good is failed and says so in the log", async () => {
  const id = await owed("tva@person.test");
  await claimForSending(worker, id);
  await recordSendOutcome(worker, id, { accepted: false, temporary: true, code: "450" }, 0.5);
  expect(await stateOf(id)).toEqual({ state: "owed", attempts: 1, lastError: "450", waits: true });
  expect(await claimForSending(worker, id)).toBeNull();

  await database.query("postgres", `update "Notice" set "nextAttemptAt" = now() where "id" = $1`, [id]);
  expect(await dueNotices(worker, 50)).toContain(id);
  await claimForSending(worker, id);
  await recordSendOutcome(
    worker,
    id,
    { accepted: false, temporary: false, code: "550 <tva@person.test>" },
    0.5,
  );
  expect(await stateOf(id)).toMatchObject({ state: "failed", lastError: "other" });
  const events = await database.query<{ type: string }>(
    "postgres",
    `select "type" from "AuditEvent" where "subjectId" = $1 order by "seq"`,
    [id],
  );
  expect(events.map((e) => e.type)).toEqual(["notice.postponed", "notice.failed"]);
});

test("a worker that died leaves its notice to the next one when its lease has run out", async () => {
  const id = await owed("tre@person.test");
  const first = await claimForSending(worker, id);
  expect(await dueNotices(worker, 50)).not.toContain(id);
  await database.query("postgres", `update "Notice" set "nextAttemptAt" = now() where "id" = $1`, [id]);
  const second = await claimForSending(worker, id);
  expect(second?.messageId).toBe(first?.messageId);
});

test("nobody but the worker takes mails", async () => {
  const id = await owed("fyra@person.test");
  await expect(claimForSending(ctx, id)).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
  await expect(recordSendOutcome(ctx, id, { accepted: true }, 0)).rejects.toMatchObject({
    refusal: { code: "not_allowed" },
  });
  expect(await stateOf(id)).toMatchObject({ state: "owed", attempts: 0 });
});

test("fifty filings in a stranger's name: three mails an hour, the rest wait in sight and leave at that pace", async () => {
  const ids: string[] = [];
  for (let i = 0; i < 8; i++) ids.push(await owed("offer@person.test"));
  const sendAll = async () => {
    const sent: string[] = [];
    for (const id of ids) {
      if (!(await claimForSending(worker, id))) continue;
      await recordSendOutcome(worker, id, { accepted: true }, 0.5);
      sent.push(id);
    }
    return sent.length;
  };
  const anHourPasses = () =>
    database.query(
      "postgres",
      `update "Notice" set "acceptedAt" = "acceptedAt" - interval '61 minutes', "nextAttemptAt" = "nextAttemptAt" - interval '61 minutes' where "id" = any($1)`,
      [ids],
    );
  expect(await sendAll()).toBe(3);
  await anHourPasses();
  expect(await sendAll()).toBe(3);
  expect(await sendAll()).toBe(0);
  await anHourPasses();
  expect(await sendAll()).toBe(2);
});
