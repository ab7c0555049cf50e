/**
 * An installation that began with an earlier version goes on with this one: what was filed, sealed and logged before is
 * read, worked and verified after. The rows are those of the demo, in the tables as they were on 25 November 2026.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { seedDemo } from "@/lib/cli/demo-seed";
import { exportRequests } from "@/lib/commands/audit/export-requests";
import { previewExtension } from "@/lib/commands/clock/preview-extension";
import { saveExtension } from "@/lib/commands/clock/save-extension";
import type { Ctx } from "@/lib/commands/context";
import { attachOriginal } from "@/lib/commands/intake/attach-original";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { note } from "@/lib/commands/request/note";
import { openFile } from "@/lib/commands/request/open-file";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { closeDb, db } from "@/lib/db/client";
import { type Controller, controllerById } from "@/lib/db/controller";
import { closeSender } from "@/lib/db/enqueue";
import { migrate } from "@/lib/db/migrate";
import { QUEUES } from "@/lib/db/queues";
import { setEnv } from "@/lib/env";
import { clockView } from "@/lib/queries/clock/clock-view";
import { requestTasks } from "@/lib/queries/decision/request-tasks";
import { dossier } from "@/lib/queries/fee/dossier";
import { myRequests } from "@/lib/queries/request/my-requests";
import { queue } from "@/lib/queries/request/queue";
import { requestPage } from "@/lib/queries/request/request-page";
import { queueParams } from "@/lib/schemas/request/queue";
import { brokenLines } from "@/tests/support/attack";
import {
  createTestDatabase,
  dropTestDatabase,
  type TestDatabase,
  useDatabase,
} from "@/tests/support/database";
import { BASE_URL } from "@/tests/support/desk";
import { staffOf } from "@/tests/support/staff";
import { anUpload, PDF_BYTES, useFiles } from "@/tests/support/upload";

/** The last migration that the earlier version knew. */
const KNOWN = "20261125007000_fee";
/** What did not exist then; everything else of this version's rows could have been written by that one. */
const EXISTED: Readonly<Record<string, string>> = {
  ClockRun: `"state" in ('applying', 'done', 'superseded')`,
  FeeEvent: `"state" = 'effective'`,
  Forwarding: `"state" in ('pending', 'effective', 'recalled')`,
  IdentityCheck: `"state" <> 'ended'`,
  LetterDraft: `"kind" = 'extension'`,
  Notice: `"kind" <> 'task_letter'`,
  StoredFile: `"purpose" not in ('assessment_evidence', 'proof')`,
  Task: `"state" = 'open' or "doneBy" is not null`,
};
const EXTENSION = {
  reasons: ["many_systems"],
  specific: "Four registers",
  done: "Two are searched",
} as const;
const RENAMED: Readonly<Record<string, string>> = { ClockDraft: "LetterDraft" };

const today = useDatabase();
useFiles();
let earlier: TestDatabase;
let controllers: Controller[];
let counted: Readonly<Record<string, number>>;
let byHand: { readonly ctx: Ctx; readonly reference: string; readonly file: string };

beforeAll(async () => {
  setEnv({ BASE_URL });
  await seedDemo({ progress: () => undefined, count: 12 });
  await moreByHand();
  earlier = await createTestDatabase("empty");
  const folder = mkdtempSync(join(tmpdir(), "habeas-earlier-"));
  const all = readdirSync(resolve("prisma/migrations"))
    .filter((name) => /^\d/.test(name))
    .sort();
  for (const name of all.filter((each) => each <= KNOWN)) {
    cpSync(resolve("prisma/migrations", name), join(folder, name), { recursive: true });
  }
  const of = { ownerUrl: earlier.url("habeas_owner"), queues: QUEUES };
  await migrate({ ...of, folder });
  rmSync(folder, { recursive: true });
  await takeOver();
  counted = await counts();
  expect(await migrate(of)).toEqual(all.filter((name) => name > KNOWN));
  await closeSender();
  await closeDb();
  setEnv({ DATABASE_URL: earlier.url("habeas_app") });
  const ids = await db().controller.findMany({ select: { id: true }, orderBy: { slug: "asc" } });
  controllers = await Promise.all(ids.map(async ({ id }) => (await controllerById(id)) as Controller));
}, 180_000);

afterAll(async () => {
  await closeSender();
  await closeDb();
  await dropTestDatabase(earlier);
});

/** What the demo has none of: an extension that somebody had begun to write, and a file that came with a letter. */
async function moreByHand(): Promise<void> {
  const { controllerId, reference } = await db().rightsRequest.findFirstOrThrow({
    where: { state: "open", clockStatus: "running", right: "access" },
  });
  const ctx = await staffAt((await controllerById(controllerId)) as Controller);
  await saveExtension(ctx, { reference, ...EXTENSION });
  const scan = await anUpload(ctx, { name: "brev.pdf" });
  await attachOriginal(ctx, reference, [scan]);
  await finishUploads([scan]);
  byHand = { ctx, reference, file: scan.id };
}

