/** A changed calendar recomputes open requests: previewed first, listed, resumable, the promised date kept. */
import { applyRecompute, dropRecompute } from "@/lib/commands/clock/apply-recompute";
import { changeOwnDay } from "@/lib/commands/clock/change-own-day";
import { previewRecompute } from "@/lib/commands/clock/preview-recompute";
import { recomputeOpen } from "@/lib/commands/clock/recompute-open";
import type { Ctx } from "@/lib/commands/context";
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { newestRuns, runLines } from "@/lib/db/clock-run";
import { type Controller, controllerById } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import { useDatabase } from "@/tests/support/database";
import { aController, filed, publicCtxAt, SETTINGS, staffCtxAt } from "@/tests/support/desk";
import { eventsOf, refusal, systemCtx } from "@/tests/support/office";

const database = useDatabase();
/** Received on 5 December 2026 (Saturday): one month is 5 January 2027, a Tuesday that is no holiday in Sweden. */
const RECEIVED = () => new Date("2026-12-05T09:00:00Z");
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

test("an own day moves the statutory date, keeps the promise, and staff work to the earlier", async () => {
  const reference = await referenceOf();
  expect(await stored(reference)).toMatchObject({ statutoryOn: "2027-01-05", promisedOn: "2027-01-05" });
  await changeOwnDay(admin, { change: "added", day: "2027-01-05", reason: "Helgdag enligt särskild lag" });

  const { runId } = await previewRecompute(admin);
  await recomputeOpen(systemCtx(), runId);
  const run = { controllerId: controller.id, id: runId };
  expect(await runLines(run, 1, 10)).toEqual([
    expect.objectContaining({ reference, statutoryBefore: "2027-01-05", statutoryAfter: "2027-01-07" }),
  ]);
  expect(await stored(reference)).toMatchObject({ statutoryOn: "2027-01-05", ownCalendarVersion: null });

  await applyRecompute(admin, { runId });
  await recomputeOpen(systemCtx(), runId);
  // 6 January is Epiphany.
  expect(await stored(reference)).toMatchObject({
    statutoryOn: "2027-01-07",
    promisedOn: "2027-01-05",
    workBy: "2027-01-05",
    ownCalendarVersion: 1,
  });
  const [changed] = await eventsOf(controller, reference, "request.clock_changed");
  expect(changed?.facts).toMatchObject({ event: "recomputed", before: "2027-01-05", after: "2027-01-07" });
  expect((await newestRuns(controller.id, 1))[0]).toMatchObject({
    state: "done",
    total: 1,
    seen: 1,
    moved: 1,
  });
});

test("a changed policy that moves nothing still names its new basis, and writes no change of a date", async () => {
  const reference = await referenceOf();
  await saveSettings(admin, { version: 1, settings: { ...SETTINGS, holidayPolicy: "statutory" } });
  controller = (await controllerById(controller.id)) as Controller;
  const later = { ...admin, controller };
  const { runId } = await previewRecompute(later);
  await recomputeOpen(systemCtx(), runId);
  await applyRecompute(later, { runId });
  await recomputeOpen(systemCtx(), runId);
  expect(await stored(reference)).toMatchObject({ holidayPolicy: "statutory", version: 1 });
  expect(await eventsOf(controller, reference, "request.clock_changed")).toEqual([]);
});

test("a worker killed between two batches: another goes on where it stopped, and nothing is counted twice", async () => {
  for (let i = 0; i < 5; i++) await referenceOf();
  const { runId } = await previewRecompute(admin);
  const ids = await database.query<{ id: string }>(
    "postgres",
    `select "id" from "RightsRequest" where "controllerId" = $1 order by "id"`,
    [controller.id],
  );
  await database.query("postgres", `update "ClockRun" set "seen" = 2, "cursor" = $2 where "id" = $1`, [
    runId,
    ids[1]?.id,
  ]);
  await Promise.all([recomputeOpen(systemCtx(), runId), recomputeOpen(systemCtx(), runId)]);
  expect((await newestRuns(controller.id, 1))[0]).toMatchObject({ state: "previewed", seen: 5, moved: 0 });
});

test("one run at a time, only by the administrator, only from preview to change, and never twice", async () => {
  await referenceOf();
  const officer = await staffCtxAt(controller, ["officer"]);
  expect(await refusal(previewRecompute(officer))).toEqual({ code: "not_allowed" });
  const { runId } = await previewRecompute(admin);
  expect(await refusal(previewRecompute(admin))).toMatchObject({ code: "wrong_state" });
  expect(await refusal(applyRecompute(admin, { runId }))).toMatchObject({ code: "wrong_state" });
  expect(await refusal(recomputeOpen(admin, runId))).toEqual({ code: "not_allowed" });
  const stranger = await staffCtxAt(await aController(), ["administrator"]);
  expect(await refusal(dropRecompute(stranger, { runId }))).toEqual({ code: "not_found" });
  await dropRecompute(admin, { runId });
  expect(await refusal(applyRecompute(admin, { runId }))).toMatchObject({ code: "wrong_state" });
  expect(await previewRecompute(admin)).toMatchObject({ runId: expect.any(String) });
});

test("an own day needs a reason, changes something, and is a version that stays", async () => {
  const change = (typed: object) => changeOwnDay(admin, typed);
  expect(await refusal(change({ change: "added", day: "2027-01-05", reason: " " }))).toMatchObject({
    code: "bad_input",
  });
  expect(await refusal(change({ change: "added", day: "2026-12-25", reason: "Juldagen" }))).toMatchObject({
    issues: [{ field: "day", message: "ownDay" }],
  });
  expect(await change({ change: "added", day: "2027-01-05", reason: "Särskild lag" })).toEqual({
    version: 1,
  });
  expect(await change({ change: "restored", day: "2027-01-05", reason: "Lagen upphävd" })).toEqual({
    version: 2,
  });
  const reference = await referenceOf();
  expect(await stored(reference)).toMatchObject({ ownCalendarVersion: 2, statutoryOn: "2027-01-05" });
});
