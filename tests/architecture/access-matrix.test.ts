/** Who gets in where: every route of the build, called by everybody in every way (security cases 42 and 43). */
import { readFileSync } from "node:fs";
import { ACTIONS, may, ROLES } from "@/lib/domain/access/access";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectNoChange, expectUnharmed, inParallel } from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { type Answer, type Sending, send, type Visitor } from "@/tests/support/http";
import { addressOf, builtRoutes } from "@/tests/support/routes";
import { CANARIES, gather, PEOPLE, type People, type Who } from "./access-people";
import { type Door, ROUTES, type Rule } from "./access-table";

const database = useDatabase();
let app: TestApp;
let people: People;

beforeAll(async () => {
  app = await startApp({
    database,
    limits: { SIGN_IN_PEER: 100_000, LINK_PEER: 100_000, FILING_PEER: 100_000 },
  });
  people = await gather(app, database);
});
afterAll(() => app?.stop());
afterEach(() => expectUnharmed(app, database));

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const EVERY_RULE = Object.entries(ROUTES).flatMap(([path, rules]) => rules.map((rule) => ({ path, rule })));

test("the table names every route of the build and no other", () => {
  const built = builtRoutes().map(({ path }) => path);
  expect(built.length).toBeGreaterThan(50);
  expect(Object.keys(ROUTES).toSorted()).toEqual(built.toSorted());
});

test("43: the table says what lib/domain/access says, and every action of the latter is somewhere in it", () => {
  for (const { path, rule } of EVERY_RULE) {
    if (!rule.by) continue;
    const { by } = rule;
    expect({ path, may: sorted(rule.may) }).toEqual({
      path,
      may: sorted(ROLES.filter((role) => may([role], by))),
    });
  }
  const named = new Set(EVERY_RULE.map(({ rule }) => rule.by));
  expect(ACTIONS.filter((action) => !named.has(action))).toEqual(["person.search"]);
});

const sorted = (door: Door): Door => (typeof door === "string" ? door : door.toSorted());

function addressFor({ path, rule }: { path: string; rule: Rule }, reference = people.mine): string {
  return addressOf(path, {
    ...{ controller: people.slug, reference, token: "x".repeat(43), right: "complaint", step: "contact" },
    nextauth: rule.part ?? "",
    kind: rule.part ?? "",
  });
}

function getsIn(door: Door, who: Who): boolean {
  if (typeof door !== "string") return door.some((role) => role === who);
  if (door === "staff") return who !== "nobody" && who !== "requester";
  return door === "anybody" || door === who;
}

/** Sends as somebody does, and keeps no cookie that comes back. */
function sendAs(visitor: Visitor, sending: Sending): Promise<Answer> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = {
    accept: "text/html",
    "accept-language": "en",
    cookie,
    origin: app.url,
    ...sending.headers,
  };
  return send(app.url, { ...sending, headers });
}

/** A body that no handler takes, in both shapes, so that nothing is done: what counts is whether it was read at all. */
const PROBES: readonly Sending[] = [
  { headers: { "content-type": "application/json", accept: "application/json" }, body: '{"probe":1}' },
  {
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: "probe=1",
  },
];

async function callAs(visitor: Visitor, path: string, { method }: Rule): Promise<Answer[]> {
  const probes = method === "GET" ? [{}] : PROBES;
  return inParallel(probes.length, 1, (n) => sendAs(visitor, { method, path, ...probes[n] }));
}

const SHUT = new Set([401, 403, 404]);

function isShut({ status, headers }: Answer): boolean {
  return (
    SHUT.has(status) ||
    (status >= 300 && status < 400 && /\/staff\/sign-in|\/my$/.test(headers.location ?? ""))
  );
}

/** The words that somebody may never be shown, and are. */
function leaks(who: Who, path: string, text: string): string[] {
  const own = who === "requester" && path.startsWith("/my");
  const readers: readonly Who[] = ["officer", "dpo"];
  const allowed: string[] = readers.includes(who) ? Object.values(CANARIES) : [];
  if (who === "contributor" || own) allowed.push(CANARIES.mine);
  const found = Object.values(CANARIES).filter((canary) => text.toLowerCase().includes(canary));
  return found.filter((canary) => !allowed.includes(canary));
}

test.each(PEOPLE)(
  "43: %s gets in exactly where the table says, and reads nothing that is not theirs",
  async (who) => {
    const wrong: string[] = [];
    await inParallel(EVERY_RULE.length, 4, async (n) => {
      const { path, rule } = EVERY_RULE[n] as (typeof EVERY_RULE)[number];
      const visitor = rule.ends ? await leaving(who) : people.visitors[who];
      const address = addressFor({ path, rule });
      const answers = await callAs(visitor, address, rule);
      const called = `${rule.method} ${path} ${rule.part ?? ""} -> ${answers.map(({ status }) => status).join(" ")}`;
      if (answers.some(({ status }) => status >= 500)) wrong.push(`${called}: a fault`);
      if (rule.may !== "anybody" && answers.some(isShut) === getsIn(rule.may, who)) {
        wrong.push(`${called}: should ${getsIn(rule.may, who) ? "" : "not "}get in`);
      }
      for (const { text } of answers)
        wrong.push(...leaks(who, address, text).map((word) => `${called}: shows ${word}`));
    });
    expect(wrong).toEqual([]);
  },
);

/** Whoever is signed out by the call has to be somebody else. */
async function leaving(who: Who): Promise<Visitor> {
  return who === "officer" ? people.another() : people.visitors.nobody;
}

