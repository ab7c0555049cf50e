/** Sealed files from arrival to deletion, on a real disk and database. */
import { randomBytes } from "node:crypto";
import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { sweepFiles } from "@/lib/commands/intake/sweep-files";
import { openFile } from "@/lib/commands/request/open-file";
import { db } from "@/lib/db/client";
import { deleteFiles, fileById, filesOfRequest, keepFile } from "@/lib/db/file";
import { requestByReference } from "@/lib/db/request";
import { quietly } from "@/lib/db/transact";
import type { FilePurpose } from "@/lib/domain/intake/upload";
import { useDatabase } from "@/tests/support/database";
import { aController, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { eventsOf, refusal, systemCtx } from "@/tests/support/office";
import { anUpload, useFiles } from "@/tests/support/upload";

const database = useDatabase();
const files = useFiles();

async function aDesk() {
  const controller = await aController();
  const { requester, reference } = await filedAndConfirmed(publicCtxAt(controller));
  const request = await requestByReference(controller.id, reference);
  if (!request) throw new Error("no request");
  const officer = await staffCtxAt(controller, ["officer"]);
  return { controller, requester, reference, request, officer };
}
type Desk = Awaited<ReturnType<typeof aDesk>>;

async function kept(
  { requester, request }: Desk,
  content: Buffer<ArrayBuffer>,
  purpose: FilePurpose = "original",
) {
  const upload = await anUpload(requester, { content, name: "pass på.pdf" });
  const facts = await quietly((tx) =>
    keepFile(tx, upload, { requestId: request.id, purpose, createdBy: "requester:x", at: new Date() }),
  );
  await finishUploads([upload]);
  return { id: upload.id, facts };
}

async function contentOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of chunks) parts.push(part);
  return Buffer.concat(parts);
}

const PDF = Buffer.concat([Buffer.from("%PDF-1.7 canary of a person"), randomBytes(200_000)]);

test("what was sent is what is read, and neither disk nor table holds a word of it", async () => {
  const desk = await aDesk();
  const { id, facts } = await kept(desk, PDF);
  expect(files.paths().filter((path) => path.endsWith(id))).toHaveLength(1);
  expect(files.bytes().includes(Buffer.from("canary"))).toBe(false);
  const [row] = await database.query<{ line: string }>(
    "postgres",
    `select t::text as line from "StoredFile" t where id = $1`,
    [id],
  );
  expect(row?.line).not.toContain("pass");
  const opened = await openFile(desk.officer, { file: id });
  expect({ name: opened.name, size: opened.size }).toEqual({ name: "pass på.pdf", size: PDF.length });
  expect((await contentOf(opened.chunks)).equals(PDF)).toBe(true);
  await opened.close();
  expect(await eventsOf(desk.controller, desk.reference, "file.opened")).toHaveLength(1);
  expect(facts).toMatchObject({ purpose: "original", size: PDF.length });
});

test("what nobody keeps is removed, at once or by the sweep after an hour", async () => {
  const desk = await aDesk();
  const [dropped, forgotten] = [await anUpload(desk.requester), await anUpload(desk.requester)];
  await finishUploads([dropped]);
  expect(files.paths().some((path) => path.endsWith(dropped.id))).toBe(false);
  await sweepFiles(systemCtx());
  const left = files.paths().find((path) => path.endsWith(forgotten.id));
  expect(left).toBeDefined();
  const earlier = new Date(Date.now() - 3_700_000);
  utimesSync(left as string, earlier, earlier);
  await sweepFiles(systemCtx());
  expect(files.paths().some((path) => path.endsWith(forgotten.id))).toBe(false);
});

test("one that was kept just before the power went is read, and the sweep puts it in its place", async () => {
  const desk = await aDesk();
  const upload = await anUpload(desk.requester);
  await quietly((tx) =>
    keepFile(tx, upload, {
      requestId: desk.request.id,
      purpose: "original",
      createdBy: "system",
      at: new Date(),
    }),
  );
  const path = files.paths().find((each) => each.endsWith(upload.id)) as string;
  expect(path).toContain("/new/");
  await (await openFile(desk.officer, { file: upload.id })).close();
  const earlier = new Date(Date.now() - 3_700_000);
  utimesSync(path, earlier, earlier);
  await sweepFiles(systemCtx());
  expect(files.paths().find((each) => each.endsWith(upload.id))).not.toContain("/new/");
});

