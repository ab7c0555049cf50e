/** A form in progress: kept as typed, sealed, for its own browser and controller only, sent once. */

import type { Ctx } from "@/lib/commands/context";
import { discardDraft } from "@/lib/commands/intake/discard-draft";
import { mailLinkAgain } from "@/lib/commands/intake/mail-link-again";
import { type Leaving, saveDraftStep } from "@/lib/commands/intake/save-draft-step";
import { startDraft } from "@/lib/commands/intake/start-draft";
import { submitDraft } from "@/lib/commands/intake/submit-draft";
import type { Step, Typed } from "@/lib/domain/intake/draft";
import { setEnv } from "@/lib/env";
import { draftOf } from "@/lib/queries/intake/draft";
import { useDatabase } from "@/tests/support/database";
import { aController, publicCtxAt } from "@/tests/support/desk";

const database = useDatabase();
let ctx: Ctx;

beforeAll(async () => {
  ctx = publicCtxAt(await aController());
});
beforeEach(() => setEnv({ LIMITS_DRAFT_SECONDS: "0" }));
afterEach(() => setEnv({ LIMITS_DRAFT_SECONDS: undefined }));

const save = (token: string | null, step: Step, typed: Typed, leaving: Leaving = "next") =>
  saveDraftStep(ctx, token, { step, typed, leaving });

async function readyDraft(email: string): Promise<string> {
  const { token = "" } = await startDraft(ctx, null, { right: "access" });
  await save(token, "access", { scope: ["everything"] });
  await save(token, "on-behalf", { onBehalf: ["self"] });
  const last = await save(token, "contact", { name: ["Åsa Påhittad"], email: [email] });
  expect(last.place).toBe("check");
  return token;
}

const count = async (sql: string, values: unknown[] = []) =>
  Number(
    (await database.query<{ n: string }>("postgres", `select count(*)::text as n from ${sql}`, values))[0]?.n,
  );

test("what is wrong is kept as typed, with what is wrong about it", async () => {
  const { token = "", place } = await startDraft(ctx, null, {});
  expect(place).toBe("rights");
  expect(await save(token, "rights", {})).toEqual({ place: "rights" });
  await save(token, "rights", { rights: ["rectification"] });
  expect(await save(token, "rectification", { wrong: ["  "], correct: ["Nya gatan 2\u0000"] })).toEqual({
    place: "rectification",
  });
  const draft = await draftOf(ctx, token);
  expect(draft?.state === "open" && draft.answers.steps.rectification).toEqual({
    typed: { wrong: ["  "], correct: ["Nya gatan 2\u0000"] },
    done: false,
    issues: [
      { field: "wrong", message: "required" },
      { field: "correct", message: "characters" },
    ],
  });
});

test("Back and another language keep what was typed without judging it", async () => {
  const { token = "" } = await startDraft(ctx, null, { right: "complaint" });
  expect(await save(token, "complaint", { what: ["half a sen"] }, "back")).toEqual({ place: "rights" });
  expect(await save(token, "contact", { name: ["Å"], email: ["inte"] }, "stay")).toEqual({
    place: "contact",
  });
  const draft = await draftOf(ctx, token);
  expect(draft?.state === "open" && draft.answers.steps).toMatchObject({
    complaint: { typed: { what: ["half a sen"] }, issues: [] },
    contact: { typed: { name: ["Å"], email: ["inte"] }, done: false, issues: [] },
  });
});

test("from the check page it goes back there, by way of what is not answered", async () => {
  const token = await readyDraft("check@person.test");
  expect(await save(token, "contact", { name: ["Åsa"], email: ["check@person.test"] }, "to-check")).toEqual({
    place: "check",
  });
  expect(await save(token, "rights", { rights: ["access", "erasure"] }, "to-check")).toEqual({
    place: "erasure",
  });
});

test("a page sent without its form begins one that holds it", async () => {
  const { place, token = "" } = await save("unknown", "contact", { name: ["Åsa"], email: ["a@person.test"] });
  expect([place, token.length]).toEqual(["check", 43]);
  const draft = await draftOf(ctx, token);
  expect(draft?.state === "open" && draft.answers.steps.contact?.typed.name).toEqual(["Åsa"]);
  expect(await submitDraft(ctx, token, { trap: "" })).toEqual({ place: "rights" });
});

test("starting again goes on with what was begun, or throws it away with its key", async () => {
  const { token = "" } = await startDraft(ctx, null, { right: "access" });
  expect(await startDraft(ctx, token, {})).toEqual({ place: "access" });
  const { token: fresh, place } = await startDraft(ctx, token, { afresh: true });
  expect([place, fresh === token]).toEqual(["rights", false]);
  expect(await draftOf(ctx, token)).toBeNull();
  const keys = `"DataKey" where "ownerKind" = 'draft' and "wrapped" is null and "destroyedAt" is not null`;
  expect(await count(keys)).toBe(1);
  await discardDraft(ctx, fresh ?? "");
  expect(await count(keys)).toBe(2);
});

