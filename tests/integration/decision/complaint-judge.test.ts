/** A complaint is decided by somebody else than who decided before, where there is somebody else. */
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { recall } from "@/lib/commands/decision/recall";
import { linkPerson } from "@/lib/commands/fee/link-person";
import { assign } from "@/lib/commands/request/assign";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import { setEnv } from "@/lib/env";
import { complaintJudge } from "@/lib/queries/decision/complaint-judge";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { deliver, eventsOf, refusal } from "@/tests/support/office";

useDatabase();
beforeEach(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" }));

const COMPLAINT = { right: "complaint", what: "Ni svarade fel." } as const;

async function office() {
  const controller = await aController();
  const officer = await staffCtxAt(controller, ["officer"]);
  return { controller, officer, asks: asking(controller), seen: seeing(controller) };
}

const asking = (controller: Controller) => async (right: "access" | "complaint", email: string) => {
  const details = right === "access" ? ACCESS : COMPLAINT;
  return (await filedAndConfirmed(publicCtxAt(controller), aFiling([details], { email }))).reference;
};
const seeing = (controller: Controller) => async (reference: string) => ({
  reference,
  version: (await requestByReference(controller.id, reference))?.version as number,
});

test("who decided before is refused, and told who can; the colleague decides, and the log counts", async () => {
  const { controller, officer, asks, seen } = await office();
  const colleague = await staffCtxAt(controller, ["officer"]);
  const answer = async (by: Ctx, reference: string, right: "access" | "complaint" = "complaint") =>
    decide(by, { ...(await seen(reference)), answer: answerTo(right) });
  const before = await asks("access", "klagar@person.test");
  await answer(officer, before, "access");
  await deliver(officer);
  const stranger = await asks("complaint", "annan@person.test");
  expect(await complaintJudge(officer, stranger)).toBeNull();
  await answer(officer, stranger);

  const complaint = await asks("complaint", "klagar@person.test");
  const view = await complaintJudge(officer, complaint);
  expect(view).toMatchObject({
    handlers: [{ id: officer.staffId, you: true, requests: [{ reference: before, parts: ["decided"] }] }],
    reader: "colleague",
  });
  const no = await refusal(answer(officer, complaint));
  expect(no).toEqual({ code: "handled_earlier", who: view?.others });
  expect(view?.others).toHaveLength(1);
  expect(await complaintJudge(colleague, complaint)).toMatchObject({ reader: "free" });
  await answer(colleague, complaint);
  expect((await eventsOf(controller, complaint, "decision.made"))[0]?.facts).toMatchObject({ ownWork: 0 });
  expect((await eventsOf(controller, before, "decision.made"))[0]?.facts).not.toHaveProperty("ownWork");
});

test("a small organisation's one officer decides, is told, and the log says so", async () => {
  const { controller, officer, asks, seen } = await office();
  await staffCtxAt(controller, ["dpo"]);
  const before = await asks("access", "ensam@person.test");
  await decide(officer, { ...(await seen(before)), answer: answerTo("access") });
  await deliver(officer);
  const complaint = await asks("complaint", "ensam@person.test");
  expect(await complaintJudge(officer, complaint)).toMatchObject({ reader: "alone", others: [] });
  await decide(officer, { ...(await seen(complaint)), answer: answerTo("complaint") });
  expect((await eventsOf(controller, complaint, "decision.made"))[0]?.facts).toMatchObject({ ownWork: 1 });
});

test("also from an address that staff linked; having worked on it is a fact and no bar; what was taken back is nothing", async () => {
  const { controller, officer, asks, seen } = await office();
  const colleague = await staffCtxAt(controller, ["officer"]);
  const dpo = await staffCtxAt(controller, ["dpo"]);
  const before = await asks("access", "forr@person.test");
  await assign(officer, { ...(await seen(before)), assigneeId: officer.staffId });
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "60" });
  await decide(officer, { ...(await seen(before)), answer: answerTo("access") });
  await recall(officer, await seen(before));
  const complaint = await asks("complaint", "nu@person.test");
  expect(await complaintJudge(officer, complaint)).toBeNull();
  await linkPerson(officer, { ...(await seen(complaint)), other: before, reason: "Skriver det själv" });
  expect(await complaintJudge(officer, complaint)).toMatchObject({
    handlers: [{ requests: [{ parts: ["assigned"] }] }],
    reader: "free",
  });
  await decide(officer, { ...(await seen(before)), answer: answerTo("access") });
  expect(await complaintJudge(officer, complaint)).toMatchObject({ reader: "colleague" });
  expect(await complaintJudge(dpo, complaint)).toMatchObject({ reader: "free" });
  const answer = { ...(await seen(complaint)), answer: answerTo("complaint") };
  expect((await refusal(decide(officer, answer))).code).toBe("handled_earlier");
  await decide(colleague, answer);
});
