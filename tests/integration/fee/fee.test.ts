/** The fee from its notice to its end (GDPR Art. 12(5)(a)): nothing is due before the requester chose. */
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { answerObjection } from "@/lib/commands/fee/answer-objection";
import { chooseAboutFee } from "@/lib/commands/fee/choose";
import { dropAssessment } from "@/lib/commands/fee/drop-assessment";
import { recallFeeNotice } from "@/lib/commands/fee/recall-fee-notice";
import { recordPayment } from "@/lib/commands/fee/record-payment";
import { refundFee } from "@/lib/commands/fee/refund-fee";
import { saveRateCard } from "@/lib/commands/fee/save-rate-card";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import { settleSilentFees } from "@/lib/commands/fee/settle-silent-fees";
import { waiveFee } from "@/lib/commands/fee/waive-fee";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { undoSend } from "@/lib/commands/notice/undo-send";
import { recordReceived } from "@/lib/commands/request/record-received";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { standingAssessment } from "@/lib/db/assessment";
import { db } from "@/lib/db/client";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requestPage } from "@/lib/queries/request/request-page";
import { useDatabase } from "@/tests/support/database";
import { entered } from "@/tests/support/entry";
import {
  anOffice,
  approved,
  asked,
  charged,
  days,
  deliverAll,
  feeForm,
  feeOf,
  type Office,
  requestOf,
  seen,
} from "@/tests/support/fee";
import { askIdentity } from "@/tests/support/identity";
import { noticeText } from "@/tests/support/notice-text";
import { changes, eventsOf, refusal } from "@/tests/support/office";

useDatabase();
let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
beforeEach(() => {
  office.clock.at = new Date("2026-03-02T09:00:00Z");
});

const worker = () => ({ ...office.visitor, actor: { kind: "system" } }) as const;

async function about(reference: string, fields: object = {}) {
  return { ...(await seen(office, reference)), feeId: (await feeOf(office, reference)).id, ...fields };
}

test("the notice is pending until it was accepted; then the requester may choose, and the clock of the EU runs on", async () => {
  const { reference, requester } = await asked(office);
  await approved(office, reference, "fee");
  const before = await requestOf(office, reference);
  await sendFeeNotice(office.officer, await feeForm(office, reference));
  const fee = await feeOf(office, reference);
  expect(fee).toMatchObject({
    state: "pending",
    totalMinor: 62_500,
    currency: "SEK",
    answerBy: "2026-03-16",
  });
  const early = { choice: "accept", reference, fee: fee.id };
  expect(await refusal(chooseAboutFee(requester, early))).toEqual({ code: "not_found" });

  await deliverAll(office);
  expect(await feeOf(office, reference)).toMatchObject({ state: "open" });
  const after = await requestOf(office, reference);
  expect([after.statutoryOn, after.clockStatus]).toEqual([before.statutoryOn, "running"]);
  expect(after.waitingSince).not.toBeNull();
  await chooseAboutFee(requester, early);
  expect(await feeOf(office, reference)).toMatchObject({ state: "accepted" });
  expect(await refusal(chooseAboutFee(requester, early))).toMatchObject({ code: "wrong_state" });
  expect((await eventsOf(office.controller, reference, "fee.noticed"))[0]?.facts).toMatchObject({
    currency: "SEK",
    minor: 62_500,
    lines: [2_500, 60_000],
  });
});

test("it can be taken back before it leaves, and another be sent", async () => {
  const { reference } = await asked(office);
  await approved(office, reference, "fee");
  await sendFeeNotice(office.officer, await feeForm(office, reference));
  expect(
    await refusal(feeForm(office, reference).then((form) => sendFeeNotice(office.officer, form))),
  ).toEqual({
    code: "wrong_state",
    state: "fee_pending",
  });
  await recallFeeNotice(office.officer, await about(reference));
  await deliverAll(office);
  expect(await feeOf(office, reference)).toMatchObject({ state: "recalled", effectiveAt: null });
  await sendFeeNotice(office.officer, await feeForm(office, reference, ["10", ""]));
  expect(await feeOf(office, reference)).toMatchObject({ state: "pending", totalMinor: 2_500 });
});

