/** A closed request is opened again: history kept, earlier answer readable, a new period, the same gate. */

import { previewQuestion } from "@/lib/commands/clock/preview-question";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { forwardRequest } from "@/lib/commands/request/forward";
import { reopen } from "@/lib/commands/request/reopen";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { standingAssessment } from "@/lib/db/assessment";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { type RightsRequest, requestByReference } from "@/lib/db/request";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { answerForm } from "@/lib/queries/decision/answer-form";
import { supersededView } from "@/lib/queries/decision/superseded";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requestPage } from "@/lib/queries/request/request-page";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import { aController, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { anOffice, approved, asked } from "@/tests/support/fee";
import { askedIdentity } from "@/tests/support/identity";
import { changes, deliver, eventsOf, refusal } from "@/tests/support/office";

useDatabase();

let controller: Controller;
let officer: Ctx;
const today = () => localDate(new Date().toISOString(), "Europe/Stockholm");
const addedDays = (date: IsoDate, days: number) => iso(addDays(day(date), days));
const now = (reference: string) => requestByReference(controller.id, reference);

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
});

async function answered() {
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  await decide(officer, {
    reference,
    version: 1,
    answer: answerTo("access", "granted", { text: "canary-first" }),
  });
  await deliver(officer);
  const version = (await now(reference))?.version as number;
  return { reference, requester, version };
}
const WHY = { source: "court", text: "canary-reason: domen" } as const;

test("the history is kept, the earlier answer is superseded and readable, and a new answer takes its place", async () => {
  const { requester, ...seen } = await answered();
  const before = (await eventsOf(controller, seen.reference)).length;
  await reopen(officer, { ...seen, ...WHY, on: today() });
  const open = await now(seen.reference);
  expect(open).toMatchObject({ state: "open", outcome: null, closedAt: null, clockStatus: "running" });
  expect((await deliver(officer)) > 0).toBe(true);
  const mine = (await myRequests(requester)).requests[0];
  expect(mine).toMatchObject({ standing: "reopened", letter: null });
  expect(JSON.stringify(mine?.earlier)).toContain("canary-first");
  const view = await supersededView(officer, seen.reference);
  expect(view).toMatchObject({ reopenings: [{ source: "court", reason: WHY.text }], mayReopen: false });
  const events = await eventsOf(controller, seen.reference);
  expect(events.length).toBeGreaterThan(before);
  expect(JSON.stringify(events)).not.toContain("canary");

  const answer = answerTo("access", "granted", { text: "canary-second" });
  await decide(officer, { reference: seen.reference, version: open?.version as number, answer });
  // Between the two answers the earlier one can be read, and only that.
  expect((await myRequests(requester)).requests[0]).toMatchObject({ letter: null });
  await deliver(officer);
  expect(JSON.stringify((await myRequests(requester)).requests[0]?.letter)).toContain("canary-second");
  expect(await now(seen.reference)).toMatchObject({ state: "closed", outcome: "granted" });
});

test("the new period is told and is a whole one; the page says why", async () => {
  const { requester: _, ...seen } = await answered();
  await reopen(officer, { ...seen, ...WHY, on: today() });
  const page = await requestPage(officer, seen.reference);
  expect(page.clock.derivation.map(({ rule }) => rule)).toContain("reopened");
  expect(page.promisedOn).toBe(page.clock.statutory);
  expect(page.workBy).toBe(page.clock.statutory);
});

test("what is told of the new period is what is told everywhere else: the safe day where nobody checked the calendar", async () => {
  const unchecked = await aController({ country: "FR", region: "FR", profile: "gdpr-fr" });
  const there = await staffCtxAt(unchecked, ["officer"]);
  const { reference } = await filedAndConfirmed(publicCtxAt(unchecked));
  await decide(there, { reference, version: 1, answer: answerTo("access") });
  await deliver(there);
  const version = (await requestPage(there, reference)).version;
  await reopen(there, { reference, version, ...WHY, on: today() });
  const page = await requestPage(there, reference);
  expect([page.promisedOn, page.workBy]).toEqual([page.clock.safe, page.clock.safe]);
  const [event] = await eventsOf(unchecked, reference, "request.reopened");
  expect(event?.facts).toMatchObject({ due: page.clock.safe });
});

test("a finding of the earlier time holds no more: nobody refuses on it again without its two people", async () => {
  const office = await anOffice({}, new Date().toISOString());
  const { reference } = await asked(office);
  await approved(office, reference, "refuse");
  const row = async () => (await requestByReference(office.controller.id, reference)) as RightsRequest;
  const of = { controllerId: office.controller.id, requestId: (await row()).id };
  await decide(office.officer, {
    ...{ reference, version: (await row()).version, answer: answerTo("access", "granted") },
  });
  await deliver(office.officer);
  expect(await standingAssessment(of)).toMatchObject({ state: "approved" });
  await reopen(office.officer, { reference, version: (await row()).version, ...WHY, on: today() });
  expect(await standingAssessment(of)).toBeNull();
  const dropped = await eventsOf(office.controller, reference, "assessment.dropped");
  expect(dropped.at(-1)?.facts).toMatchObject({ why: "reopened", was: "approved" });
});

