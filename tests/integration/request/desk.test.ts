/** What the staff do with one request: assign, note, ask, flag. */
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { claimForSending } from "@/lib/commands/notice/claim";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { assign } from "@/lib/commands/request/assign";
import { flag } from "@/lib/commands/request/flag";
import { note } from "@/lib/commands/request/note";
import { openRequest } from "@/lib/commands/request/open-request";
import { removeFlag } from "@/lib/commands/request/remove-flag";
import { reply } from "@/lib/commands/request/reply";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import { Refused } from "@/lib/domain/kernel/refusal";
import { myRequests } from "@/lib/queries/request/my-requests";
import { useDatabase } from "@/tests/support/database";
import { aController, filed, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { changes, eventsOf, refusal, systemCtx } from "@/tests/support/office";

useDatabase();

let controller: Controller;
let officer: Ctx & { staffId: string };
let contributor: Ctx & { staffId: string };
let auditor: Ctx & { staffId: string };
let stranger: Ctx & { staffId: string };

beforeAll(async () => {
  controller = await aController();
  const elsewhere = await aController();
  [officer, contributor, auditor, stranger] = await Promise.all([
    staffCtxAt(controller, ["officer"]),
    staffCtxAt(controller, ["contributor"]),
    staffCtxAt(controller, ["auditor"]),
    staffCtxAt(elsewhere, ["officer"]),
  ]);
});

async function aRequest() {
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  return { reference, requester, version: 1 };
}

const now = (reference: string) => requestByReference(controller.id, reference);

describe("assign", () => {
  it("gives a request to a colleague, says so in the log, and is undone by assigning back", async () => {
    const { reference, version } = await aRequest();
    const { before } = await assign(officer, { reference, version, assigneeId: contributor.staffId });
    expect(before).toBeNull();
    expect(await now(reference)).toMatchObject({ assigneeId: contributor.staffId, version: 2 });
    const back = await assign(officer, { reference, version: 2, assigneeId: "" });
    expect(back.before).toBe(contributor.staffId);
    expect(await now(reference)).toMatchObject({ assigneeId: null, version: 3 });
    expect(await eventsOf(controller, reference, "request.assigned")).toEqual([
      expect.objectContaining({ facts: { from: null, to: contributor.staffId } }),
      expect.objectContaining({ facts: { from: contributor.staffId, to: null } }),
    ]);
  });

  it("gives nothing to somebody who cannot work on it", async () => {
    const { reference, version } = await aRequest();
    for (const assigneeId of [auditor.staffId, stranger.staffId, randomUUID()]) {
      expect(await refusal(assign(officer, { reference, version, assigneeId }))).toMatchObject({
        code: "bad_input",
        issues: [{ field: "assigneeId", message: "choose" }],
      });
    }
    expect(await now(reference)).toMatchObject({ assigneeId: null, version: 1 });
  });
});

describe("every step of the desk", () => {
  const steps = {
    assign: (ctx: Ctx, of: object) => assign(ctx, { ...of, assigneeId: null }),
    note: (ctx: Ctx, of: object) => note(ctx, { ...of, text: "seen" }),
    ask: (ctx: Ctx, of: object) => askQuestion(ctx, { ...of, text: "which account?" }),
    flag: (ctx: Ctx, of: object) => flag(ctx, { ...of, ground: "excessive", reason: "fifth this week" }),
    removeFlag: (ctx: Ctx, of: object) => removeFlag(ctx, { ...of, flagId: randomUUID() }),
  };

  it.each(Object.entries(steps))("%s: another controller's request does not exist", async (_, step) => {
    const { reference, version } = await aRequest();
    expect(await refusal(step(stranger, { reference, version }))).toEqual({ code: "not_found" });
  });

  it.each(Object.entries(steps))("%s: the auditor may not, and nothing changes", async (_, step) => {
    const { reference, version } = await aRequest();
    const before = await changes(controller);
    expect(await refusal(step(auditor, { reference, version }))).toEqual({ code: "not_allowed" });
    expect(await changes(controller)).toEqual(before);
  });

  it.each(Object.entries(steps))("%s: nobody who is not signed in may", async (_, step) => {
    const { reference, version } = await aRequest();
    expect(await refusal(step(publicCtxAt(controller), { reference, version }))).toEqual({
      code: "not_signed_in",
    });
  });

  it.each(Object.entries(steps))(
    "%s: a lost race says what happened since and changes nothing",
    async (_, step) => {
      const { reference } = await aRequest();
      await openRequest(officer, { reference });
      const seen = (await eventsOf(controller, reference)).at(-1)?.seq;
      await note(officer, { reference, version: 1, text: "the first one" });
      await openRequest(officer, { reference });
      const before = await changes(controller);
      const lost = await refusal(step(officer, { reference, version: 1, seen }));
      expect(lost).toEqual({ code: "changed_meanwhile", version: 2, changed: ["request.noted"] });
      expect(await changes(controller)).toEqual(before);
    },
  );

  it("of twenty at once with the same version, one succeeds", async () => {
    const { reference, version } = await aRequest();
    const all = Array.from({ length: 20 }, (_, i) =>
      note(officer, { reference, version, text: `note ${i}` }),
    );
    const codes = await Promise.all(
      all.map((one) =>
        one.then(
          () => "done",
          (e) => e.refusal?.code ?? String(e),
        ),
      ),
    );
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    expect(codes.filter((code) => code === "changed_meanwhile")).toHaveLength(19);
    expect(await eventsOf(controller, reference, "request.noted")).toHaveLength(1);
  });

  it.each([
    ["an object", { not: "" }],
    ["a list", ["1"]],
    ["text", "one"],
    ["nothing", undefined],
    ["minus one", -1],
  ])("a version that is %s is refused", async (_, version) => {
    const { reference } = await aRequest();
    expect(await refusal(note(officer, { reference, version, text: "x" }))).toMatchObject({
      code: "bad_input",
    });
  });

  it("what is in no form is refused", async () => {
    const { reference, version } = await aRequest();
    const odd = note(officer, { reference, version, text: "x", state: "closed" });
    expect(await refusal(odd)).toMatchObject({ code: "bad_input", issues: [{ message: "unknownField" }] });
  });
});

describe("a contributor", () => {
  it("sees and notes what is assigned to them, and nothing else exists", async () => {
    const { reference, version } = await aRequest();
    expect(await refusal(note(contributor, { reference, version, text: "hi" }))).toEqual({
      code: "not_found",
    });
    expect(await refusal(openRequest(contributor, { reference }))).toEqual({ code: "not_found" });
    await assign(officer, { reference, version, assigneeId: contributor.staffId });
    await note(contributor, { reference, version: 2, text: "hi" });
    await openRequest(contributor, { reference });
    expect(await eventsOf(controller, reference, "request.opened")).toEqual([
      expect.objectContaining({ actor: `staff:${contributor.staffId}`, facts: { names: true } }),
    ]);
  });
});

describe("openRequest", () => {
  it("is in the log once per view, and says whether names were shown", async () => {
    const { reference } = await aRequest();
    await openRequest(officer, { reference });
    await openRequest(auditor, { reference });
    const opened = await eventsOf(controller, reference, "request.opened");
    expect(opened.map((event) => event.facts)).toEqual([{ names: true }, { names: false }]);
    expect(await now(reference)).toMatchObject({ version: 1 });
  });

  it.each(["", "K7QF2", "../x", "'; drop table"])("refuses the reference %p", async (reference) => {
    await expect(openRequest(officer, { reference })).rejects.toThrow(Refused);
  });
});

describe("note", () => {
  it("stays on the staff side and is in the log only as a commitment", async () => {
    const { reference, version, requester } = await aRequest();
    await note(officer, { reference, version, text: "canary-note 4711" });
    const [event] = await eventsOf(controller, reference, "request.noted");
    expect(event?.facts.text).toMatch(/^[0-9a-f]{64}$/);
    const [line] = await db().auditEvent.findMany({
      where: { type: "request.noted" },
      orderBy: { seq: "desc" },
      take: 1,
    });
    expect(line?.line).not.toContain("canary-note");
    expect(JSON.stringify(await myRequests(requester))).not.toContain("canary-note");
  });
});

describe("askQuestion", () => {
  it("puts the question on the requester's page and not into the mail, and waits", async () => {
    const { reference, version, requester } = await aRequest();
    await askQuestion(officer, { reference, version, text: "Which customer number is it?" });
    const asked = await now(reference);
    expect(asked).toMatchObject({ state: "open", repliedAt: null, version: 2, clockStatus: "running" });
    expect(asked?.waitingSince).toEqual(expect.any(Date));
    const [event] = await eventsOf(controller, reference, "request.question_asked");
    const mail = await claimForSending(systemCtx(), String(event?.facts.notice));
    expect(mail?.content.subject).toBeTruthy();
    expect(JSON.stringify(mail)).not.toContain("customer number");
    expect(JSON.stringify(mail)).toMatch(/\/c\/[A-Za-z0-9_-]{43}/);
    const mine = await myRequests(requester);
    expect(mine.requests[0]?.thread).toEqual([
      expect.objectContaining({ kind: "question", text: "Which customer number is it?" }),
    ]);

    await reply(requester, { reference, text: "4711", idempotencyKey: randomUUID() });
    expect(await now(reference)).toMatchObject({ waitingSince: null, repliedAt: expect.any(Date) });
  });

  it("to an address that was never confirmed counts its mails, so that nobody's mailbox is filled", async () => {
    const email = `${randomUUID().slice(0, 8)}@person.test`;
    const filing = () => ({ language: "sv", who: { name: "Åsa", email }, requests: [{ right: "access" }] });
    const receipts = [];
    for (let i = 0; i < 3; i++) receipts.push(await filed(publicCtxAt(controller), filing()));
    const reference = receipts[0]?.requests[0]?.reference as string;
    await askQuestion(officer, { reference, version: 1, text: "Which one?" });
    const notices = await db().notice.findMany({
      where: { kind: "question", filingId: receipts[0]?.filingId as string },
    });
    expect(notices).toEqual([expect.objectContaining({ state: "held" })]);
  });
});

describe("flag", () => {
  it("is a remark with a reason that decides nothing, and can be taken away", async () => {
    const { reference, version } = await aRequest();
    await flag(officer, { reference, version, ground: "excessive", reason: "canary-reason" });
    expect(await now(reference)).toMatchObject({ state: "open", version: 2, outcome: null });
    const [raised] = await eventsOf(controller, reference, "request.flagged");
    expect(raised?.facts).toEqual({ ground: "excessive", reason: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await removeFlag(officer, { reference, version: 2, flagId: raised?.subjectId });
    expect(await eventsOf(controller, reference, "request.flag_removed")).toHaveLength(1);
    const twice = removeFlag(officer, { reference, version: 3, flagId: raised?.subjectId });
    expect(await refusal(twice)).toEqual({ code: "not_found" });
  });

  it("needs a reason and one of the two grounds", async () => {
    const { reference, version } = await aRequest();
    expect(
      await refusal(flag(officer, { reference, version, ground: "excessive", reason: "  " })),
    ).toMatchObject({
      issues: [{ field: "reason", message: "required" }],
    });
    expect(
      await refusal(flag(officer, { reference, version, ground: "annoying", reason: "x" })),
    ).toMatchObject({
      issues: [{ field: "ground" }],
    });
  });
});