test("paid in parts, too much, given back and given up", async () => {
  const { reference } = await asked(office);
  await charged(office, reference);
  const pay = async (amount: string) =>
    recordPayment(office.officer, await about(reference, { amount, on: "2026-03-02", payment: "BG 1" }));
  await pay("600");
  expect(await feeOf(office, reference)).toMatchObject({ state: "accepted" });
  await pay("50");
  expect(await feeOf(office, reference)).toMatchObject({ state: "paid" });
  expect((await eventsOf(office.controller, reference, "fee.paid")).map(({ facts }) => facts)).toMatchObject([
    { minor: 60_000, outstanding: 2_500, over: 0 },
    { minor: 5_000, outstanding: 0, over: 2_500 },
  ]);
  const refund = async (amount: string) =>
    refundFee(
      office.officer,
      await about(reference, { amount, on: "2026-03-02", payment: "BG 2", reason: "För mycket betalt" }),
    );
  expect(await refusal(refund("650,01"))).toMatchObject({ code: "bad_input" });
  for (const [on, message] of [
    ["2027-12-31", "dateAhead"],
    ["2026-03-01", "refundBeforePayment"],
  ]) {
    const typed = await about(reference, { amount: "25", on, payment: "BG 2", reason: "x" });
    expect(await refusal(refundFee(office.officer, typed))).toEqual({
      code: "bad_input",
      issues: [{ field: "on", message }],
    });
  }
  await refund("25");
  expect(await feeOf(office, reference)).toMatchObject({ state: "paid" });
  await waiveFee(office.officer, await about(reference, { reason: "Vi hade fel" }));
  const where = { requestId: (await requestOf(office, reference)).id, kind: "fee_dropped" };
  const told = await noticeText((await db().notice.findFirstOrThrow({ where })).id);
  expect(told).toMatch(/inte skyldig något.*redan har betalat får du tillbaka.*fortsätter med din begäran/s);
  await refund("625");
  expect(await feeOf(office, reference)).toMatchObject({ state: "waived" });
  expect(await refusal(refund("0,01"))).toMatchObject({ code: "bad_input" });
  const of = { controllerId: office.controller.id, requestId: (await requestOf(office, reference)).id };
  expect(await standingAssessment(of)).toBeNull();
  const tomorrow = await about(reference, { amount: "1", on: "2026-03-03", payment: "x" });
  expect(await refusal(recordPayment(office.officer, tomorrow))).toMatchObject({ code: "wrong_state" });
});

test("narrowed: fee and finding fall, and the request comes back to the desk", async () => {
  const { reference, requester } = await asked(office);
  const fee = await charged(office, reference);
  await chooseAboutFee(requester, { choice: "narrow", reference, fee: fee.id, text: "Bara 2025" });
  expect(await feeOf(office, reference)).toMatchObject({ state: "narrowed" });
  const request = await requestOf(office, reference);
  expect([request.waitingSince, request.repliedAt]).toEqual([null, office.clock.at]);
  const again = feeForm(office, reference).then((form) => sendFeeNotice(office.officer, form));
  expect(await refusal(again)).toEqual({ code: "no_approved_finding" });
});

test("narrowed: a clock that stood still for what was meant goes on", async () => {
  const { reference, requester } = await asked(office);
  const fee = await charged(office, reference);
  await askPausing(office.officer, {
    ...{ ...(await seen(office, reference)), text: "Vilka år?", choices: "" },
    ...{ category: "period", reason: "Fyra register", largeQuantity: true },
  });
  await deliverAll(office);
  expect((await requestOf(office, reference)).clockStatus).toBe("paused");
  await chooseAboutFee(requester, { choice: "narrow", reference, fee: fee.id, text: "Bara 2025" });
  expect(await requestOf(office, reference)).toMatchObject({ clockStatus: "running", waitingSince: null });
});

test("what is left of a narrowed request stands where it is worked: in the thread, on both sides", async () => {
  const { reference, requester } = await asked(office);
  const fee = await charged(office, reference);
  await chooseAboutFee(requester, { choice: "narrow", reference, fee: fee.id, text: "Bara 2026." });
  const [line, ...more] = (await requestPage(office.officer, reference)).thread;
  expect(line).toMatchObject({ kind: "narrowing", text: "Bara 2026.", author: null, way: null });
  expect(more).toEqual([]);
  const [own] = (await myRequests(requester)).requests;
  expect(own?.thread).toMatchObject([{ kind: "narrowing", text: "Bara 2026.", way: null }]);

  const other = await asked(office);
  await charged(office, other.reference);
  const came = { kind: "narrowing", way: "phone", on: "2026-03-02", text: "Bara fakturorna." };
  await recordReceived(office.officer, { ...(await seen(office, other.reference)), ...came });
  expect((await requestPage(office.officer, other.reference)).thread).toMatchObject([
    { kind: "narrowing", text: "Bara fakturorna.", way: "phone" },
  ]);
});

