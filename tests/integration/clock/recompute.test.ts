/** A change of law, calendar or policy recomputes the open requests: told first, owed with it, resumable, listed. */
import { buildCalendar } from "@/lib/adapters/holidays";
import { changeOwnDay } from "@/lib/commands/clock/change-own-day";
import { installCalendars } from "@/lib/commands/clock/install-calendars";
import { oweWhereBehind } from "@/lib/commands/clock/owe-recompute";
import { recomputeOpen } from "@/lib/commands/clock/recompute-open";
import type { Ctx } from "@/lib/commands/context";
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { newestEvents } from "@/lib/db/audit-log";
import { newestRuns } from "@/lib/db/clock-run";
import { runLines } from "@/lib/db/clock-run-lines";
import { type Controller, controllerById } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import { calendarPage } from "@/lib/queries/clock/calendar-page";
import { clockView } from "@/lib/queries/clock/clock-view";
import { movedDates } from "@/lib/queries/clock/moved-dates";
import { runsToGoOn } from "@/lib/queries/clock/runs-to-go-on";
import { myRequests } from "@/lib/queries/request/my-requests";
import { useDatabase } from "@/tests/support/database";
import {
  aController,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  SETTINGS,
  setupCtx,
  staffCtxAt,
} from "@/tests/support/desk";
import { eventsOf, refusal, systemCtx } from "@/tests/support/office";

const database = useDatabase();
/** Received on 5 December 2026 (Saturday): one month is 5 January 2027, a Tuesday that is no holiday in Sweden. */
const RECEIVED = () => new Date("2026-12-05T09:00:00Z");
const DAY = { change: "added", day: "2027-01-05", reason: "Helgdag enligt särskild lag" } as const;
let controller: Controller;
let ctx: Ctx;
let admin: Ctx;

beforeEach(async () => {
  controller = await aController();
  ctx = publicCtxAt(controller, RECEIVED);
  admin = await staffCtxAt(controller, ["administrator"]);
});

const referenceOf = async () => (await filed(ctx)).requests[0]?.reference as string;
const stored = async (reference: string) => requestByReference(controller.id, reference);
const newest = async () => (await newestRuns(controller.id, 1))[0];
const worker = async () => recomputeOpen(systemCtx(), (await newest())?.id ?? "");
const settingsOf = async (change: object, as: Ctx = admin) => {
  const { settingsVersion: version } = (await controllerById(controller.id)) as Controller;
  return saveSettings(as, { version, settings: { ...SETTINGS, ...change }, movesTold: 1_000_000 });
};

test("an own day says first what it moves; then the law's date moves, the promise is kept, and it is listed", async () => {
  const { reference, requester } = await filedAndConfirmed(ctx);
  expect(await stored(reference)).toMatchObject({ statutoryOn: "2027-01-05", promisedOn: "2027-01-05" });
  expect(await refusal(changeOwnDay(admin, DAY))).toEqual({
    ...{ code: "moves_dates", open: 1, moves: 1, lastDays: 1, earlier: 0 },
  });
  expect(await newest()).toBeUndefined();

  await changeOwnDay(admin, { ...DAY, movesTold: 1 });
  expect(await newest()).toMatchObject({ state: "applying", because: "own_day", total: 1, seen: 0 });
  expect(await runsToGoOn(systemCtx())).toEqual([(await newest())?.id]);
  await worker();
  // 6 January is Epiphany.
  expect(await stored(reference)).toMatchObject({
    statutoryOn: "2027-01-07",
    promisedOn: "2027-01-05",
    workBy: "2027-01-05",
    ownCalendarVersion: 1,
  });
  const [changed] = await eventsOf(controller, reference, "request.clock_changed");
  expect(changed?.facts).toMatchObject({
    ...{ event: "recomputed", cause: "own_day", before: "2027-01-05", after: "2027-01-07" },
  });
  expect(await newest()).toMatchObject({ state: "done", total: 1, seen: 1, moved: 1 });
  const page = await calendarPage(admin, { year: 0, page: 0, run: "" });
  expect(page).toMatchObject({ behind: 0, mayOpen: false, runs: [{ moved: 1 }] });
  expect(page.lines).toEqual([
    expect.objectContaining({ reference, statutoryBefore: "2027-01-05", statutoryAfter: "2027-01-07" }),
  ]);

  const officer = await staffCtxAt(controller, ["officer"]);
  expect((await clockView(officer, reference)).moves).toMatchObject([
    { because: "own_day", statutoryBefore: "2027-01-05", statutoryAfter: "2027-01-07" },
  ]);
  expect(await movedDates(officer)).toMatchObject({ moved: 1, runId: (await newest())?.id });
  expect(await movedDates(await staffCtxAt(controller, ["contributor"]))).toBeNull();

  const [mine] = (await myRequests({ ...requester, controller })).requests;
  expect(mine?.promisedOn).toBe("2027-01-05");
  expect(JSON.stringify([mine?.clock.derivation, mine?.timing])).not.toContain("2027-01-07");
  expect(mine?.clock.derivation.at(-1)?.rule).toBe("promise_kept");
});

