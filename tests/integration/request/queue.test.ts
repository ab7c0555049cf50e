/** The queue: what is in which view, in which order, for whom; and how somebody is found. */
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { assign } from "@/lib/commands/request/assign";
import { flag } from "@/lib/commands/request/flag";
import { reply } from "@/lib/commands/request/reply";
import { search } from "@/lib/commands/request/search";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import { COUNTED, PAGE_ROWS, QUEUE_VIEWS } from "@/lib/domain/request/queue";
import { setEnv } from "@/lib/env";
import { queue } from "@/lib/queries/request/queue";
import { countQueue } from "@/lib/queries/request/queue-counts";
import { queueParams } from "@/lib/schemas/request/queue";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import {
  aController,
  aFiling,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { deliver, refusal } from "@/tests/support/office";

const database = useDatabase();

/** A Monday. The ages below give every request a last day of its own. */
const NOW = new Date("2025-03-03T09:00:00Z");
const daysAgo = (days: number) => () => new Date(NOW.getTime() - days * 86_400_000);
const now = daysAgo(0);
const at = (params: object = {}) => queueParams.parse(params);

let controller: Controller;
let officer: Ctx & { staffId: string };
let contributor: Ctx & { staffId: string };
let auditor: Ctx & { staffId: string };
const known: Record<string, string> = {};

async function aRequest(name: string, days: number, who: { name?: string; email?: string } = {}) {
  const ctx = publicCtxAt(controller, daysAgo(days));
  const made = await filedAndConfirmed(ctx, aFiling(undefined, who));
  known[made.reference] = name;
  return made;
}

/** The invented names of the lines, in their order. */
async function names(ctx: Ctx, params: object): Promise<string[]> {
  return (await queue(ctx, at(params))).lines.map((line) => known[line.reference] ?? "unknown");
}

beforeAll(async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"], now);
  contributor = await staffCtxAt(controller, ["contributor"], now);
  auditor = await staffCtxAt(controller, ["auditor"], now);

  await aRequest("fresh", 0);
  const mine = await aRequest("mine", 11);
  await assign(officer, { reference: mine.reference, version: 1, assigneeId: officer.staffId });
  const given = await aRequest("given", 12);
  await assign(officer, { reference: given.reference, version: 1, assigneeId: contributor.staffId });
  await aRequest("late", 50);
  await aRequest("soon", 26);
  const waiting = await aRequest("waiting", 5);
  await askQuestion(officer, { reference: waiting.reference, version: 1, text: "Which?" });
  const replied = await aRequest("replied", 6);
  await askQuestion(officer, { reference: replied.reference, version: 1, text: "Which?" });
  await reply(replied.requester, {
    reference: replied.reference,
    text: "That.",
    idempotencyKey: randomUUID(),
  });
  const flagged = await aRequest("flagged", 7);
  await flag(officer, { reference: flagged.reference, version: 1, ground: "excessive", reason: "again" });
  const withdrawn = await aRequest("withdrawn", 8);
  await withdrawRequest(withdrawn.requester, { reference: withdrawn.reference });
  const unconfirmed = await filed(publicCtxAt(controller, daysAgo(10)));
  known[unconfirmed.requests[0]?.reference as string] = "unconfirmed";
  await deliver(officer);

  const answered = await aRequest("answered", 13);
  const answer = answerTo("access");
  await deliver(officer);
  await decide(officer, { reference: answered.reference, version: 1, answer });
  await deliver(officer);
  const bounced = await aRequest("bounced", 4);
  await deliver(officer);
  await decide(officer, { reference: bounced.reference, version: 1, answer });
  await deliver(officer, { accepted: false, temporary: false, code: "550" });

  const elsewhere = await aController();
  await filedAndConfirmed(publicCtxAt(elsewhere), aFiling(undefined, { name: "Åsa Påhittad" }));
});

test("all that is open, first due first; another controller's are not there", async () => {
  expect(await names(officer, {})).toEqual([
    "late",
    "soon",
    "given",
    "mine",
    "unconfirmed",
    "flagged",
    "replied",
    "waiting",
    "bounced",
    "fresh",
  ]);
});

test.each([
  ["overdue", ["late"]],
  ["due_week", ["soon"]],
  ["mine", ["mine"]],
  ["waiting", ["waiting"]],
  ["replied", ["replied"]],
  ["unconfirmed", ["unconfirmed"]],
  ["notices", ["bounced"]],
  ["unassigned", ["late", "soon", "unconfirmed", "flagged", "replied", "waiting", "bounced", "fresh"]],
])("the view %s", async (view, expected) => {
  expect(await names(officer, { view })).toEqual(expected);
});

test("closed ones, the latest first", async () => {
  expect(await names(officer, { view: "closed" })).toEqual(["answered", "withdrawn"]);
});

test("each count is the number of rows of its view", async () => {
  const counts = await countQueue(officer);
  for (const view of QUEUE_VIEWS) {
    const { lines } = await queue(officer, at({ view }));
    expect({ view, count: counts[view] }).toEqual({ view, count: lines.length });
  }
});

test("a line says who, until when, and what stands in the way", async () => {
  const { lines } = await queue(officer, at({}));
  const line = (name: string) => lines.find((each) => known[each.reference] === name);
  expect(line("late")).toMatchObject({
    name: "Åsa Påhittad",
    right: "access",
    standing: "open",
    confirmed: true,
  });
  expect(line("late")).toMatchObject({ workBy: "2025-02-12", daysLeft: -19 });
  expect(line("soon")).toMatchObject({ workBy: "2025-03-05", daysLeft: 2 });
  expect(line("mine")).toMatchObject({ assignee: "Test officer", assigneeId: officer.staffId });
  expect(line("flagged")).toMatchObject({ flagged: true, trouble: null });
  expect(line("bounced")).toMatchObject({ standing: "answer_pending", trouble: "failed" });
  expect(line("unconfirmed")).toMatchObject({ confirmed: false });
});