test("43: the contributor gets to no request that is not theirs, by no step, and it looks like one that is not there", async () => {
  const rules = EVERY_RULE.filter(
    ({ path }) => path.startsWith("/") && path.includes("staff/[controller]/requests/"),
  );
  expect(rules.length).toBeGreaterThan(9);
  for (const each of rules) {
    const [theirs, nobodys] = await Promise.all(
      [people.other, "K7QF29MD4TX"].map((reference) =>
        callAs(people.visitors.contributor, addressFor(each, reference), each.rule),
      ),
    );
    expect(theirs?.map(({ status }) => status)).toEqual(nobodys?.map(({ status }) => status));
    expect(theirs?.flatMap(({ text }) => leaks("contributor", "", text))).toEqual([]);
  }
});

test("42: another method than a route has is refused to everybody", async () => {
  const wrong: string[] = [];
  const visitors = [people.visitors.nobody, people.visitors.officer, people.visitors.administrator];
  const calls = Object.entries(ROUTES).flatMap(([path, rules]) =>
    METHODS.filter((method) => !rules.some((rule) => rule.method === method)).flatMap((method) =>
      visitors.map((visitor) => ({ path, rule: rules[0] as Rule, method, visitor })),
    ),
  );
  await inParallel(calls.length, 4, async (n) => {
    const { path, rule, method, visitor } = calls[n] as (typeof calls)[number];
    const answer = await sendAs(visitor, { method, path: addressFor({ path, rule }) });
    const reading = method === "OPTIONS" || (method === "HEAD" && rule.method === "GET");
    const refused = [400, 401, 403, 404, 405, 409, 410].includes(answer.status);
    if (!(refused || (reading && answer.status < 400)) || answer.text.match(/kanariefagel|stenknack/)) {
      wrong.push(`${method} ${path} -> ${answer.status}`);
    }
  });
  expect(wrong).toEqual([]);
});

interface Disguise {
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: (path: string) => string;
}

const five = (what: string): string => Array(5).fill(what).join(":");

const DISGUISES: readonly Disguise[] = [
  { name: "plain" },
  { name: ".rsc", path: (path) => `${path}.rsc` },
  { name: "_next/data", path: (path) => `/_next/data/${readFileSync(".next/BUILD_ID", "utf8")}${path}.json` },
  { name: "a segment", path: (path) => `${path}.segments/_tree.segment.rsc` },
  { name: "a page segment", path: (path) => `${path}.segments/__PAGE__.segment.rsc` },
  { name: "RSC", headers: { rsc: "1" } },
  { name: "RSC in the query", headers: { rsc: "1" }, path: (path) => `${path}?_rsc=1` },
  { name: "prefetch", headers: { rsc: "1", "next-router-prefetch": "1" } },
  {
    name: "segment prefetch",
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  },
  { name: "subrequest", headers: { "x-middleware-subrequest": five("proxy") } },
  { name: "subrequest in src", headers: { "x-middleware-subrequest": five("src/middleware") } },
  {
    name: "another address",
    headers: { "x-rewrite-url": "/my", "x-original-url": "/my", "x-invoke-path": "/my" },
  },
  { name: "next data", headers: { "x-nextjs-data": "1", "x-matched-path": "/staff" } },
  { name: "two slashes", path: (path) => `/${path}` },
  {
    name: "an encoded letter",
    path: (path) => path.replace(/[a-z]/, (a) => `%${a.charCodeAt(0).toString(16)}`),
  },
  { name: "an encoded slash", path: (path) => path.replace(/(.)\//, "$1%2f") },
  { name: "a slash at the end", path: (path) => `${path}/` },
  { name: "a dot segment", path: (path) => `/my/..${path}` },
  { name: "a semicolon", path: (path) => `${path};x` },
  { name: "upper case", path: (path) => path.toUpperCase() },
];

const SHUT_RULES = EVERY_RULE.filter(({ rule }) => rule.may !== "anybody" && !rule.ends);

test.each(DISGUISES)("42: nobody gets in or reads anything by $name, with any method", async (disguise) => {
  expect(await expectNoChange(database, () => getIn("nobody", disguise, METHODS))).toEqual([]);
});

test.each(["stranger", "requester", "administrator", "auditor", "contributor"] as const)(
  "42: %s gets by no disguise what the table does not give them",
  async (who) => {
    for (const disguise of DISGUISES) expect(await getIn(who, disguise, ["GET"])).toEqual([]);
  },
);

/** Who got in where they should not, or was shown what is not theirs. */
async function getIn(
  who: Who,
  { name, headers = {}, path: disguised = (path) => path }: Disguise,
  methods: readonly string[],
) {
  const found: string[] = [];
  const calls = SHUT_RULES.flatMap((each) => methods.map((method) => ({ ...each, method })));
  expect(calls.length).toBeGreaterThan(40);
  await inParallel(calls.length, 6, async (n) => {
    const { path, rule, method } = calls[n] as (typeof calls)[number];
    const address = addressFor({ path, rule }, people.other);
    const answer = await sendAs(people.visitors[who], { method, path: disguised(address), headers });
    const called = `${name}: ${method} ${path} -> ${answer.status}`;
    if (answer.status >= 500) found.push(`${called}: a fault`);
    if (leaks(who, address, answer.text).length > 0) found.push(`${called}: shows what is not theirs`);
    const inside = answer.status < 300 && answer.text !== "" && !getsIn(rule.may, who);
    if (inside && !isRedirectByScript(answer)) found.push(`${called}: gets in`);
  });
  return found;
}

/** What Next's client gets in the place of a redirect or of a page that is not there. */
function isRedirectByScript({ text }: Answer): boolean {
  return /NEXT_REDIRECT|NEXT_HTTP_ERROR_FALLBACK;404/.test(text);
}
