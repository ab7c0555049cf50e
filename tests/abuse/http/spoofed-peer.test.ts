/**
 * Abuse case 19: a flood from one place that claims to come from many. Runs under a limit of 5 orders of a link an
 * hour for one peer.
 */
import { randomInt } from "node:crypto";
import { startApp, type TestApp } from "../../support/app";
import { expectRefused, expectUnharmed, inParallel, publicAt } from "../../support/attack";
import { useDatabase } from "../../support/database";
import { filed } from "../../support/desk";
import { type Answer, send } from "../../support/http";

const LIMIT = 5;
const database = useDatabase();

async function order(
  app: TestApp,
  headers: Readonly<Record<string, string>>,
  localAddress?: string,
): Promise<Answer> {
  return send(app.url, {
    method: "POST",
    path: "/api/public/my/link",
    headers: { origin: app.url, "content-type": "application/x-www-form-urlencoded", ...headers },
    body: "reference=K7P42MXQ9R0&email=nobody%40person.test",
    ...(localAddress === undefined ? {} : { localAddress }),
  });
}

function anAddress(): string {
  return [198, 51, 100, 0].map((part) => (part === 0 ? randomInt(1, 255) : part)).join(".");
}

function disguise(): Record<string, string> {
  const address = `${randomInt(1, 223)}.${randomInt(255)}.${randomInt(255)}.${randomInt(1, 255)}`;
  return {
    "x-forwarded-for": address,
    "x-real-ip": address,
    forwarded: `for=${address}`,
    "true-client-ip": address,
    "cf-connecting-ip": address,
    "x-client-ip": address,
    "x-habeas-peer": address,
  };
}

describe("without a proxy", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ database, limits: { LINK_PEER: LIMIT } });
    await filed(await publicAt(app));
  });
  afterAll(() => app?.stop());

  test("no header makes a second peer of one, and others are still served", async () => {
    const answers = await inParallel(200, 20, () => order(app, disguise()));
    const served = answers.filter(({ status }) => status === 303);
    const refused = answers.filter(({ status }) => status !== 303);
    expect(served).toHaveLength(LIMIT);
    for (const answer of refused) {
      expectRefused(answer, [429]);
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    }
    expect((await order(app, {}, "127.0.0.2")).status).toBe(303);
    await expectUnharmed(app, database);
  });
});

describe("behind a proxy", () => {
  let app: TestApp;
  beforeAll(async () => {
    const settings = { TRUSTED_PROXIES: "127.0.0.1" };
    app = await startApp({ database, limits: { LINK_PEER: LIMIT }, settings });
    await filed(await publicAt(app));
  });
  afterAll(() => app?.stop());

  test("the peer is who the proxy says, however much the peer has put before it", async () => {
    const one = anAddress();
    const claims = Array.from({ length: LIMIT + 1 }, () => `${disguise()["x-forwarded-for"]}, ${one}`);
    const statuses: number[] = [];
    for (const claim of claims) statuses.push((await order(app, { "x-forwarded-for": claim })).status);
    expect(statuses).toEqual([...Array(LIMIT).fill(303), 429]);
    expect((await order(app, { "x-forwarded-for": "203.0.113.77" })).status).toBe(303);
  });

  test("one household is one peer, whichever of its addresses it uses", async () => {
    const statuses: number[] = [];
    for (let n = 1; n <= LIMIT + 1; n += 1) {
      statuses.push((await order(app, { "x-forwarded-for": `2001:db8:7:7::${n}` })).status);
    }
    expect(statuses).toEqual([...Array(LIMIT).fill(303), 429]);
    expect((await order(app, { "x-forwarded-for": "2001:db8:7:8::1" })).status).toBe(303);
  });
});
