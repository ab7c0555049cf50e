import { Client } from "pg";
import { changeOwnDay } from "@/lib/commands/clock/change-own-day";
import { clockOf, currentBasis } from "@/lib/commands/clock/compute";
import { recomputeOpen } from "@/lib/commands/clock/recompute-open";
import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { controllerById } from "@/lib/db/controller";
import type { ClockEvent } from "@/lib/domain/clock/types";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Right } from "@/lib/domain/kernel/right";
import { readEnv } from "@/lib/env";
import { runsToGoOn } from "@/lib/queries/clock/runs-to-go-on";
import { type Figure, rounded } from "./figure";
import type { BenchInstallation } from "./installation";

/** Every so-manieth request had a question about identity that was answered: its clock has to be folded by itself. */
const PAUSED_EVERY = 5;
const DAYS_AHEAD = 15;
const DAY = 86_400_000;
const AIM = 1 / 4;

/**
 * Recomputes every open request after a day was added to the calendar: first counting what it would move, which is told
 * before the day is saved, then as the worker does it (dates, log and list of what moved), against a loop over the pure function alone for the same requests.
 */
export async function measureRecompute(of: BenchInstallation): Promise<Figure> {
  const client = new Client({ connectionString: of.urls.app });
  await client.connect();
  try {
    const paused = await addPauses(client, of.controller.id);
    const pure = await pureLoop(client, of);
    const ctx = administrator(of);
    const day = { change: "added", day: someWorkday(), reason: "Measured" };
    let told = 0;
    const counted = await timed(async () => {
      told = await movesToTell(() => changeOwnDay(ctx, day));
    });
    await changeOwnDay(ctx, { ...day, movesTold: told });
    const [runId = ""] = await runsToGoOn(system());
    const applied = await timed(() => recomputeOpen(system(), runId));
    const { rows } = await client.query(`select "state", "seen", "moved" from "ClockRun" where "id" = $1`, [
      runId,
    ]);
    const { state, seen, moved } = rows[0] as { state: string; seen: number; moved: number };
    if (state !== "done" || seen !== pure.requests || moved === 0 || moved !== told)
      throw new Error(
        `The run is ${state} after ${seen} of ${pure.requests} requests, ${moved} of them moved, ${told} told.`,
      );
    const rate = seen / applied;
    return {
      figure: "recompute of open requests after a calendar change",
      unit: "per second",
      requests: seen,
      withHistory: paused,
      moved,
      applied: rounded(rate),
      counted: rounded(seen / counted),
      pureLoop: rounded(pure.perSecond),
      ratio: rounded(rate / pure.perSecond, 3),
      aim: "at least a quarter of a loop over the pure function alone",
      met: rate / pure.perSecond >= AIM,
    };
  } finally {
    await client.end();
  }
}

/** How many requests a change would move, as it says before it is saved. */
async function movesToTell(change: () => Promise<unknown>): Promise<number> {
  try {
    await change();
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === "moves_dates") return error.refusal.moves;
    throw error;
  }
  throw new Error("the day was saved without a word about what it moves");
}

function administrator({ controller, officers }: BenchInstallation): Ctx {
  const [first] = officers;
  if (!first) throw new Error("there is no officer");
  const actor = { kind: "staff", staffId: first.id, roles: ["administrator"] } as const;
  return { ...system(), actor, controller };
}

function system(): InstallationCtx {
  return { actor: { kind: "system" }, now: () => new Date(), language: "en", baseUrl: readEnv().BASE_URL };
}

/** A Wednesday, Thursday or Friday in about two weeks: the last day of a good part of what is open. */
function someWorkday(): string {
  const date = new Date(Date.now() + DAYS_AHEAD * DAY);
  while (date.getUTCDay() < 3 || date.getUTCDay() > 5) date.setTime(date.getTime() + DAY);
  return date.toISOString().slice(0, 10);
}

async function addPauses(client: Client, controllerId: string): Promise<number> {
  const { rowCount } = await client.query(
    `insert into "ClockEvent" ("id", "controllerId", "requestId", "type", "occurredAt", "recordedAt", "recordedBy", "facts")
     select gen_random_uuid(), r."controllerId", r."id", e."type", r."receivedAt" + e."after", now(), 'seed:public', '{}'
     from (select *, row_number() over (order by "id") as "n" from "RightsRequest"
           where "controllerId" = $1 and "closedAt" is null) r
     cross join (values ('identity_requested', interval '1 day'), ('identity_received', interval '4 days'))
       as e("type", "after")
     where r."n" % $2 = 0`,
    [controllerId, PAUSED_EVERY],
  );
  return (rowCount ?? 0) / 2;
}

type Row = {
  readonly id: string;
  readonly right: Right;
  readonly receivedAt: Date;
  readonly events: ClockEvent[] | null;
};

/** The pure function for every open request with what happened to it, everything already in memory. */
async function pureLoop(
  client: Client,
  of: BenchInstallation,
): Promise<{ readonly requests: number; readonly perSecond: number }> {
  const controller = await controllerById(of.controller.id);
  if (!controller) throw new Error("the controller is gone");
  const basis = await currentBasis(controller);
  const { rows } = await client.query<Row>(
    `select r."id", r."right", r."receivedAt", e."events" from "RightsRequest" r
     left join (select "requestId", json_agg(json_build_object('id', "id", 'type', "type",
                  'occurredAt', to_char("occurredAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) as "events"
                from "ClockEvent" where "controllerId" = $1 group by 1) e on e."requestId" = r."id"
     where r."controllerId" = $1 and r."closedAt" is null`,
    [controller.id],
  );
  const { settings } = controller;
  const seconds = await timed(async () => {
    for (const { events, ...request } of rows)
      clockOf(basis, settings, { ...request, zone: settings.zone }, events ?? []);
  });
  return { requests: rows.length, perSecond: rows.length / seconds };
}

/** Seconds that something took. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