test("narrowed while an objection waits: fee and finding fall, and its answer does not leave any more", async () => {
  const { reference, requester } = await asked(office);
  const fee = await charged(office, reference);
  await chooseAboutFee(requester, { choice: "object", reference, fee: fee.id, text: "Det stämmer inte" });
  const upheld = { outcome: "upheld", text: "Vi står fast", answerBy: "2026-03-25" };
  await answerObjection(office.officer, await about(reference, upheld));
  const came = { kind: "narrowing", way: "phone", on: "2026-03-02", text: "Bara 2026." };
  await recordReceived(office.officer, { ...(await seen(office, reference)), ...came });
  expect(await feeOf(office, reference)).toMatchObject({ state: "narrowed" });
  const { id } = await requestOf(office, reference);
  expect(await standingAssessment({ controllerId: office.controller.id, requestId: id })).toBeNull();
  const kind = "fee_objection_answered";
  expect(await db().notice.findFirst({ where: { requestId: id, kind } })).toMatchObject({
    state: "recalled",
  });
});

test("an objection is what comes next until somebody answered it, whatever else is asked and undone", async () => {
  const { reference, requester } = await asked(office);
  await deliverAll(office);
  const fee = await charged(office, reference);
  expect((await requestPage(office.officer, reference)).next).toContain("await_fee_choice");
  await chooseAboutFee(requester, { choice: "object", reference, fee: fee.id, text: "Det stämmer inte" });
  const named = { standing: "replied", next: ["answer_fee_objection", "assign", "decide"] };
  expect(await requestPage(office.officer, reference)).toMatchObject(named);

  await askIdentity(office.officer, reference);
  expect((await requestPage(office.officer, reference)).next).toContain("answer_fee_objection");
  const { id } = await requestOf(office, reference);
  const demand = await db().notice.findFirstOrThrow({ where: { requestId: id, kind: "identity_request" } });
  await undoSend(office.officer, { ...(await seen(office, reference)), noticeId: demand.id });
  expect(await requestPage(office.officer, reference)).toMatchObject(named);

  const answer = { outcome: "upheld", text: "Vi står fast", answerBy: "2026-03-25" };
  await answerObjection(office.officer, await about(reference, answer));
  const answered = await requestPage(office.officer, reference);
  expect(answered).toMatchObject({ standing: "open", next: ["assign", "decide"] });
});

test("what somebody chose by letter or phone is recorded by staff and does the same", async () => {
  const { reference } = await asked(office);
  await charged(office, reference);
  const came = { way: "post", on: "2026-03-02" };
  const { feeId: _, ...seen } = await about(reference, {
    ...came,
    kind: "narrowing",
    text: "Brev: bara 2025",
  });
  await recordReceived(office.officer, seen);
  expect(await feeOf(office, reference)).toMatchObject({ state: "narrowed" });
  const [narrowed] = await eventsOf(office.controller, reference, "fee.narrowed");
  expect(narrowed?.actor).toBe(`staff:${office.officer.staffId}`);
});

test("objected: suspended until a person answered; silence does nothing meanwhile", async () => {
  const { reference, requester } = await asked(office);
  const fee = await charged(office, reference);
  await chooseAboutFee(requester, { choice: "object", reference, fee: fee.id, text: "Det stämmer inte" });
  days(office, 20);
  await settleSilentFees(worker());
  expect(await feeOf(office, reference)).toMatchObject({ state: "objected" });
  const answer = { outcome: "upheld", text: "Vi står fast", answerBy: "2026-03-25" };
  expect(await refusal(answerObjection(office.officer, await about(reference, answer)))).toMatchObject({
    code: "bad_input",
    issues: [{ field: "answerBy", message: "answerByEarly", values: { first: "2026-04-01" } }],
  });
  const stands = { ...answer, answerBy: "2026-04-01" };
  await answerObjection(office.officer, await about(reference, stands));
  // It happens when its notice was accepted, and one at a time.
  expect(await feeOf(office, reference)).toMatchObject({ state: "objected" });
  const second = about(reference, stands).then((typed) => answerObjection(office.officer, typed));
  expect(await refusal(second)).toMatchObject({ code: "wrong_state" });
  await deliverAll(office);
  expect(await feeOf(office, reference)).toMatchObject({ state: "open", answerBy: "2026-04-01" });
  await chooseAboutFee(requester, { choice: "object", reference, fee: fee.id, text: "Fortfarande nej" });
  await answerObjection(office.officer, await about(reference, { outcome: "given_in", text: "Du har rätt" }));
  await deliverAll(office);
  expect(await feeOf(office, reference)).toMatchObject({ state: "waived" });
});

