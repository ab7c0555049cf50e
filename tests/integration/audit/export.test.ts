/** What the auditor takes home: the log, and the register of requests. */

import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { exportContacts } from "@/lib/commands/audit/export-contacts";
import { type ExportFile, exportEvents } from "@/lib/commands/audit/export-events";
import { exportInstallationEvents } from "@/lib/commands/audit/export-installation-events";
import { exportRequests } from "@/lib/commands/audit/export-requests";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { note } from "@/lib/commands/request/note";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { REGISTER_COLUMNS } from "@/lib/domain/audit/register";
import { CHAIN_START, nextLine } from "@/lib/domain/audit/verify-chain";
import { setEnv } from "@/lib/env";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  setupCtx,
  staffCtxAt,
} from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { deliver, refusal } from "@/tests/support/office";

const database = useDatabase();

let controller: Controller;
let officer: Ctx;
let auditor: Ctx;

const CANARY = {
  name: '=HYPERLINK("http://evil") Kanarie',
  email: "canary@person.test",
  identifiers: "+4670 canary-identifier",
};

beforeAll(async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
  auditor = await staffCtxAt(controller, ["auditor"]);
  const filing = aFiling([{ ...ACCESS, subject: "@canary-subject" }], CANARY);
  const { reference } = await filedAndConfirmed(publicCtxAt(controller), filing);
  await note(officer, { reference, version: 1, text: "-canary-note" });
  await askQuestion(officer, { reference, version: 2, text: "+canary-question" });
  await deliver(officer);
  await decide(officer, {
    reference,
    version: 3,
    answer: answerTo("access", "granted", { text: "=canary-answer" }),
  });
  await deliver(officer);
  await filed(publicCtxAt(controller));
});

async function whole(file: ExportFile): Promise<string> {
  const parts: string[] = [];
  for await (const chunk of file.chunks) parts.push(chunk);
  await file.close();
  return parts.join("");
}

const sha256 = (line: string) => createHash("sha256").update(line, "utf8").digest("hex");

function verdict(jsonl: string): string {
  let state = CHAIN_START;
  for (const line of jsonl.slice(0, -1).split("\n")) {
    const checked = nextLine(state, line, sha256);
    if (!checked.ok) return `${state.nextSeq} ${checked.refusal}`;
    state = checked.value;
  }
  return "ok";
}

describe("the log as JSON Lines", () => {
  it("verifies from its first line to the export itself, and is byte for byte what was hashed", async () => {
    const file = await exportEvents(auditor);
    expect(file.name).toMatch(/^habeas-c-[0-9a-f]{8}-events-0-\d+-\d{4}-\d\d-\d\d\.jsonl$/);
    const jsonl = await whole(file);
    expect(verdict(jsonl)).toBe("ok");
    expect(jsonl.endsWith("\n") && !jsonl.includes("\r") && !jsonl.startsWith("\uFEFF")).toBe(true);
    const rows = await database.query<{ line: string }>(
      "habeas_auditor",
      `select line from "AuditEvent" where "chainId" = $1 order by seq`,
      [controller.id],
    );
    expect(jsonl).toBe(rows.map((row) => `${row.line}\n`).join(""));
    const last = JSON.parse(jsonl.trimEnd().split("\n").at(-1) as string);
    expect(last).toMatchObject({ type: "export.events", facts: { lines: last.seq, head: last.prev } });
  });

  it("holds no personal data", async () => {
    const jsonl = await whole(await exportEvents(auditor));
    expect(jsonl.length).toBeGreaterThan(2_000);
    expect(jsonl).not.toMatch(/canary|kanarie|person\.test|HYPERLINK/i);
  });

  it("has every line where it is longer than a batch, also while more is written", async () => {
    await database.query(
      "postgres",
      `select audit_append($1, (select jsonb_agg(jsonb_build_object('type', 'person.searched', 'actor', 'system',
         'facts', '{"n":' || n || '}')) from generate_series(1, 2500) n))`,
      [controller.id],
    );
    const file = await exportEvents(auditor);
    await filed(publicCtxAt(controller));
    const jsonl = await whole(file);
    expect(verdict(jsonl)).toBe("ok");
    expect(jsonl.split("\n").length).toBeGreaterThan(2_500);
  });

  it("is found out when a superuser changes, removes or swaps a line", async () => {
    const tampered = async (sql: string) => {
      await database.query("postgres", `alter table "AuditEvent" disable trigger all`);
      const copy = await database.query<{ seq: string; line: string }>(
        "postgres",
        `with tampered as (${sql}) select seq, line from tampered order by seq`,
        [controller.id],
      );
      await database.query("postgres", `alter table "AuditEvent" enable trigger all`);
      return verdict(copy.map((row) => `${row.line}\n`).join(""));
    };
    const all = `select seq, line from "AuditEvent" where "chainId" = $1`;
    expect(await tampered(all)).toBe("ok");
    expect(
      await tampered(
        `select seq, case seq when 3 then replace(line, '"seq":3', '"seq": 3') else line end as line from "AuditEvent" where "chainId" = $1`,
      ),
    ).toBe("3 not_canonical");
    expect(await tampered(`${all} and seq <> 4`)).toBe("4 wrong_sequence");
    expect(
      await tampered(
        `select case seq when 5 then 6 when 6 then 5 else seq end as seq, line from "AuditEvent" where "chainId" = $1`,
      ),
    ).toBe("5 wrong_sequence");
  });
});