test("deleted: the key goes with the row's commit, the bytes with the sweep, and the row says that there was one", async () => {
  const desk = await aDesk();
  const { id } = await kept(desk, PDF);
  expect(await quietly((tx) => deleteFiles(tx, desk.controller.id, [id], new Date()))).toEqual([id]);
  expect(await quietly((tx) => deleteFiles(tx, desk.controller.id, [id], new Date()))).toEqual([]);
  expect(await refusal(openFile(desk.officer, { file: id }))).toEqual({ code: "not_found" });
  await sweepFiles(systemCtx());
  expect(files.paths().some((path) => path.endsWith(id))).toBe(false);
  const row = await db().storedFile.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ nameSealed: null, sha256Sealed: null, size: BigInt(PDF.length) });
  expect(row.goneAt).not.toBeNull();
  const key = await db().dataKey.findUniqueOrThrow({ where: { id: row.dataKeyId } });
  expect(key.wrapped).toBeNull();
  expect(await filesOfRequest(desk.controller.id, desk.request.id)).toMatchObject([{ id, name: null }]);
});

test("two files swapped on disk, or one changed, are not given out", async () => {
  const desk = await aDesk();
  const [a, b] = [await kept(desk, PDF), await kept(desk, Buffer.concat([PDF, PDF]))];
  const pathOf = (id: string) => files.paths().find((path) => path.endsWith(id)) as string;
  const bytes = readFileSync(pathOf(a.id));
  writeFileSync(pathOf(a.id), readFileSync(pathOf(b.id)));
  const opened = await openFile(desk.officer, { file: a.id });
  await expect(contentOf(opened.chunks)).rejects.toThrow("not genuine");
  await opened.close();
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(pathOf(a.id), bytes);
  const again = await openFile(desk.officer, { file: a.id });
  await expect(contentOf(again.chunks)).rejects.toThrow("not genuine");
  await again.close();
});

test("a file exists for those who may read it: not for another controller, the auditor or a stranger to the request", async () => {
  const desk = await aDesk();
  const { id } = await kept(desk, PDF);
  const elsewhere = await staffCtxAt(await aController(), ["officer"]);
  for (const ctx of [elsewhere, await staffCtxAt(desk.controller, ["contributor"])]) {
    expect(await refusal(openFile(ctx, { file: id }))).toEqual({ code: "not_found" });
  }
  for (const role of ["auditor", "administrator"] as const) {
    const ctx = await staffCtxAt(desk.controller, [role]);
    expect(await refusal(openFile(ctx, { file: id }))).toEqual({ code: "not_allowed" });
  }
  expect(await refusal(openFile(desk.requester, { file: id }))).toEqual({ code: "not_signed_in" });
  expect(await fileById(elsewhere.controller.id, id)).toBeNull();
});

test("evidence is for whoever works the request, and the data protection officer", async () => {
  const desk = await aDesk();
  const { id } = await kept(desk, PDF, "identity_evidence");
  expect(await refusal(openFile(desk.officer, { file: id }))).toEqual({ code: "not_found" });
  await db().rightsRequest.update({
    where: { id: desk.request.id },
    data: { assigneeId: desk.officer.staffId },
  });
  await (await openFile(desk.officer, { file: id })).close();
  await (await openFile(await staffCtxAt(desk.controller, ["dpo"]), { file: id })).close();
  const colleague = await staffCtxAt(desk.controller, ["officer"]);
  expect(await refusal(openFile(colleague, { file: id }))).toEqual({ code: "not_found" });
  const helper = await staffCtxAt(desk.controller, ["contributor"]);
  await db().rightsRequest.update({ where: { id: desk.request.id }, data: { assigneeId: helper.staffId } });
  expect(await refusal(openFile(helper, { file: id }))).toEqual({ code: "not_found" });
});

test("a requester leaves at most twenty files on a request", async () => {
  const desk = await aDesk();
  for (let n = 0; n < 20; n++) await kept(desk, Buffer.from("%PDF-1.7"));
  expect(await refusal(kept(desk, Buffer.from("%PDF-1.7")))).toMatchObject({
    code: "file_refused",
    reason: "quota",
  });
});

test.each([
  ["empty", "a.pdf", Buffer.alloc(0)],
  ["too_large", "a.pdf", Buffer.concat([Buffer.from("%PDF-"), Buffer.alloc(20 * 1024 * 1024)])],
  ["content", "a.pdf", Buffer.from("MZ a program")],
  ["type", "a.exe", Buffer.from("MZ")],
])("refused: %s; nothing stays on disk", async (reason, name, content) => {
  const desk = await aDesk();
  const before = files.paths().length;
  expect(await refusal(anUpload(desk.requester, { name, content }))).toMatchObject({
    code: "file_refused",
    reason,
  });
  expect(files.paths()).toHaveLength(before);
});
