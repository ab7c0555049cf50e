/** Abuse cases 32 to 36 and 39 to 41 over HTTP: uploads that are too large, lie, break off, or belong to somebody else. */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { readEvidence } from "@/lib/commands/identity/read-evidence";
import { assign } from "@/lib/commands/request/assign";
import { fileById } from "@/lib/db/file";
import { setEnv } from "@/lib/env";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectUnharmed, postAs, residentMegabytes } from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { type Answer, send, type Visitor } from "@/tests/support/http";
import { askedIdentity, versionOf } from "@/tests/support/identity";
import { BOUNDARY, type FormPart, filesBelow, MULTIPART, multipart } from "@/tests/support/upload";
import { layGround } from "./calls/ground";

const MB = 1024 * 1024;
const PATH = "/api/public/my/identity/upload";
const database = useDatabase();
let app: TestApp;
let ground: Awaited<ReturnType<typeof layGround>>;

beforeAll(async () => {
  app = await startApp({ database, limits: { UPLOAD_PEER: 500, USE_LINK_PEER: 1_000 } });
  setEnv({ HABEAS_VAR: app.folder });
  ground = await layGround(app, database);
});
afterAll(() => app?.stop());

/** Somebody of whom proof was asked, in a browser of their own. */
async function asked() {
  const { reference, filingId } = await ground.aRequest();
  const { officer } = ground;
  const staffId = officer.actor.kind === "staff" ? officer.actor.staffId : "";
  await assign(officer, { reference, version: 1, assigneeId: staffId });
  await askedIdentity(officer, reference, ["account", "facts", "id_copy"]);
  return { reference, filingId, visitor: await ground.aRequester(filingId) };
}
type Asked = Awaited<ReturnType<typeof asked>>;

function upload({ visitor, reference }: Asked, files: readonly FormPart[], chunked = false): Promise<Answer> {
  const fields = [
    { name: "reference", value: reference },
    { name: "method", value: "id_copy" },
  ];
  return sendAs(visitor, multipart([...fields, ...files]), chunked);
}

function sendAs(visitor: Visitor, body: Buffer, chunked = false): Promise<Answer> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { origin: app.url, accept: "application/json", "content-type": MULTIPART, cookie };
  return send(app.url, { method: "POST", path: PATH, headers, body, chunked });
}

const copy = (content: Buffer, file = "id.pdf"): FormPart => ({ name: "file_id_copy", file, content });
const pdf = (size: number) => Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(size - 9)]);
const rows = async () =>
  (await database.query<{ n: number }>("postgres", `select count(*)::int as n from "StoredFile"`))[0]?.n;

test("32: one byte less than the limit arrives as it was, one more is refused and leaves no row and no file", async () => {
  const person = await asked();
  const content = pdf(20 * MB);
  expect((await upload(person, [copy(content)])).status).toBe(303);
  const [row] = await database.query<{ id: string; controllerId: string }>(
    "postgres",
    `select id, "controllerId" from "StoredFile"`,
  );
  const kept = await fileById(row?.controllerId ?? "", row?.id ?? "");
  expect(kept?.sha256).toBe(createHash("sha256").update(content).digest("hex"));
  const before = [await rows(), filesBelow(app.folder).length];
  for (const chunked of [false, true]) {
    const answer = await upload(person, [copy(pdf(20 * MB + 1))], chunked);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      413,
      expect.objectContaining({ reason: "too_large" }),
    ]);
  }
  const together = await upload(person, [copy(pdf(16 * MB)), copy(pdf(15 * MB))]);
  expect([together.status, JSON.parse(together.text).reason]).toEqual([413, "form_too_large"]);
  expect([await rows(), filesBelow(app.folder).length]).toEqual(before);
}, 60_000);

test("33: ten at the limit at a time, and 60 MB without a length, leave memory bounded", async () => {
  const people = await Promise.all(Array.from({ length: 10 }, asked));
  const content = pdf(20 * MB);
  const before = residentMegabytes();
  const answers = await Promise.all(people.map((person) => upload(person, [copy(content)])));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
  const flood = await sendAs(people[0]?.visitor as Visitor, Buffer.alloc(60 * MB, "x"), true);
  expect([400, 413]).toContain(flood.status);
  expect(residentMegabytes() - before).toBeLessThan(150);
  await expectUnharmed(app, database);
}, 120_000);