test("sent on and opened again it is answered here, and can be sent on anew", async () => {
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  const customer = { name: "Kunden AB (påhittad)", email: "", postalAddress: "Kundgatan 1", note: "" };
  const forward = async () => {
    await forwardRequest(officer, { reference, version: (await now(reference))?.version, ...customer });
    const { id: noticeId } = await db().notice.findFirstOrThrow({
      where: { kind: "forwarded_to_customer", requestId: (await now(reference))?.id ?? "", state: "to_post" },
    });
    await recordPosting(officer, { noticeId, postedOn: today(), how: "post" });
  };
  await forward();
  const mine = async () => (await myRequests(requester)).requests[0];
  expect((await mine())?.forwardedTo).toMatchObject({ name: customer.name });
  await reopen(officer, { reference, version: (await now(reference))?.version, ...WHY, on: today() });
  expect(await mine()).toMatchObject({ closed: false, forwardedTo: null });
  await forward();
  expect(await mine()).toMatchObject({ closed: true, forwardedTo: { name: customer.name } });
});

test("an order's own day is the day to work to, is told, and stands under why this date", async () => {
  const { requester, ...seen } = await answered();
  const orderedBy = addedDays(today(), 5);
  const code = async (fields: object) =>
    (await refusal(reopen(officer, { ...seen, ...WHY, on: today(), ...fields }))).code;
  expect(await code({ orderedBy, source: "complaint" })).toBe("bad_input");
  expect(await code({ orderedBy: addedDays(today(), -1) })).toBe("bad_input");
  await reopen(officer, { ...seen, ...WHY, on: today(), orderedBy });
  expect(await now(seen.reference)).toMatchObject({
    ...{ statutoryOn: orderedBy, promisedOn: orderedBy, workBy: orderedBy, refusalBy: orderedBy },
  });
  const page = await requestPage(officer, seen.reference);
  expect(page.clock.derivation.at(-1)).toMatchObject({ rule: "ordered", to: orderedBy });
  expect((await previewQuestion(officer, seen.reference)).effect).toBe("none");
  expect((await answerForm(officer, seen.reference)).from).toBe("superseded");
  expect((await supersededView(officer, seen.reference)).reopenings).toMatchObject([{ orderedBy }]);
  expect((await myRequests(requester)).requests[0]).toMatchObject({ promisedOn: orderedBy });
  const [event] = await eventsOf(controller, seen.reference, "request.reopened");
  expect(event?.facts).toMatchObject({ ordered: orderedBy, due: orderedBy });
});

test("a doubt about who asks outlives a withdrawal: opened again, nothing leaves before it is settled", async () => {
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  await deliver(officer);
  await askedIdentity(officer, reference);
  await withdrawRequest(requester, { reference });
  const version = (await now(reference))?.version as number;
  await reopen(officer, { reference, version, ...WHY, on: today() });
  const attempt = decide(officer, {
    ...{ reference, version: (await now(reference))?.version as number, answer: answerTo("access") },
  });
  expect(await refusal(attempt)).toEqual({ code: "not_releasable", missing: ["identity_demanded"] });
});

test("what leaves passes the same gate: an address that is not confirmed any more reads nothing", async () => {
  const { requester, ...seen } = await answered();
  await reopen(officer, { ...seen, ...WHY, on: today() });
  await db().filing.updateMany({ where: { controllerId: controller.id }, data: { confirmedAt: null } });
  const version = (await now(seen.reference))?.version as number;
  const attempt = refusal(
    decide(officer, { reference: seen.reference, version, answer: answerTo("access") }),
  );
  expect((await attempt).code).toBe("address_not_confirmed");
  expect((await myRequests(requester)).requests[0]).toMatchObject({ letter: null, earlier: [] });
  await db().filing.updateMany({ where: { controllerId: controller.id }, data: { confirmedAt: new Date() } });
});

test("an open request, a day to come, a day before it was closed, no reason, the wrong hands: nothing changes", async () => {
  const open = await filedAndConfirmed(publicCtxAt(controller));
  const { requester: _, ...seen } = await answered();
  const auditor = await staffCtxAt(controller, ["auditor"]);
  const stranger = await staffCtxAt(await aController(), ["officer"]);
  const before = await changes(controller);
  const code = async (ctx: Ctx, fields: object) =>
    (await refusal(reopen(ctx, { ...seen, ...WHY, on: today(), ...fields }))).code;
  expect(await code(officer, { reference: open.reference, version: 1 })).toBe("wrong_state");
  expect(await code(officer, { on: "2999-01-01" })).toBe("bad_input");
  expect(await code(officer, { on: "2020-01-01" })).toBe("bad_input");
  expect(await code(officer, { text: " " })).toBe("bad_input");
  expect(await code(officer, { version: 1 })).toBe("changed_meanwhile");
  expect(await code(auditor, {})).toBe("not_allowed");
  expect(await code(stranger, {})).toBe("not_found");
  expect(await changes(controller)).toEqual(before);
});