/** Copies every row into the table as it was, whatever the order: what points where was checked when it was written. */
async function takeOver(): Promise<void> {
  const client = new Client({ connectionString: earlier.url("postgres") });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    for (const table of await tables()) {
      const now = RENAMED[table] ?? table;
      const hash =
        table === "StoredFile"
          ? `|| case when "deletedAt" is null then '{"sha256": "\\\\x00"}' else '{}' end::jsonb`
          : "";
      const [rows] = await today.query<{ rows: string }>(
        "postgres",
        `select coalesce(jsonb_agg(to_jsonb(t) ${hash}), '[]')::text as rows from "${now}" t where ${EXISTED[now] ?? "true"}`,
      );
      await client.query(
        `insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
        [rows?.rows],
      );
    }
  } finally {
    await client.end();
  }
}

async function tables(): Promise<readonly string[]> {
  const found = await earlier.query<{ name: string }>(
    "postgres",
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1`,
  );
  return found.map(({ name }) => name);
}

async function counts(): Promise<Readonly<Record<string, number>>> {
  const all: Record<string, number> = {};
  for (const table of await tables()) {
    const [row] = await earlier.query<{ n: number }>("postgres", `select count(*)::int as n from "${table}"`);
    all[RENAMED[table] ?? table] = row?.n ?? 0;
  }
  return all;
}

/** Somebody with every role at a controller. */
async function staffAt(controller: Controller): Promise<Ctx & { staffId: string }> {
  const { staffId } = await db().staffRole.findFirstOrThrow({
    where: { controllerId: controller.id, role: "officer" },
  });
  return { ...staffOf(staffId, ["officer", "dpo", "administrator"]), controller, staffId };
}

test("no row is lost, and every table of the earlier version that later ones change held some", async () => {
  expect(await counts()).toMatchObject(counted);
  const changed = [
    "ClockEvent",
    "Filing",
    "Forwarding",
    "LetterDraft",
    "Notice",
    "Reopening",
    "StoredFile",
    "Suppression",
    "Task",
  ];
  for (const table of [
    ...changed,
    "Assessment",
    "Decision",
    "Fee",
    "FeeEvent",
    "IdentityCheck",
    "ThreadMessage",
  ]) {
    expect([table, (counted[table] ?? 0) > 0]).toEqual([table, true]);
  }
});

test("the log still verifies, line by line", async () => {
  expect(await brokenLines(earlier)).toEqual([]);
});

test("the queue, every request in full, its tasks, clock and dossier can be read by staff", async () => {
  let read = 0;
  for (const controller of controllers) {
    const ctx = await staffAt(controller);
    expect((await queue(ctx, queueParams.parse({}))).lines.length).toBeGreaterThan(0);
    for (const { reference } of await db().rightsRequest.findMany({
      where: { controllerId: controller.id },
    })) {
      expect((await requestPage(ctx, reference)).who?.name).toEqual(expect.any(String));
      await requestTasks(ctx, reference);
      await clockView(ctx, reference);
      await dossier(ctx, reference);
      read++;
    }
    let csv = "";
    for await (const chunk of (await exportRequests(ctx, { excel: false })).chunks) csv += chunk;
    expect(csv.split("\r\n").length).toBeGreaterThan(2);
  }
  expect(read).toBe(counted.RightsRequest);
});

test("every requester reads their own page, with its letters and what was said", async () => {
  let letters = 0;
  for (const controller of controllers) {
    const filings = await db().filing.findMany({ where: { controllerId: controller.id } });
    for (const { id } of filings) {
      const actor = { kind: "requester", filingId: id } as const;
      const mine = await myRequests({ ...(await staffAt(controller)), actor });
      letters += mine.requests.filter(({ letter }) => letter !== null).length;
    }
  }
  expect(letters).toBeGreaterThan(0);
});

test("and the work goes on: a note, a request taken back, each in the log", async () => {
  const [controller] = controllers;
  if (!controller) throw new Error("there is no controller");
  const ctx = await staffAt(controller);
  const open = await db().rightsRequest.findFirstOrThrow({
    where: { controllerId: controller.id, state: "open", clockStatus: "running" },
  });
  const { reference } = open;
  await note(ctx, { reference, version: open.version, text: "After the change" });
  await withdrawRequest({ ...ctx, actor: { kind: "requester", filingId: open.filingId } }, { reference });
  expect(await requestPage(ctx, reference)).toMatchObject({ standing: "closed", outcome: "withdrawn" });
  expect(await brokenLines(earlier)).toEqual([]);
});

test("a letter that somebody had begun is still theirs to go on with, and a file that was kept opens", async () => {
  const { ctx, reference, file } = byHand;
  expect(await previewExtension(ctx, reference)).toMatchObject({ text: EXTENSION });
  const opened = await openFile(ctx, { file });
  const bytes: Uint8Array[] = [];
  for await (const chunk of opened.chunks) bytes.push(chunk);
  expect([opened.name, Buffer.concat(bytes)]).toEqual(["brev.pdf", PDF_BYTES]);
});
