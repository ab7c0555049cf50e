/** Commands that take a request and one of its notices take them in one order, so that none waits for another in a ring. */
import { Client } from "pg";
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import type { Ctx } from "@/lib/commands/context";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import { requestByReference } from "@/lib/db/request";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import { aController, staffCtxAt } from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";

const database = useDatabase();

/** A request by post with a question that stops its time and has not gone yet. */
async function asked() {
  const controller = await aController();
  const officer = await staffCtxAt(controller, ["officer"]);
  const { reference, receipt } = await entered(officer);
  const requester: Ctx = { ...officer, actor: { kind: "requester", filingId: receipt.filingId } };
  const { id, version } = (await requestByReference(controller.id, reference)) as NonNullable<
    Awaited<ReturnType<typeof requestByReference>>
  >;
  await askPausing(officer, {
    ...{ reference, version, text: "Vilka år?", choices: "" },
    ...{ category: "period", reason: "Fyra register", largeQuantity: true },
  });
  const notice = await db().notice.findFirstOrThrow({ where: { requestId: id, kind: "question_pause" } });
  return { controller, officer, requester, reference, id, filingId: receipt.filingId, noticeId: notice.id };
}

/** Holds a request's row until both have begun and wait in a row, the first of them for that request. */
async function oneAfterTheOther(id: string, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const holder = new Client({ connectionString: database.url("postgres") });
  await holder.connect();
  try {
    await holder.query("begin");
    await holder.query(`select 1 from "RightsRequest" where "id" = $1 for update`, [id]);
    const began = [first()];
    await untilWaiting(1);
    began.push(second());
    await untilWaiting(2);
    await holder.query("commit");
    return await Promise.allSettled(began);
  } finally {
    await holder.end();
  }
}

async function untilWaiting(many: number): Promise<void> {
  const sql = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await database.query<{ n: number }>("postgres", sql);
    if ((row?.n ?? 0) >= many) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${many} should have waited by now`);
}

test("a request taken back while the posting of its letter is recorded: both end, in turn", async () => {
  const { officer, requester, reference, id, noticeId } = await asked();
  const [withdrawn, posted] = await oneAfterTheOther(
    id,
    () => withdrawRequest(requester, { reference }),
    () => recordPosting(officer, { noticeId, postedOn: localDay(), how: "post" }),
  );
  expect(withdrawn).toMatchObject({ status: "fulfilled" });
  // The letter was taken back with the request before its posting could be recorded.
  expect(posted).toMatchObject({ reason: { refusal: { code: "wrong_state", state: "recalled" } } });
});

test("a request taken back while staff take its letter back: both end, in turn", async () => {
  const { officer, requester, reference, id, noticeId } = await asked();
  const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { id } });
  const [withdrawn, undone] = await oneAfterTheOther(
    id,
    () => withdrawRequest(requester, { reference }),
    () => undoSend(officer, { reference, version, noticeId }),
  );
  expect(withdrawn).toMatchObject({ status: "fulfilled" });
  expect(undone).toMatchObject({ reason: { refusal: { code: "changed_meanwhile" } } });
});
