/** A true call for every changing route of the clock. */
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { recordReceived } from "@/lib/commands/request/record-received";
import { localDay } from "@/tests/support/days";
import { type Call, type Ground, LETTER, type Ready } from "./ground";

const BASE = "/api/staff/[controller]/requests/[reference]";

/** A step on a request of its own; `before` brings it so far and returns the fields. */
const step =
  (name: string, before: (ground: Ground, reference: string) => Promise<object>): Ready =>
  async (ground) => {
    const { reference } = await ground.aRequest();
    const fields = await before(ground, reference);
    return ground.json(ground.everybody, `/api/staff/${ground.slug}/requests/${reference}/${name}`, fields);
  };

/** A question whose notice was accepted: the clock stands still. */
async function paused({ officer, database }: Ground, reference: string): Promise<void> {
  await askPausing(officer, {
    ...{ reference, version: 1, text: "Which years?", category: "period", reason: "Four registers" },
    largeQuantity: true,
  });
  await database.query(
    "postgres",
    `update "ClockEvent" set state = 'effective' where "requestId" = (select id from "RightsRequest" where reference = $1)`,
    [reference],
  );
}

const today = () => localDay();
const answer = () => ({ on: today(), way: "phone", reason: "They rang." });
const came = () => ({ on: today(), way: "phone", text: "They rang." });

/** A wrong record of an answer, and what is to be said of it. */
async function recorded(ground: Ground, reference: string, fields: object): Promise<object> {
  await paused(ground, reference);
  await recordReceived(ground.officer, { reference, version: 2, kind: "reply", ...came() });
  const sql = `select e.id as "corrects" from "ClockEvent" e join "RightsRequest" r on r.id = e."requestId"
    where r.reference = $1 and e.type = 'clarification_received'`;
  const wrong = await ground.one<{ corrects: string }>(sql, reference);
  return { version: 3, reason: "Somebody else.", ...fields, ...wrong };
}

export const CLOCK_CALLS: readonly Call[] = [
  [
    `${BASE}/send-extension`,
    "request.extension_asked",
    step("send-extension", async ({ everybody, json, slug }, reference) => {
      const base = `/staff/${slug}/requests/${reference}`;
      const text = { "reason-large_volume": "yes", specific: "Seven archives.", done: "Two are searched." };
      await json(everybody, `/api${base}/extension`, text)();
      const { text: page } = await everybody.get(`${base}/extend/preview`);
      const [, letter] = /name="letter" value="([0-9a-f]{64})"/.exec(page) ?? [];
      return { version: 1, letter };
    }),
  ],
  [
    `${BASE}/record`,
    "request.recorded",
    step("record", async (ground, reference) => {
      await paused(ground, reference);
      return { version: 2, kind: "reply", ...came() };
    }),
  ],
  [
    LETTER,
    "request.recorded",
    async (ground) => {
      const { reference } = await ground.aRequest();
      return ground.letter(reference, "withdrawal", { version: 1, ...came() });
    },
  ],
  [
    `${BASE}/correct-answer`,
    "request.clock_changed",
    step("correct-answer", (g, r) => recorded(g, r, answer())),
  ],
  [
    `${BASE}/take-back-answer`,
    "request.clock_changed",
    step("take-back-answer", (g, r) => recorded(g, r, {})),
  ],
  [
    `${BASE}/cancel-question`,
    "request.clock_changed",
    step("cancel-question", async (ground, reference) => {
      await paused(ground, reference);
      return { version: 2 };
    }),
  ],
  [
    "/api/staff/[controller]/settings/calendar-day",
    "calendar.own_day_changed",
    async ({ everybody, form, slug }) =>
      form(everybody, `/api/staff/${slug}/settings/calendar-day`, {
        ...{ change: "added", day: "2027-01-05", reason: "A law of its own.", movesTold: "1000" },
      }),
  ],
  [
    "/api/staff/[controller]/settings/reminders",
    "settings.changed",
    async ({ everybody, form, one, ctx, slug }) => {
      const sql = `select "settingsVersion"::text as "version" from "Controller" where id = $1`;
      const { version } = await one<{ version: string }>(sql, ctx.controller.id);
      const plan = { days: "3, 14", leadDays: String(Number(version) % 20), escalateDays: "2" };
      return form(everybody, `/api/staff/${slug}/settings/reminders`, { version, ...plan });
    },
  ],
];