test("a day that passed does what the EU says of silence and nothing else, once, in the zone of the filing", async () => {
  const { reference, requester } = await asked(office);
  const fee = await charged(office, reference);
  const before = await requestOf(office, reference);
  // 23:59 in Stockholm on the last day.
  office.clock.at = new Date("2026-03-16T22:59:00Z");
  await settleSilentFees(worker());
  expect(await feeOf(office, reference)).toMatchObject({ state: "open" });
  office.clock.at = new Date("2026-03-16T23:01:00Z");
  await settleSilentFees(worker());
  await settleSilentFees(worker());
  expect(await feeOf(office, reference)).toMatchObject({ state: "unanswered" });
  expect(await eventsOf(office.controller, reference, "fee.unanswered")).toHaveLength(1);
  const after = await requestOf(office, reference);
  expect([after.state, after.statutoryOn, after.clockStatus]).toEqual([
    "open",
    before.statutoryOn,
    "running",
  ]);
  await chooseAboutFee(requester, { choice: "accept", reference, fee: fee.id });
  expect(await feeOf(office, reference)).toMatchObject({ state: "accepted" });
});

test("mail that took its time takes nothing from the days to answer", async () => {
  const { reference } = await asked(office);
  await approved(office, reference, "fee");
  await sendFeeNotice(office.officer, await feeForm(office, reference, ["10", ""], 10));
  days(office, 4);
  await deliverAll(office);
  expect(await feeOf(office, reference)).toMatchObject({ state: "open", answerBy: "2026-03-16" });
});

test("taken back: the fee is owed no more", async () => {
  const { reference, requester } = await asked(office);
  await charged(office, reference);
  await withdrawRequest(requester, { reference });
  expect(await feeOf(office, reference)).toMatchObject({ state: "closed" });
});

test("too early, too late or nothing to pay is refused with the field, and a finding under a fee cannot be dropped", async () => {
  const { reference } = await asked(office);
  await approved(office, reference, "fee");
  for (const [quantities, within] of [
    [["", ""], 14],
    [["1", ""], 9],
    [["1", ""], 61],
  ] as const) {
    const refused = await refusal(feeForm(office, reference, [...quantities], within));
    expect(refused).toMatchObject({ code: "bad_input" });
  }
  await sendFeeNotice(office.officer, await feeForm(office, reference));
  const drop = dropAssessment(office.officer, { ...(await seen(office, reference)), reason: "Nej" });
  expect(await refusal(drop)).toEqual({ code: "wrong_state", state: "fee_pending" });
});

test("where the controller promised to charge nothing, there is no fee anywhere", async () => {
  const free = await anOffice({ feeEnabled: false });
  const { reference } = await asked(free);
  const before = await changes(free.controller);
  expect(await refusal(approved(free, reference, "fee"))).toEqual({ code: "not_found" });
  const card = { version: 0, currency: "SEK", lines: [] };
  expect(await refusal(saveRateCard(free.administrator, card))).toEqual({ code: "not_found" });
  expect(await refusal(feeForm(free, reference))).toEqual({ code: "not_found" });
  expect(await changes(free.controller)).toEqual(before);
});

test("another controller's people and requests are not there", async () => {
  const { reference } = await asked(office);
  const fee = await charged(office, reference);
  const elsewhere = await anOffice();
  const their = await asked(elsewhere);
  expect(
    await refusal(chooseAboutFee(their.requester, { choice: "accept", reference, fee: fee.id })),
  ).toEqual({ code: "not_found" });
  const waiver = { reference, version: 1, feeId: fee.id, reason: "x" };
  expect(await refusal(waiveFee(elsewhere.officer, waiver))).toEqual({ code: "not_found" });
});

test("the answer to an objection is in the letter of somebody who has no mailbox", async () => {
  const { reference } = await entered(office.officer);
  await verifyAddress(office.officer, { reference, how: "records" });
  await approved(office, reference, "fee");
  await sendFeeNotice(office.officer, await feeForm(office, reference));
  const letterOf = (kind: string) =>
    db().notice.findFirstOrThrow({ where: { controllerId: office.controller.id, kind, state: "to_post" } });
  const { id: noticeId } = await letterOf("fee_notice");
  await recordPosting(office.officer, { noticeId, postedOn: "2026-03-02", how: "post" });
  const no = { kind: "fee_objection", way: "post", on: "2026-03-02", text: "Brev: nej" };
  const { feeId: _, ...typed } = await about(reference, no);
  await recordReceived(office.officer, typed);
  const said = "Vi står fast.\n\nSkälet är detsamma som förut.";
  await answerObjection(
    office.officer,
    await about(reference, { outcome: "upheld", text: said, answerBy: "2026-04-01" }),
  );
  const { id } = await letterOf("fee_objection_answered");
  for (const part of [
    "Skälet är detsamma som förut.",
    "1 april 2026",
    "Ange referensen",
    "dpo@exempelbolaget.test",
  ]) {
    expect(await noticeText(id)).toContain(part);
  }
});