test("a changed policy that moves nothing is saved at once, names its new basis, and writes no change of a date", async () => {
  const reference = await referenceOf();
  const version = 1;
  const saved = saveSettings(admin, { version, settings: { ...SETTINGS, holidayPolicy: "statutory" } });
  expect(await saved).toEqual({ version: 2, moves: 0 });
  await worker();
  expect(await stored(reference)).toMatchObject({ holidayPolicy: "statutory", version: 1 });
  expect(await eventsOf(controller, reference, "request.clock_changed")).toEqual([]);
  expect(await newest()).toMatchObject({ state: "done", because: "settings", moved: 0 });
});

test("another law, a reading and the target recompute; what no clock runs by does not", async () => {
  const reference = await referenceOf();
  await settingsOf({ contactPhone: "08-123 45" });
  await settingsOf({ reminders: { days: [3], leadDays: 2, escalateDays: 1 } });
  expect(await newest()).toBeUndefined();
  expect(await settingsOf({ targetDaysBefore: 3 })).toMatchObject({ moves: 1 });
  await worker();
  const sql = `select "targetOn"::text as "on" from "RightsRequest" where "reference" = $1`;
  expect(await database.query("postgres", sql, [reference])).toEqual([{ on: "2027-01-02" }]);
  expect(await settingsOf({ targetDaysBefore: 3, readings: { identity: "restarts" } })).toMatchObject({
    moves: 0,
  });
  await worker();
  expect((await stored(reference))?.profile).toBe("gdpr-se;identity=restarts");
});

test("nothing is saved when fewer were told than would move, and the newest change has the last word", async () => {
  await referenceOf();
  await referenceOf();
  expect(await refusal(changeOwnDay(admin, { ...DAY, movesTold: 1 }))).toMatchObject({ moves: 2 });
  await changeOwnDay(admin, { ...DAY, movesTold: 2 });
  const first = await newest();
  await changeOwnDay(admin, { ...DAY, change: "restored", movesTold: 2 });
  const [second, superseded] = await newestRuns(controller.id, 2);
  expect(superseded).toMatchObject({ id: first?.id, state: "superseded", seen: 0 });
  await recomputeOpen(systemCtx(), superseded?.id ?? "");
  expect((await newestRuns(controller.id, 2))[1]).toMatchObject({ state: "superseded", seen: 0 });
  await worker();
  expect(await newest()).toMatchObject({ id: second?.id, state: "done", seen: 2, moved: 0 });
  const started = (await newestEvents(controller.id, 100)).filter(({ type }) => type === "clock.run_started");
  expect(started[0]?.facts).toMatchObject({ because: "own_day", superseded: first?.id });
});

