/** Commands that take a request and one of its notices take them in one order, so that none waits for another in a ring. */

import { askPausing } from "@/lib/commands/clock/ask-pausing";
import type { Ctx } from "@/lib/commands/context";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import { requestByReference } from "@/lib/db/request";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import { aController, staffCtxAt } from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { whileHeld } from "@/tests/support/held-request";

const database = useDatabase();

/** A request by post with a question that stops its time and has not gone yet. */
async function asked() {
  const controller = await aController();
  const officer = await staffCtxAt(controller, ["officer"]);
  const { reference, receipt } = await entered(officer);
  await verifyAddress(officer, { reference, how: "records" });
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

test("a request taken back while the posting of its letter is recorded: both end, in turn", async () => {
  const { officer, requester, reference, id, noticeId } = await asked();
  const [withdrawn, posted] = await whileHeld(database, id, [
    () => withdrawRequest(requester, { reference }),
    () => recordPosting(officer, { noticeId, postedOn: localDay(), how: "post" }),
  ]);
  expect(withdrawn).toMatchObject({ status: "fulfilled" });
  // The letter was taken back with the request before its posting could be recorded.
  expect(posted).toMatchObject({ reason: { refusal: { code: "wrong_state", state: "recalled" } } });
});

test("a request taken back while staff take its letter back: both end, in turn", async () => {
  const { officer, requester, reference, id, noticeId } = await asked();
  const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { id } });
  const [withdrawn, undone] = await whileHeld(database, id, [
    () => withdrawRequest(requester, { reference }),
    () => undoSend(officer, { reference, version, noticeId }),
  ]);
  expect(withdrawn).toMatchObject({ status: "fulfilled" });
  expect(undone).toMatchObject({ reason: { refusal: { code: "changed_meanwhile" } } });
});