describe("whom to tell after a breach", () => {
  it("names confirmed addresses and no others, for the data protection officer alone", async () => {
    const known = `${randomUUID().slice(0, 8)}@person.test`;
    const stranger = `${randomUUID().slice(0, 8)}@person.test`;
    await filedAndConfirmed(publicCtxAt(controller), aFiling([ACCESS], { name: "=Ann", email: known }));
    await filed(publicCtxAt(controller), aFiling([ACCESS], { email: stranger }));
    const dpo = await staffCtxAt(controller, ["dpo"]);
    const csv = await whole(await exportContacts(dpo));
    expect(csv).toContain(`'=Ann,${known},sv,`);
    expect(csv).not.toContain(stranger);
    expect(await refusal(exportContacts(auditor))).toEqual({ code: "not_allowed" });
    const last = await database.query<{ type: string }>(
      "habeas_auditor",
      `select type from "AuditEvent" where "chainId" = $1 order by seq desc limit 1`,
      [controller.id],
    );
    expect(last).toEqual([{ type: "export.contacts" }]);
  });
});

describe("the register as CSV", () => {
  it("has one line for each request and the documented columns, without personal data", async () => {
    const file = await exportRequests(auditor, { excel: false });
    expect(file.name).toMatch(/^habeas-c-[0-9a-f]{8}-requests-v2-\d{4}-\d\d-\d\d\.csv$/);
    const csv = await whole(file);
    const [header, ...lines] = csv.split("\r\n");
    expect(lines.pop()).toBe("");
    expect(lines).toHaveLength(await db().rightsRequest.count({ where: { controllerId: controller.id } }));
    expect(header?.split(",").slice(0, 4)).toEqual(["reference", "request_id", "filing_id", "right"]);
    const columns = header?.split(",") ?? [];
    const [first] = lines.map((line) =>
      Object.fromEntries(line.split(",").map((cell, at) => [columns[at], cell])),
    );
    expect(first).toMatchObject({
      right: "access",
      channel: "form",
      time_zone: "Europe/Stockholm",
      state: "closed",
      outcome: "granted",
      address_confirmed: "yes",
      questions_asked: "1",
      days_taken: "0",
      days_late: "0",
      profile: "gdpr-se",
      extended: "no",
      original_statutory_on: first?.statutory_on,
      days_late_original: "0",
      days_paused: "0",
      approved_by_dpo: "no",
      refusal_grounds: "",
      fee_minor_units: "",
      times_reopened: "0",
      entered_by_role: "requester",
    });
    expect(first?.answered_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(csv).not.toMatch(/canary|kanarie|person\.test|HYPERLINK/i);
  });

  /** Something happens to a request's clock on a day. */
  async function happens(reference = "", type = "", on = ""): Promise<void> {
    await database.query(
      "postgres",
      `insert into "ClockEvent" ("id", "controllerId", "requestId", "type", "occurredAt", "recordedAt", "recordedBy", "facts")
       select gen_random_uuid(), "controllerId", "id", $2, $3::timestamptz, now(), 'system', '{}' from "RightsRequest" where "reference" = $1`,
      [reference, type, `${on}T10:00:00Z`],
    );
  }

  it("says how long the clock stood still, whether it was extended, how late against the first date, and who entered it", async () => {
    const own = await aController();
    const ctx = publicCtxAt(own, () => new Date("2026-01-31T10:00:00Z"));
    const reference = (await filed(ctx)).requests[0]?.reference;
    // Saturday 28 February: the last day was Monday 2 March. A day's pause, then an extension in time; opened again, four days more.
    const happened = [
      ["identity_requested", "2026-02-02"],
      ["identity_received", "2026-02-03"],
      ["extend", "2026-02-10"],
    ];
    for (const [type, on] of happened) await happens(reference, type, on);
    await database.query(
      "postgres",
      `update "RightsRequest" set "closedAt" = '2026-03-05T10:00:00Z', "state" = 'closed' where "reference" = $1`,
      [reference],
    );
    const again = [
      ["reopened", "2026-06-01"],
      ["clarification_requested", "2026-06-02"],
      ["clarification_received", "2026-06-06"],
    ];
    for (const [type, on] of again) await happens(reference, type, on);
    await entered(await staffCtxAt(own, ["officer"]));
    const csv = await whole(await exportRequests(await staffCtxAt(own, ["auditor"]), { excel: false }));
    const [columns = [], ...rows] = csv.split("\r\n").map((line) => line.split(","));
    const cell = (row: number, name: string) => rows[row]?.[columns.indexOf(name)];
    expect(["extended", "extension_notice_on", "days_paused"].map((name) => cell(0, name))).toEqual([
      ...["yes", "2026-02-10", "5"],
    ]);
    expect(cell(0, "original_statutory_on")).toBe("2026-03-02");
    expect(cell(0, "days_late_original")).toBe("3");
    expect([cell(0, "entered_by_role"), cell(1, "entered_by_role")]).toEqual(["requester", "officer"]);
    expect(columns).toEqual([...REGISTER_COLUMNS]);
  });

  it("for Excel has semicolons and a byte order mark, and the same rows", async () => {
    const plain = await whole(await exportRequests(auditor, { excel: false }));
    const excel = await whole(await exportRequests(auditor, { excel: true }));
    expect(excel.startsWith("\uFEFFreference;request_id;")).toBe(true);
    expect(excel.slice(1).replaceAll(";", ",")).toBe(plain);
  });

  it("is one snapshot: what is filed while it is read is not in it", async () => {
    const file = await exportRequests(auditor, { excel: false });
    const before = await db().rightsRequest.count({ where: { controllerId: controller.id } });
    await filed(publicCtxAt(controller));
    expect((await whole(file)).split("\r\n")).toHaveLength(before + 2);
  });

  it("gives its connection back when nobody reads it to the end", async () => {
    const open = async () => {
      const rows = await database.query<{ n: number }>(
        "postgres",
        `select count(*)::int as n from pg_stat_activity where datname = $1 and state = 'idle in transaction'`,
        [database.name],
      );
      return rows[0]?.n;
    };
    const unread = await exportRequests(auditor, { excel: false });
    expect(await open()).toBe(1);
    await unread.close();
    const begun = await exportRequests(auditor, { excel: false });
    await begun.chunks.next();
    await begun.chunks.next();
    await begun.chunks.return(undefined);
    await begun.close();
    expect(await open()).toBe(0);
  });

  it("of another controller has none of ours", async () => {
    const elsewhere = await staffCtxAt(await aController(), ["auditor"]);
    expect((await whole(await exportRequests(elsewhere, { excel: false }))).split("\r\n")).toHaveLength(2);
  });
});

describe("who exports", () => {
  it("is in the log before anything is sent", async () => {
    await exportEvents(auditor);
    const register = await exportRequests(auditor, { excel: true });
    await register.close();
    const rows = await db().auditEvent.findMany({
      where: { chainId: controller.id },
      orderBy: { seq: "desc" },
      take: 2,
    });
    expect(rows.map((row) => row.type)).toEqual(["export.requests", "export.events"]);
  });

  it.each(["officer", "contributor", "administrator"] as const)("is not an %s", async (role) => {
    const ctx = await staffCtxAt(controller, [role]);
    const head = await db().auditHead.findUnique({ where: { chainId: controller.id } });
    expect(await refusal(exportEvents(ctx))).toEqual({ code: "not_allowed" });
    expect(await refusal(exportRequests(ctx, { excel: false }))).toEqual({ code: "not_allowed" });
    expect(await db().auditHead.findUnique({ where: { chainId: controller.id } })).toEqual(head);
  });

  it("is the data protection officer too", async () => {
    const dpo = await staffCtxAt(controller, ["dpo"]);
    expect(verdict(await whole(await exportEvents(dpo)))).toBe("ok");
  });

  it("gets nothing when it cannot be written down", async () => {
    await database.query("postgres", `revoke execute on function audit_append(uuid, jsonb) from habeas_app`);
    expect(await refusal(exportEvents(auditor))).toEqual({ code: "unavailable" });
    expect(await refusal(exportRequests(auditor, { excel: false }))).toEqual({ code: "unavailable" });
    await database.query("postgres", `grant execute on function audit_append(uuid, jsonb) to habeas_app`);
  });
});

describe("the checker on the command line", () => {
  async function check(input: string, ...args: string[]) {
    const program = spawn(process.execPath, ["--import", "tsx", "lib/cli/audit-verify.ts", ...args]);
    program.stdin.on("error", () => undefined); // It stops reading at the first bad line.
    program.stdin.end(input);
    const [out, err, code] = await Promise.all([
      text(program.stdout),
      text(program.stderr),
      new Promise<number | null>((resolve) => program.once("exit", resolve)),
    ]);
    return { code, said: out + err };
  }

  it("says OK, how many lines, and what to keep; then names the first bad line", async () => {
    const jsonl = await whole(await exportEvents(auditor));
    const good = await check(jsonl);
    expect(good).toMatchObject({ code: 0, said: expect.stringMatching(/^OK: \d+ lines of the log /) });
    const kept = /(\d+:[0-9a-f]{64})/.exec(good.said)?.[1] as string;
    const later = await whole(await exportEvents(auditor));
    expect(await check(later, "--kept", kept)).toMatchObject({ code: 0 });
    const other = kept.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    expect(await check(later, "--kept", other)).toMatchObject({
      code: 1,
      said: expect.stringContaining("whose hash was kept"),
    });
    expect(await check(jsonl.replace("request.noted", "request.noten"))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^NOT OK: line \d+ .*hash of the line before/),
    });
    expect(await check(jsonl.slice(0, -1))).toMatchObject({
      code: 1,
      said: expect.stringContaining("cut off"),
    });
    expect(await check("")).toMatchObject({ code: 1, said: expect.stringContaining("no line") });
    expect(await check(`\uFEFF${jsonl}`)).toMatchObject({
      code: 1,
      said: expect.stringContaining("line 1 "),
    });
    expect(await check(jsonl.replaceAll("\n", "\r\n"))).toMatchObject({
      code: 1,
      said: expect.stringContaining("line 1 "),
    });
  });
});

test("the log of the installation is exported at its console, verifies, and says so itself", async () => {
  const jsonl = await whole(await exportInstallationEvents(setupCtx()));
  expect(verdict(jsonl)).toBe("ok");
  const lines = jsonl.trimEnd().split("\n");
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
    type: "export.events",
    facts: { lines: lines.length - 1 },
  });
  expect(jsonl).toContain('"type":"staff.created"');
  expect(await refusal(exportInstallationEvents(officer))).toEqual({ code: "not_allowed" });
});
