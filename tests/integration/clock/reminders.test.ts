/** The digests of the desk: never twice, nothing missed by a worker that stood still, on working days only. */

import { mailText } from "@/emails/content";
import { remindDesk } from "@/lib/commands/clock/remind-desk";
import type { Ctx } from "@/lib/commands/context";
import { claimForSending } from "@/lib/commands/notice/claim";
import { assign } from "@/lib/commands/request/assign";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { formatReference } from "@/lib/domain/intake/reference";
import { useDatabase } from "@/tests/support/database";
import { aController, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { systemCtx } from "@/tests/support/office";

useDatabase();
const at =
  (date: string, hour = "09") =>
  () =>
    new Date(`${date}T${hour}:00:00Z`);
let controller: Controller;
let officer: Ctx & { readonly staffId: string };
let dpo: { readonly staffId: string };
let reference: string;
let requester: Ctx;

beforeEach(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"], at("2026-12-07"));
  dpo = await staffCtxAt(controller, ["dpo"]);
  // Saturday 5 December 2026: the last day is Tuesday 5 January 2027.
  ({ reference, requester } = await filedAndConfirmed(publicCtxAt(controller, at("2026-12-05"))));
});

const give = () => assign(officer, { reference, version: 1, assigneeId: officer.staffId });
const run = (date: string, hour?: string) => remindDesk({ ...systemCtx(), now: at(date, hour) });
const mails = (staffId: string) =>
  db().notice.findMany({ where: { staffId, kind: "staff_digest" }, orderBy: { owedAt: "asc" } });
const rows = async () => {
  const found = await db().reminder.findMany({ where: { controllerId: controller.id } });
  return found.map(({ kind, on, audience }) => `${kind} ${on.toISOString().slice(0, 10)} ${audience}`).sort();
};

test("from seven in the controller's zone, once a day, and each date once", async () => {
  await give();
  await run("2026-12-08", "05");
  expect(await mails(officer.staffId)).toHaveLength(0);
  await run("2026-12-08", "07");
  await run("2026-12-08", "09");
  await Promise.all([run("2026-12-09"), run("2026-12-09"), run("2026-12-10")]);
  expect(await mails(officer.staffId)).toHaveLength(1);
  expect(await rows()).toEqual(["day 2026-12-08 assignee"]);
});

test("a worker that stood still for weeks says everything once, in one mail with no personal data in it", async () => {
  await give();
  await run("2027-01-04");
  const [mail, ...others] = await mails(officer.staffId);
  expect(others).toEqual([]);
  expect(await rows()).toEqual([
    "day 2026-12-08 assignee",
    "day 2026-12-19 assignee",
    "day 2026-12-26 assignee",
    "day 2026-12-30 assignee",
    "day 2027-01-02 assignee",
    "due 2027-01-05 assignee",
    "due 2027-01-05 dpo",
    "extension_notice 2027-01-05 assignee",
    "refusal 2027-01-05 assignee",
    "target 2026-12-29 assignee",
  ]);
  await db().notice.updateMany({ where: { id: mail?.id as string }, data: { nextAttemptAt: new Date(0) } });
  const claimed = await claimForSending(systemCtx(), mail?.id as string).catch(() => null);
  const text = claimed ? mailText(claimed.content) : "";
  expect(text.split(formatReference(reference))).toHaveLength(2);
  expect(text).not.toMatch(/Åsa|Påhittad|person\.test/);
  expect(await mails(dpo.staffId)).toHaveLength(1);
  await run("2027-01-07");
  expect((await rows()).filter((row) => row.startsWith("overdue"))).toEqual([
    "overdue 2027-01-05 assignee",
    "overdue 2027-01-05 dpo",
  ]);
});

test("what nobody has goes to the data protection officer, and what is withdrawn to nobody", async () => {
  await run("2026-12-07");
  expect(await rows()).toEqual(["unassigned 2026-12-06 dpo"]);
  expect(await mails(dpo.staffId)).toHaveLength(1);
  expect(await mails(officer.staffId)).toHaveLength(0);
  await withdrawRequest({ ...requester, now: at("2026-12-08") }, { reference });
  await run("2026-12-21");
  expect(await rows()).toHaveLength(1);
});

test("on a day off nothing is sent; the working day before speaks for it", async () => {
  await give();
  await run("2026-12-26");
  expect(await rows()).toEqual([]);
  // Friday 18 December speaks for Saturday 19, day 14.
  await run("2026-12-18");
  expect(await rows()).toContain("day 2026-12-19 assignee");
});