test.each([
  ["HTML that is called PDF", copy(Buffer.from("<html><script>1</script>")), "content"],
  ["HTML with a PDF in it", copy(Buffer.from("<html>%PDF-1.7")), "content"],
  ["a picture that runs", copy(Buffer.from("<svg onload=1>"), "a.svg"), "type"],
  ["a program that is called a picture", copy(Buffer.from("MZ\x90"), "a.jpg"), "content"],
  ["two endings", copy(Buffer.from("MZ"), "a.pdf.exe"), "type"],
  ["nothing in it", copy(Buffer.alloc(0)), "empty"],
  ["an archive", copy(Buffer.from("PK\x03\x04"), "a.zip"), "type"],
])("34, 36: %s is refused", async (_what, part, reason) => {
  const before = [await rows(), filesBelow(app.folder).length];
  const answer = await upload(await asked(), [part]);
  expect([answer.status, JSON.parse(answer.text).reason]).toEqual([400, reason]);
  expect([await rows(), filesBelow(app.folder).length]).toEqual(before);
});

test("34, 35: what is kept is only ever a download, under a neutral name; on disk its name is an id", async () => {
  const person = await asked();
  const name = "../../etc/cron.d/\u202Ex%00.pdf";
  expect((await upload(person, [copy(pdf(5_000), name)])).status).toBe(303);
  const [row] = await database.query<{ id: string }>(
    "postgres",
    `select id from "StoredFile" order by "createdAt" desc limit 1`,
  );
  expect(filesBelow(app.folder).every((path) => /\/[0-9a-f-]{36}$/.test(path))).toBe(true);
  const opened = await postAs(
    app,
    ground.everybody,
    `/api/staff/${ground.slug}/files/open`,
    `file=${row?.id}`,
    {
      "content-type": "application/x-www-form-urlencoded",
    },
  );
  expect(opened.status).toBe(200);
  expect(opened.headers).toMatchObject({
    "content-type": "application/octet-stream",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect(opened.headers["content-disposition"]).toMatch(
    /^attachment; filename="x_00\.pdf"; filename\*=UTF-8''x_00\.pdf$/,
  );
});

test("39: an upload that breaks off leaves no row and no file, and its clear text is never on disk", async () => {
  const person = await asked();
  const before = [await rows(), filesBelow(app.folder).length];
  const cookie = [...person.visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const head = `POST ${PATH} HTTP/1.1\r\nHost: ${new URL(app.url).host}\r\nOrigin: ${app.url}\r\nCookie: ${cookie}\r\nContent-Type: ${MULTIPART}\r\nContent-Length: 900000\r\n\r\n`;
  const part = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file_id_copy"; filename="a.pdf"\r\n\r\n%PDF-1.7 kanariefagel ${"x".repeat(300_000)}`;
  await new Promise<void>((done) => {
    const socket = connect({ host: "127.0.0.1", port: Number(new URL(app.url).port) }, () => {
      socket.write(head + part);
      setTimeout(() => {
        for (const path of filesBelow(app.folder))
          expect(readFileSync(path).includes("kanariefagel")).toBe(false);
        socket.destroy();
        done();
      }, 300);
    });
    socket.on("error", () => undefined);
  });
  await new Promise((done) => setTimeout(done, 500));
  expect([await rows(), filesBelow(app.folder).length]).toEqual(before);
});

test("40: nobody gets at a file of another: no link, another's link, staff of another team", async () => {
  const person = await asked();
  await upload(person, [copy(pdf(5_000))]);
  const [row] = await database.query<{ id: string }>(
    "postgres",
    `select id from "StoredFile" order by "createdAt" desc limit 1`,
  );
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const open = (visitor: Visitor) =>
    postAs(app, visitor, `/api/staff/${ground.slug}/files/open`, `file=${row?.id}`, form);
  const stranger = (await asked()).visitor;
  expect((await open(stranger)).status).toBe(401);
  expect((await upload({ ...person, visitor: stranger }, [copy(pdf(5_000))])).status).toBe(404);
  const unsigned = await sendAs({ ...stranger, cookies: new Map() }, multipart([copy(pdf(5_000))]));
  expect(unsigned.status).toBe(401);
});

test("41: a requester fills no disk: twenty files on a request, five at a time", async () => {
  const person = await asked();
  const small = () => copy(pdf(1_000));
  const six = await upload(person, Array.from({ length: 6 }, small));
  expect(JSON.parse(six.text)).toMatchObject({ reason: "too_many" });
  for (let n = 0; n < 4; n++)
    expect((await upload(person, Array.from({ length: 5 }, small))).status).toBe(303);
  expect(JSON.parse((await upload(person, [small()])).text)).toMatchObject({ reason: "quota" });
  expect((await readEvidence(ground.officer, { reference: person.reference })).text).toBe("");
  expect(await versionOf(ground.officer, person.reference)).toBeGreaterThan(3);
});
