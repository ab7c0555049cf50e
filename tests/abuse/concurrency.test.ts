/** Case 72: several people who change the same thing at once. One is first; the others are told, and keep their text. */
import type { Ctx } from "@/lib/commands/context";
import { ROLES } from "@/lib/domain/access/access";
import { answerTo } from "@/tests/support/answers";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectNoInnards, expectUnharmed, inParallel, postAs, publicAt } from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { filedAndConfirmed, SETTINGS } from "@/tests/support/desk";
import type { Answer, Visitor } from "@/tests/support/http";
import { browserOf } from "@/tests/support/sign-in";
import { makeStaff, type TestStaff } from "@/tests/support/staff";

const database = useDatabase();
let app: TestApp;
let ctx: Ctx;
let slug: string;
let staff: readonly TestStaff[];
let visitors: readonly Visitor[];

beforeAll(async () => {
  app = await startApp({ database });
  ctx = await publicAt(app);
  slug = ctx.controller.slug;
  staff = await inParallel(2, 1, () => makeStaff(ctx.controller.id, ROLES));
  visitors = await inParallel(2, 1, (n) => browserOf(app, staff[n] as TestStaff));
});
afterAll(() => app?.stop());
afterEach(() => expectUnharmed(app, database));

const FORM = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
const asForm = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();

/** One is taken, every other is told of the conflict. */
function expectOneWins(answers: readonly Answer[], taken: number): readonly Answer[] {
  const others = answers.filter(({ status }) => status !== taken);
  expect(answers.length - others.length).toBe(1);
  expect(new Set(others.map(({ status }) => status))).toEqual(new Set([409]));
  for (const { text } of others) expectNoInnards(text);
  return others;
}

async function requestRow(reference: string) {
  const [row] = await database.query<{
    version: number;
    assigneeId: string | null;
    messages: number;
    decisions: number;
  }>(
    "postgres",
    `select r.version, r."assigneeId",
       (select count(*)::int from "ThreadMessage" m where m."requestId" = r.id) as messages,
       (select count(*)::int from "Decision" d where d."requestId" = r.id) as decisions
     from "RightsRequest" r where r.reference = $1`,
    [reference],
  );
  return row;
}

test.each([2, 20])(
  "72: of %i notes written on the same version one is kept, and no text is lost",
  async (many) => {
    const { reference } = await filedAndConfirmed(ctx);
    const path = `/api/staff/${slug}/requests/${reference}/note`;
    const answers = await inParallel(many, many, (n) =>
      postAs(
        app,
        visitors[n % 2] as Visitor,
        path,
        asForm({ version: "1", text: `Text <number> ${n} & "all"\nof it` }),
        FORM,
      ),
    );
    const others = expectOneWins(answers, 303);
    expect(await requestRow(reference)).toMatchObject({ version: 2, messages: 1 });
    for (const { text } of others) {
      const n = answers.findIndex((answer) => answer.text === text);
      expect(text).toMatch(new RegExp(`Text &lt;number&gt; ${n} &amp; (?:&quot;|")all(?:&quot;|")\\s+of it`));
      expect(text).toContain('name="version" value="2"');
      expect(text).toContain("<h1>Somebody else was first</h1>");
    }
  },
);

test("72: what was told of a lost race can be sent again as it stands", async () => {
  const { reference } = await filedAndConfirmed(ctx);
  const path = `/api/staff/${slug}/requests/${reference}/note`;
  const [first, second] = visitors as readonly [Visitor, Visitor];
  expect(
    (await postAs(app, first, path, asForm({ version: "1", text: "Which account?" }), FORM)).status,
  ).toBe(303);
  const told = await postAs(app, second, path, asForm({ version: "1", text: "Which year?" }), FORM);
  expect(told.status).toBe(409);
  const hidden = [...told.text.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name, value]) => [name, value]));
  expect((await postAs(app, second, path, asForm({ ...fields, text: "Which year?" }), FORM)).status).toBe(
    303,
  );
  expect(await requestRow(reference)).toMatchObject({ version: 3, messages: 2 });
});

