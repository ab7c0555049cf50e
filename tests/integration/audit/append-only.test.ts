/** The log (design section 7; security cases 60, 61, 65): append-only, gapless, chained, without personal data. */
import { createHash, randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { canonicalFacts } from "@/lib/domain/audit/canonical";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, filed, publicCtxAt } from "@/tests/support/desk";

const database = useDatabase();
let ctx: Ctx;

beforeAll(async () => {
  ctx = publicCtxAt(await aController());
});

type Line = { seq: string; line: string; hash: string };

async function chain(): Promise<Line[]> {
  return database.query<Line>(
    "habeas_auditor",
    `select "seq"::text, "line", encode("hash", 'hex') as hash from "AuditEvent" where "chainId" = $1 order by "AuditEvent"."seq"`,
    [ctx.controller.id],
  );
}

/** Checks a chain as an outsider would, from its lines alone; returns the sequence number of the first bad one. */
function firstBad(lines: readonly Line[]): string | null {
  let prev = "0".repeat(64);
  for (const [i, { seq, line, hash }] of lines.entries()) {
    const parsed = JSON.parse(line) as { seq: number; prev: string };
    const own = createHash("sha256").update(line).digest("hex");
    if (parsed.seq !== i || parsed.prev !== prev || own !== hash) return seq;
    prev = own;
  }
  return null;
}

test("every statement that would rewrite the log is refused to the app and to the auditor", async () => {
  await filed(ctx);
  const id = ctx.controller.id;
  for (const role of ["habeas_app", "habeas_auditor"] as const) {
    for (const sql of [
      `update "AuditEvent" set "line" = 'x'`,
      `delete from "AuditEvent"`,
      `truncate "AuditEvent"`,
      `alter table "AuditEvent" disable trigger all`,
      `drop table "AuditEvent"`,
      `set session_replication_role = replica`,
      `update "AuditHead" set "seq" = 0`,
      `insert into "AuditHead" values ('${randomUUID()}', 5, '\\x00', now())`,
      `insert into "AuditEvent" ("chainId", "seq", "at", "type", "actor", "line", "hash") values ('${id}', 99, now(), 'request.opened', 'public', '{}', '\\x00')`,
      `create or replace function audit_append(p uuid, e jsonb) returns bigint language sql as 'select 1::bigint'`,
    ]) {
      await expect(database.query(role, sql)).rejects.toThrow(/permission denied|must be owner/);
    }
  }
  const broken = JSON.stringify([{ type: "request.opened", actor: "system", facts: '{"a":1,\n"b":2}' }]);
  await expect(database.query("habeas_app", `select audit_append('${id}', $1)`, [broken])).rejects.toThrow(
    /canonical JSON/,
  );
  for (const sql of [`delete from "Link"`, `update "ControllerSettings" set "version" = 9`]) {
    await expect(database.query("habeas_app", sql)).rejects.toThrow(/permission denied/);
  }
  await expect(database.query("habeas_auditor", `select audit_append('${id}', '[]')`)).rejects.toThrow(
    /permission denied/,
  );
  await expect(database.query("habeas_owner", `delete from "AuditEvent"`)).rejects.toThrow(/append-only/);
  await expect(database.query("habeas_owner", `truncate "AuditEvent"`)).rejects.toThrow(/append-only/);
  expect(firstBad(await chain())).toBeNull();
});

test("filings at once leave a chain without gaps that verifies from its lines alone", async () => {
  await Promise.all(Array.from({ length: 16 }, () => filed(ctx)));
  const lines = await chain();
  expect(lines.length).toBeGreaterThan(32);
  expect(firstBad(lines)).toBeNull();
});

test("a field, a row or an order changed by the superuser is named by the first bad line", async () => {
  const good = await chain();
  const edited = good.map((l, i) => (i === 5 ? { ...l, line: l.line.replace("public", "system") } : l));
  expect(firstBad(edited)).toBe("5");
  expect(firstBad(good.filter((_, i) => i !== 7))).toBe("8");
  const swapped = [...good];
  [swapped[3], swapped[4]] = [good[4] as Line, good[3] as Line];
  expect(firstBad(swapped)).toBe("4");
});

test("a line is canonical JSON: parsed and written again it is the same bytes", async () => {
  for (const { line } of await chain()) {
    const { facts, ...rest } = JSON.parse(line);
    const again = canonicalFacts({ ...rest, facts: "@" }).replace('"@"', canonicalFacts(facts));
    expect(again).toBe(line);
  }
});

test("no personal data stands in the log", async () => {
  const canary = `kanarie${randomUUID().slice(0, 8)}`;
  await filed(
    ctx,
    aFiling([{ ...ACCESS, scope: "part", subject: canary } as typeof ACCESS], {
      name: canary,
      email: `${canary}@person.test`,
    }),
  );
  expect((await chain()).filter(({ line }) => line.toLowerCase().includes(canary))).toEqual([]);
});

test("events that could break out of their line are refused", async () => {
  const append = (event: object) =>
    database.query("habeas_app", `select audit_append($1, $2)`, [ctx.controller.id, JSON.stringify([event])]);
  const good = { type: "request.opened", actor: "public", subject: null, request: null, facts: "{}" };
  await expect(append({ ...good, type: 'x","y":"' })).rejects.toThrow(/bad type/);
  await expect(append({ ...good, actor: 'public"' })).rejects.toThrow(/bad type or actor/);
  await expect(append({ ...good, facts: '{}},"x":{' })).rejects.toThrow();
  await expect(append({ ...good, facts: "[]" })).rejects.toThrow(/object/);
  await expect(append({ ...good, subject: "x" })).rejects.toThrow(/uuid/);
  await expect(
    database.query("habeas_app", `select audit_append($1, '[]')`, [ctx.controller.id]),
  ).rejects.toThrow(/at least one/);
  await expect(append(good)).resolves.toBeTruthy();
  expect(firstBad(await chain())).toBeNull();
});
