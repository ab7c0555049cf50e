/** Abuse case 9: bodies made to fill memory or to keep a parser busy. The limits are those of the front: 256 kB. */
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
let paths: readonly string[];

beforeAll(async () => {
  app = await startApp({ database });
  const ctx = await publicAt(app);
  await filed(ctx);
  const own = `/api/public/${ctx.controller.slug}`;
  paths = [
    `${own}/filings`,
    `${own}/draft/contact`,
    "/api/public/confirm",
    "/api/staff/join",
    "/api/nothing",
  ];
});

afterAll(() => app?.stop());

const FIELDS = 50_000;
const BOUNDARY = "xxxx";
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
    for (const path of paths) {
      const began = performance.now();
      const answer = await explode(path, bomb);
      expectRefused(answer, [status]);
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });
  await expectUnharmed(app, database);
});

test("what is deep or wide within the limit is refused too, and is no fault of ours", async () => {
  const json = [
    "[".repeat(250_000),
    `${"[".repeat(125_000)}${"]".repeat(125_000)}`,
    `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`,
    `{"a":${"1".repeat(250_000)}}`,
    `{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join(",")}}`,
  ];
  await expectNoChange(database, async () => {
    for (const path of [paths[0] ?? "", "/api/staff/join"]) {
      for (const body of json) {
        const began = performance.now();
        expectRefused(await explode(path, { type: "application/json", body }), [400, 401, 404]);
        expect(performance.now() - began).toBeLessThan(5_000);
      }
    }
  });
  await expectUnharmed(app, database);
});

test("a form of 60,000 fields keeps only those that are asked", async () => {
  const began = performance.now();
  const body = `name=Ann&${"a=1&".repeat(60_000)}`;
  const answer = await explode(paths[1] ?? "", { type: "application/x-www-form-urlencoded", body });
  expect(answer.status).toBeLessThan(500);
  expect(performance.now() - began).toBeLessThan(5_000);
  const [largest] = await database.query<{ bytes: number }>(
    "postgres",
    'select max(pg_column_size(d.*)) as bytes from "Draft" d',
  );
  expect(largest?.bytes).toBeLessThan(10_000);
  await expectUnharmed(app, database);
});

test("twenty at a time cost others nothing and leave no memory behind", async () => {
  const before = residentMegabytes();
  const [, bomb] = BOMBS[0] ?? [];
  if (bomb === undefined) throw new Error("There is no bomb.");
  let done = false;
  const flood = Promise.all(
    Array.from({ length: 20 }, (_, n) => explode(paths[n % paths.length] ?? "/", bomb)),
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
