/** Abuse case 9: bodies made to fill memory or to keep a parser busy. The limits are those of the front: 64 kB. */
import { gzipSync } from "node:zlib";
import { startApp, type TestApp } from "../../support/app";
import {
  expectNoChange,
  expectRefused,
  expectUnharmed,
  publicAt,
  residentMegabytes,
} from "../../support/attack";
import { useDatabase } from "../../support/database";
import { filed } from "../../support/desk";
import { type Answer, type Sending, send } from "../../support/http";

const database = useDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ database });
  await filed(await publicAt(app));
});

afterAll(() => app?.stop());

const FIELDS = 50_000;
const BOUNDARY = "xxxx";
const PATHS = ["/api/public/my/link", "/api/public/confirm", "/api/staff/join"];

type Bomb = Pick<Sending, "body" | "chunked"> & { readonly type: string; readonly encoding?: string };

const BOMBS: readonly (readonly [string, Bomb, number])[] = [
  ["50 MB of JSON", { type: "application/json", body: Buffer.alloc(50_000_000, "[") }, 413],
  [
    "50 MB without a length",
    { type: "application/json", body: Buffer.alloc(50_000_000, "["), chunked: true },
    413,
  ],
  ["400,000 brackets", { type: "application/json", body: "[".repeat(400_000) }, 413],
  [
    "50,000 fields of a form",
    { type: "application/x-www-form-urlencoded", body: "abcd=1&".repeat(FIELDS) },
    413,
  ],
  [
    "50,000 parts",
    {
      type: `multipart/form-data; boundary=${BOUNDARY}`,
      body: `--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n`.repeat(FIELDS),
    },
    413,
  ],
  [
    "100 MB of zeros, compressed",
    { type: "application/json", body: gzipSync(Buffer.alloc(100_000_000)), encoding: "gzip" },
    415,
  ],
];

async function explode(path: string, { body, chunked, type, encoding }: Bomb): Promise<Answer> {
  const headers = {
    origin: app.url,
    "content-type": type,
    ...(encoding ? { "content-encoding": encoding } : {}),
  };
  return send(app.url, {
    method: "POST",
    path,
    headers,
    ...(body ? { body } : {}),
    chunked: chunked ?? false,
  });
}

test.each(BOMBS)("%s are refused at once, everywhere", async (_what, bomb, status) => {
  await expectNoChange(database, async () => {
    for (const path of PATHS) {
      const began = performance.now();
      const answer = await explode(path, bomb);
      expectRefused(answer, [status]);
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });
  await expectUnharmed(app, database);
});

test("what is deep or wide within the limit is refused too, and is no fault of ours", async () => {
  await expectNoChange(database, async () => {
    for (const body of [
      "[".repeat(60_000),
      `${"[".repeat(30_000)}${"]".repeat(30_000)}`,
      `{"a":${"1".repeat(60_000)}}`,
    ]) {
      const answer = await explode("/api/staff/join", { type: "application/json", body });
      expectRefused(answer, [400, 401, 403, 404]);
    }
  });
  await expectUnharmed(app, database);
});

test("twenty at a time cost others nothing and leave no memory behind", async () => {
  const before = residentMegabytes();
  const [, bomb] = BOMBS[0] ?? [];
  if (bomb === undefined) throw new Error("There is no bomb.");
  let done = false;
  const flood = Promise.all(
    Array.from({ length: 20 }, (_, n) => explode(PATHS[n % PATHS.length] ?? "/", bomb)),
  )
    .then((answers) => answers.map(({ status }) => status))
    .finally(() => {
      done = true;
    });
  const waits: number[] = [];
  while (!done || waits.length < 20) {
    const began = performance.now();
    expect((await send(app.url, { path: "/api/health" })).status).toBe(200);
    waits.push(performance.now() - began);
  }
  expect(new Set(await flood)).toEqual(new Set([413]));
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.95)]).toBeLessThan(500);
  expect(residentMegabytes() - before).toBeLessThan(100);
  await expectUnharmed(app, database);
});