test("sent many times at once it is one filing, and the form then holds only where the mail went", async () => {
  const token = await readyDraft("once@person.test");
  const before = await count(`"Filing"`);
  const sent = await Promise.all(Array.from({ length: 8 }, () => submitDraft(ctx, token, { trap: "" })));
  expect(sent).toEqual(Array(8).fill({ place: "done" }));
  expect(await count(`"Filing"`)).toBe(before + 1);
  const view = await draftOf(ctx, token);
  expect(view).toMatchObject({
    state: "sent",
    sentTo: "once@person.test",
    receipt: { requests: [{ right: "access" }] },
  });
  expect(await save(token, "contact", { name: ["X"], email: ["x@person.test"] })).toEqual({ place: "done" });
  expect(await submitDraft(ctx, token, { trap: "" })).toEqual({ place: "done" });
  expect(await count(`"Filing"`)).toBe(before + 1);
  const { token: next, place } = await startDraft(ctx, token, {});
  expect([place, next === undefined]).toEqual(["rights", false]);
});

test("filed but not marked, then changed: the first filing stands", async () => {
  const token = await readyDraft("cut-off@person.test");
  await submitDraft(ctx, token, { trap: "" });
  const [row] = await database.query<{ id: string }>(
    "postgres",
    `select "id" from "Draft" where "filingId" is not null order by "createdAt" desc limit 1`,
  );
  await database.query("postgres", `update "Draft" set "filingId" = null where "id" = $1`, [row?.id]);
  await save(token, "rights", { rights: ["complaint"] });
  await save(token, "complaint", { what: ["changed"] });
  await save(token, "on-behalf", { onBehalf: ["self"] });
  await save(token, "contact", { name: ["Åsa"], email: ["cut-off@person.test"] });
  const before = await count(`"Filing"`);
  expect(await submitDraft(ctx, token, { trap: "" })).toEqual({ place: "done" });
  expect(await count(`"Filing"`)).toBe(before);
  expect(await draftOf(ctx, token)).toMatchObject({
    state: "sent",
    receipt: { requests: [{ right: "access" }] },
  });
});

test("a filled trap and an impossible speed are told and nothing is lost", async () => {
  const token = await readyDraft("trap@person.test");
  const before = await count(`"Filing"`);
  expect(await submitDraft(ctx, token, { trap: "https://spam.example" })).toEqual({ place: "check" });
  const trapped = await draftOf(ctx, token);
  expect(trapped?.state === "open" && trapped.answers.checkIssues).toEqual([
    { field: "website", message: "trap" },
  ]);
  setEnv({ LIMITS_DRAFT_SECONDS: "60" });
  expect(await submitDraft(ctx, token, { trap: "" })).toEqual({ place: "check" });
  const fast = await draftOf(ctx, token);
  expect(fast?.state === "open" && fast.answers.checkIssues).toEqual([{ field: "send", message: "tooFast" }]);
  expect(await count(`"Filing"`)).toBe(before);
  setEnv({ LIMITS_DRAFT_SECONDS: "0" });
  expect(await submitDraft(ctx, token, { trap: "" })).toEqual({ place: "done" });
});

test("a form too old by the database's clock, or another controller's, is not there", async () => {
  const token = await readyDraft("old@person.test");
  const elsewhere = publicCtxAt(await aController());
  expect(await draftOf(elsewhere, token)).toBeNull();
  await expect(submitDraft(elsewhere, token, { trap: "" })).rejects.toMatchObject({
    refusal: { code: "draft_gone" },
  });
  await database.query("postgres", `update "Draft" set "expiresAt" = now() - interval '1 second'`);
  expect(await draftOf(ctx, token)).toBeNull();
  await expect(submitDraft(ctx, token, { trap: "" })).rejects.toMatchObject({
    refusal: { code: "draft_gone" },
  });
});

test("nothing that was typed stands in clear, and no token is stored", async () => {
  const token = await readyDraft("canary-draft@person.test");
  const rows = await database.query<{ row: string }>(
    "postgres",
    `select "Draft"::text as "row" from "Draft"`,
  );
  const stored = rows.map(({ row }) => row).join("\n");
  const hex = (text: string) => Buffer.from(text).toString("hex");
  expect(rows.length).toBeGreaterThan(0);
  for (const secret of ["canary-draft", token]) {
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(hex(secret));
  }
});

test("the link can be mailed again from the browser that sent the form, and from no other", async () => {
  const token = await readyDraft("again@person.test");
  await expect(mailLinkAgain(ctx, token)).rejects.toMatchObject({ refusal: { code: "draft_gone" } });
  await submitDraft(ctx, token, { trap: "" });
  const before = await count(`"Notice" where "kind" = 'fresh_link'`);
  await mailLinkAgain(ctx, token);
  expect(await count(`"Notice" where "kind" = 'fresh_link'`)).toBe(before + 1);
  await expect(mailLinkAgain(ctx, "unknown")).rejects.toMatchObject({ refusal: { code: "draft_gone" } });
});
