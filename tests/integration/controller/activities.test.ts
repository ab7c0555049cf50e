/** The register of processing: who may write it, that versions are only added, and what the log says. */
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { saveActivity } from "@/lib/commands/controller/save-activity";
import { newestEvents } from "@/lib/db/audit-log";
import type { Controller } from "@/lib/db/controller";
import { activityView, processingRegister } from "@/lib/queries/controller/activities";
import { answerForm } from "@/lib/queries/decision/answer-form";
import { anActivity } from "@/tests/support/activity";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { refusal } from "@/tests/support/office";

const database = useDatabase();

let controller: Controller;
let administrator: Ctx;
let dpo: Ctx;
let officer: Ctx;
let stranger: Ctx;

beforeAll(async () => {
  controller = await aController();
  administrator = await staffCtxAt(controller, ["administrator"]);
  dpo = await staffCtxAt(controller, ["dpo"]);
  officer = await staffCtxAt(controller, ["officer"]);
  stranger = await staffCtxAt(await aController(), ["administrator"]);
});

const input = (change: object = {}) => ({
  id: randomUUID(),
  version: 0,
  active: true,
  activity: anActivity(),
  ...change,
});

test("an activity is kept as versions, and every change is in the log without its words", async () => {
  const first = input();
  expect(await saveActivity(administrator, first)).toEqual({ version: 1 });
  const changed = { ...first, version: 1, activity: anActivity({ years: 4, systems: ["canary-system"] }) };
  expect(await saveActivity(dpo, changed)).toEqual({ version: 2 });
  expect(await saveActivity(dpo, { ...changed, version: 2 })).toEqual({ version: 2 });
  await saveActivity(dpo, { ...changed, version: 2, active: false });
  const view = await activityView(officer, first.id);
  expect(view).toMatchObject({
    mayWrite: false,
    stored: { version: 3, active: false, activity: { years: 4 } },
    history: [{ version: 3, by: "Test dpo" }, { version: 2 }, { version: 1, by: "Test administrator" }],
  });
  const events = (await newestEvents(controller.id, 50)).filter(({ type }) => type === "processing.changed");
  expect(events.map(({ facts }) => facts)).toEqual([
    { version: 3, active: false, changed: [] },
    { version: 2, active: true, changed: ["years", "systems"] },
    { version: 1, active: true, changed: [] },
  ]);
  expect(JSON.stringify(events)).not.toContain("canary");
});

test("a lost race says which fields somebody else changed", async () => {
  const first = input();
  await saveActivity(administrator, first);
  await saveActivity(dpo, { ...first, version: 1, activity: anActivity({ months: 3 }) });
  const late = { ...first, version: 1, activity: anActivity({ years: 1 }) };
  expect(await refusal(saveActivity(administrator, late))).toEqual({
    code: "changed_meanwhile",
    version: 2,
    changed: ["months"],
  });
});

test("what a person reads is there in every language of the controller", async () => {
  const activity = anActivity({ purpose: { sv: "Bara svenska." } });
  expect(await refusal(saveActivity(dpo, input({ activity })))).toEqual({
    code: "bad_input",
    issues: [{ field: "activity.purpose.en", message: "required" }],
  });
});

test("administrator and data protection officer write, the officer reads, another controller finds nothing", async () => {
  const first = input();
  await saveActivity(dpo, first);
  expect(await refusal(saveActivity(officer, input()))).toEqual({ code: "not_allowed" });
  expect(await refusal(saveActivity(publicCtxAt(controller), input()))).toEqual({ code: "not_signed_in" });
  expect(await refusal(saveActivity(stranger, { ...first, version: 1 }))).toEqual({ code: "not_found" });
  expect(await refusal(activityView(stranger, first.id))).toEqual({ code: "not_found" });
  expect(await refusal(activityView(officer, "no uuid"))).toEqual({ code: "not_found" });
  expect((await processingRegister(stranger)).activities).toEqual([]);
});

test("no version is changed or taken away by the serving process", async () => {
  await saveActivity(dpo, input());
  for (const sql of [`update "ProcessingActivity" set version = 9`, `delete from "ProcessingActivity"`]) {
    await expect(database.query("habeas_app", sql)).rejects.toThrow(/permission denied/);
  }
});

test("the form of an answer offers what goes on, and preselects by who asks", async () => {
  const ended = input({ active: false });
  await saveActivity(dpo, ended);
  const employees = input({ activity: anActivity({ relationships: ["employee"] }) });
  await saveActivity(dpo, employees);
  const customers = input();
  await saveActivity(dpo, customers);
  const filing = aFiling([ACCESS]);
  const { reference } = await filedAndConfirmed(publicCtxAt(controller), {
    ...filing,
    who: { ...filing.who, relationship: "customer" },
  });
  const { activities } = await answerForm(officer, reference);
  const concerns = new Map(activities.map(({ id, concerns }) => [id, concerns]));
  expect(concerns.get(ended.id)).toBeUndefined();
  expect(concerns.get(employees.id)).toBe(false);
  expect(concerns.get(customers.id)).toBe(true);
});
