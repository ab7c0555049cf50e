/** What `transactAtOnce` promises: all or nothing, in one statement, and its job with it. */
import { randomUUID } from "node:crypto";
import { addRows } from "@/lib/db/add-rows";
import { jobStatement } from "@/lib/db/enqueue";
import { transactAtOnce } from "@/lib/db/transact";
import { useDatabase } from "@/tests/support/database";
import { aController, aFiling, filed, publicCtxAt } from "@/tests/support/desk";

const database = useDatabase();

async function counts() {
  const [row] = await database.query<{ said: string }>(
    "postgres",
    `select (select count(*) from "DataKey") || ' ' || (select count(*) from "AuditEvent") || ' ' ||
            (select count(*) from pgboss.job) as said`,
  );
  return row?.said.split(" ").map(Number) as [number, number, number];
}

function aKey(controllerId: string, id = randomUUID()) {
  const wrapped = new Uint8Array(48);
  return { id, controllerId, ownerKind: "draft", ownerId: id, kekId: "k", wrapped, createdAt: new Date() };
}

const SAID = [{ type: "filing.received", facts: { requests: 1 } }] as const;

test("rows, job and line are there together", async () => {
  const ctx = publicCtxAt(await aController());
  const [keys, lines, jobs] = await counts();
  const { id } = ctx.controller;
  const job = await jobStatement("deliver-notice", { noticeId: randomUUID() });
  await transactAtOnce(ctx, [addRows("DataKey", [aKey(id), aKey(id)]), job], SAID);
  expect(await counts()).toEqual([keys + 2, lines + 1, jobs + 1]);
});

test("a row that is refused takes the job and the line with it, and a line the rows", async () => {
  const ctx = publicCtxAt(await aController());
  const { id } = ctx.controller;
  const before = await counts();
  const job = await jobStatement("deliver-notice", { noticeId: randomUUID() });
  const twice = [aKey(id, randomUUID())].flatMap((key) => [key, key]);
  await expect(transactAtOnce(ctx, [job, addRows("DataKey", twice)], SAID)).rejects.toThrow("23505");
  // A row that points nowhere is found only after the line was written.
  const lost = aKey(randomUUID());
  await expect(transactAtOnce(ctx, [addRows("DataKey", [lost]), job], SAID)).rejects.toThrow("23503");
  const bad = [{ ...SAID[0], type: "Not A Type" as "filing.received" }];
  await expect(transactAtOnce(ctx, [addRows("DataKey", [aKey(id)]), job], bad)).rejects.toThrow("bad type");
  await expect(transactAtOnce(ctx, [addRows("DataKey", [aKey(id)])], [])).rejects.toThrow("must say");
  expect(await counts()).toEqual(before);
});

test("objections of one address at the same moment are all filed, and it is on the list once", async () => {
  const ctx = publicCtxAt(await aController());
  const objection = aFiling([{ right: "marketing_objection", channels: ["all"] }]);
  const receipts = await Promise.all(Array.from({ length: 4 }, () => filed(ctx, objection)));
  expect(new Set(receipts.map(({ filingId }) => filingId)).size).toBe(4);
  const of = ctx.controller.id;
  const listed = await database.query("postgres", `select from "Suppression" where "controllerId" = $1`, [
    of,
  ]);
  const said = `select from "AuditEvent" where "chainId" = $1 and type = 'suppression.added'`;
  expect([listed.length, (await database.query("postgres", said, [of])).length]).toEqual([1, 1]);
});