test("72: of twenty assignments on one version one counts, by either door", async () => {
  const { reference } = await filedAndConfirmed(ctx);
  const answers = await inParallel(20, 20, (n) => {
    const assigneeId = (staff[n % 2] as TestStaff).id;
    const visitor = visitors[n % 2] as Visitor;
    return n % 3 === 0
      ? postAs(app, visitor, `/api/staff/${slug}/queue/take`, asForm({ reference, version: "1", back: "" }), {
          ...FORM,
          accept: "application/json",
        })
      : postAs(
          app,
          visitor,
          `/api/staff/${slug}/requests/${reference}/assign`,
          JSON.stringify({ version: 1, assigneeId }),
        );
  });
  expectOneWins(answers, 200);
  const winner = answers.findIndex(({ status }) => status === 200);
  expect(await requestRow(reference)).toMatchObject({
    version: 2,
    assigneeId: (staff[winner % 2] as TestStaff).id,
  });
});

test("72: an answer sent by two officers at once leaves once", async () => {
  const { reference } = await filedAndConfirmed(ctx);
  const at = `/api/staff/${slug}/requests/${reference}`;
  const answer = answerTo("access");
  const letters: string[] = [];
  for (const visitor of visitors) {
    const kept = await postAs(app, visitor, `${at}/draft`, JSON.stringify(answer));
    expect([kept.status, kept.text]).toEqual([200, expect.stringContaining("preview")]);
    const preview = await visitor.get(`/staff/${slug}/requests/${reference}/answer/preview`);
    letters.push(/name="letter" value="([0-9a-f]{64})"/.exec(preview.text)?.[1] ?? "");
  }
  expect(letters.map((letter) => letter.length)).toEqual([64, 64]);
  const answers = await inParallel(10, 10, (n) =>
    postAs(
      app,
      visitors[n % 2] as Visitor,
      `${at}/send`,
      JSON.stringify({ version: 1, letter: letters[n % 2] }),
    ),
  );
  expectOneWins(answers, 200);
  // The worker may have sent it already, which is a change of its own.
  const row = await requestRow(reference);
  expect([row?.decisions, row?.version === 2 || row?.version === 3]).toEqual([1, true]);
});

test("72: of twenty settings saved on one version one is kept, and the others are told which field", async () => {
  const [before] = await database.query<{ version: number }>(
    "postgres",
    `select "settingsVersion" as version from "Controller" where id = $1`,
    [ctx.controller.id],
  );
  const version = before?.version ?? 0;
  const answers = await inParallel(20, 20, (n) => {
    const settings = { ...SETTINGS, contactPhone: `+46 8 000 00 ${String(n + 10)}` };
    return postAs(
      app,
      visitors[n % 2] as Visitor,
      `/api/staff/${slug}/settings`,
      JSON.stringify({ version, settings }),
    );
  });
  for (const { text } of expectOneWins(answers, 200)) {
    expect(JSON.parse(text)).toMatchObject({
      error: "changed_meanwhile",
      version: version + 1,
      changed: ["contactPhone"],
    });
  }
  const versions = await database.query<{ phone: string }>(
    "postgres",
    `select settings->>'contactPhone' as phone from "ControllerSettings" where "controllerId" = $1 and version > $2`,
    [ctx.controller.id, version],
  );
  const winner = answers.findIndex(({ status }) => status === 200);
  expect(versions).toEqual([{ phone: `+46 8 000 00 ${String(winner + 10)}` }]);
});

test("72: of twenty changes to a colleague's roles on one version one is kept", async () => {
  const colleague = await makeStaff(ctx.controller.id, ["contributor"]);
  const [row] = await database.query<{ version: number }>(
    "postgres",
    `select version from "Staff" where id = $1`,
    [colleague.id],
  );
  const choices = [["officer"], ["dpo"], ["auditor"]];
  const answers = await inParallel(20, 20, (n) =>
    postAs(
      app,
      visitors[n % 2] as Visitor,
      `/api/staff/${slug}/staff/roles`,
      JSON.stringify({ staffId: colleague.id, version: row?.version, roles: choices[n % 3] }),
    ),
  );
  expectOneWins(answers, 200);
  const winner = answers.findIndex(({ status }) => status === 200);
  const roles = await database.query<{ role: string }>(
    "postgres",
    `select role from "StaffRole" where "staffId" = $1`,
    [colleague.id],
  );
  expect(roles.map(({ role }) => role)).toEqual(choices[winner % 3]);
});