test("filters narrow a view", async () => {
  expect(await names(officer, { right: "erasure" })).toEqual([]);
  expect(await names(officer, { assignee: contributor.staffId })).toEqual(["given"]);
  expect(await names(officer, { standing: "answer_pending" })).toEqual(["bounced"]);
  expect(await names(officer, { assignee: "nobody", standing: "replied" })).toEqual(["replied"]);
});

test("what cannot be understood in the address is left out", () => {
  const odd = {
    view: "everything",
    right: { not: "" },
    assignee: "1 or 1=1",
    standing: ["open"],
    page: "-3",
    who: "zz",
  };
  expect(at(odd)).toEqual({ view: "open", page: 1 });
});

test("a contributor's queue holds what is assigned to them, in rows and in counts", async () => {
  expect(await names(contributor, {})).toEqual(["given"]);
  expect(await names(contributor, { view: "notices" })).toEqual([]);
  expect(await countQueue(contributor)).toMatchObject({
    open: 1,
    overdue: 0,
    mine: 1,
    closed: 0,
    notices: 0,
  });
});

test("the auditor sees every row and no name", async () => {
  const page = await queue(auditor, at({}));
  expect(page.lines).toHaveLength(10);
  expect(page.masked).toBe(true);
  expect(page.lines.filter((line) => line.name !== null)).toEqual([]);
});

test("nobody else sees the queue", async () => {
  const administrator = await staffCtxAt(controller, ["administrator"]);
  expect(await refusal(queue(administrator, at({})))).toEqual({ code: "not_allowed" });
  expect(await refusal(countQueue(administrator))).toEqual({ code: "not_allowed" });
  expect(await refusal(queue(publicCtxAt(controller), at({})))).toEqual({ code: "not_signed_in" });
});

describe("search", () => {
  async function found(ctx: Ctx, text: string): Promise<string[]> {
    const result = await search(ctx, { search: text });
    return "reference" in result
      ? [known[result.reference] ?? "?"]
      : names(ctx, { who: result.who.join(",") });
  }

  beforeAll(async () => {
    await aRequest("smith", 3, { name: "Zoë Öberg-Smith", email: "Zoe@Person.test" });
    const closed = await aRequest("closed smith", 20, { name: "Zoe Smith" });
    await withdrawRequest(closed.requester, { reference: closed.reference });
  });

  it.each([
    ["the exact address, whatever its case", "zoe@person.TEST", ["smith"]],
    ["a word of the name, without its accents", "zoe", ["smith", "closed smith"]],
    ["half of a double name", "Oberg", ["smith"]],
    ["several words, all of which must match", "smith öberg", ["smith"]],
    ["a name that nobody has", "Qwertyson", []],
    ["part of a word, which is not a word", "smit", []],
  ])("finds by %s", async (_, text, expected) => {
    expect(await found(officer, text)).toEqual(expected);
  });

  it("finds a request by its reference, as people write it", async () => {
    const [reference] = Object.keys(known);
    const typed = `${reference?.slice(0, 5).toLowerCase()} - ${reference?.slice(5)}`;
    expect(await search(officer, { search: typed })).toEqual({ reference });
    expect(await search(auditor, { search: typed })).toEqual({ reference });
  });

  it("is in the log without what was searched for", async () => {
    await search(officer, { search: "canaryson" });
    const [row] = await db().auditEvent.findMany({
      where: { type: "person.searched" },
      orderBy: { seq: "desc" },
      take: 1,
    });
    expect(row?.line).toContain('"by":"name"');
    expect(row?.line).not.toContain("canary");
  });

  it("is not for the auditor or a contributor, neither to ask nor to open what somebody else asked", async () => {
    const result = await search(officer, { search: "zoe" });
    const who = "who" in result ? result.who.join(",") : "";
    for (const ctx of [auditor, contributor]) {
      expect(await refusal(search(ctx, { search: "zoe" }))).toEqual({ code: "not_allowed" });
      expect(await refusal(queue(ctx, at({ who })))).toEqual({ code: "not_allowed" });
    }
  });

  it.each(["", "   ", "- -"])("asks for something to search for: %p", async (text) => {
    expect(await refusal(search(officer, { search: text }))).toMatchObject({ code: "bad_input" });
  });
});

describe("a long queue", () => {
  beforeAll(async () => {
    const [reference] = Object.keys(known);
    const request = await requestByReference(controller.id, reference as string);
    await database.query(
      "postgres",
      `insert into "RightsRequest" select (jsonb_populate_record(r, jsonb_build_object(
         'id', gen_random_uuid(), 'reference', 'TEST' || n, 'workBy', current_date + 100 + n / 10))).*
       from "RightsRequest" r, generate_series(1, 1200) n where r."id" = $1`,
      [request?.id],
    );
  });

  it("is counted to one past the limit and no further", async () => {
    expect(await countQueue(officer)).toMatchObject({ open: COUNTED + 1, unassigned: COUNTED + 1, mine: 1 });
  });

  it("comes in pages that follow each other without gap or repetition", async () => {
    const seen: string[] = [];
    for (let page = 1; ; page++) {
      const { lines, more } = await queue(officer, at({ page: String(page) }));
      seen.push(...lines.map((line) => line.reference));
      expect(lines.length).toBeLessThanOrEqual(PAGE_ROWS);
      if (!more) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(1200 + 11);
  });
});