test("a worker killed in the middle of a run: another goes on after the last batch, and nothing counts twice", async () => {
  const reference = await referenceOf();
  // 2,500 more of the same: two whole batches and a part of one.
  await database.query(
    "postgres",
    `insert into "RightsRequest" select (r).* from (
       select jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'reference', 'COPY' || n)) as r
       from "RightsRequest" r, generate_series(1, 2500) n where r."reference" = $1) copies`,
    [reference],
  );
  await changeOwnDay(admin, { ...DAY, movesTold: 10_000 });
  const killed = worker().catch((error: unknown) => error);
  for (let seen = 0; seen === 0; ) seen = (await newest())?.seen ?? 0;
  // What the database sees of a kill -9: the connections are gone, with what they had not committed.
  await database.query(
    "postgres",
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'habeas_app' and datname = $1`,
    [database.name],
  );
  expect(await killed).toBeInstanceOf(Error);
  const left = await newest();
  expect(left?.state).toBe("applying");
  expect([1_000, 2_000]).toContain(left?.seen);

  await Promise.all([worker(), worker()]);
  const run = await newest();
  expect(run).toMatchObject({ state: "done", seen: 2_501, moved: 2_501, total: 2_501 });
  expect(await runLines({ controllerId: controller.id, id: run?.id ?? "" }, 1, 10_000)).toHaveLength(2_501);
  const changed = (await newestEvents(controller.id, 10_000)).filter(
    ({ type }) => type === "request.clock_changed",
  );
  expect(new Set(changed.map(({ requestId }) => requestId)).size).toBe(2_501);
  expect(changed).toHaveLength(2_501);
});

test("only the administrator changes it, only the worker recomputes", async () => {
  await referenceOf();
  const officer = await staffCtxAt(controller, ["officer"]);
  expect(await refusal(changeOwnDay(officer, DAY))).toEqual({ code: "not_allowed" });
  await changeOwnDay(admin, { ...DAY, movesTold: 1 });
  expect(await refusal(recomputeOpen(admin, (await newest())?.id ?? ""))).toEqual({ code: "not_allowed" });
  expect(await refusal(oweWhereBehind(admin))).toEqual({ code: "not_allowed" });
  expect(await calendarPage(officer, { year: 0, page: 0, run: "" })).toMatchObject({ mayOpen: true });
});

test("an own day needs a reason, changes something, and is a version that stays", async () => {
  const change = (typed: object) => changeOwnDay(admin, typed);
  expect(await refusal(change({ ...DAY, reason: " " }))).toMatchObject({ code: "bad_input" });
  expect(await refusal(change({ change: "added", day: "2026-12-25", reason: "Juldagen" }))).toMatchObject({
    issues: [{ field: "day", message: "ownDay" }],
  });
  expect(await change(DAY)).toEqual({ version: 1 });
  expect(await change({ ...DAY, change: "restored", reason: "Lagen upphävd" })).toEqual({ version: 2 });
  const reference = await referenceOf();
  expect(await stored(reference)).toMatchObject({ ownCalendarVersion: 2, statutoryOn: "2027-01-05" });
});

// Last: it gives every controller of this file a newer calendar.
test("a calendar that came with a new version is found by the worker, once, and it goes on by itself", async () => {
  const reference = await referenceOf();
  await oweWhereBehind(systemCtx());
  expect(await newest()).toBeUndefined();
  const { version, official, ...calendar } = buildCalendar("SE", 2015, 2040);
  const newer = { ...calendar, version: version + 1, official: new Set([...official, DAY.day as never]) };
  await installCalendars(setupCtx(), [newer], "test");
  await oweWhereBehind(systemCtx());
  await oweWhereBehind(systemCtx());
  expect(await newestRuns(controller.id, 5)).toMatchObject([{ state: "applying", because: "behind" }]);
  await worker();
  expect(await stored(reference)).toMatchObject({ statutoryOn: "2027-01-07", calendarVersion: version + 1 });
  await oweWhereBehind(systemCtx());
  expect(await newestRuns(controller.id, 5)).toHaveLength(1);
});
