/** Fees under the laws of the United Kingdom and Switzerland, the whole way: what the notice, payment and silence do to the time. */

import { letterText } from "@/emails/letters/letter-text";
import { answerObjection } from "@/lib/commands/fee/answer-objection";
import { chooseAboutFee } from "@/lib/commands/fee/choose";
import { recordPayment } from "@/lib/commands/fee/record-payment";
import { saveRateCard } from "@/lib/commands/fee/save-rate-card";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import { settleSilentFees } from "@/lib/commands/fee/settle-silent-fees";
import { waiveFee } from "@/lib/commands/fee/waive-fee";
import { recordReceived } from "@/lib/commands/request/record-received";
import { db } from "@/lib/db/client";
import { myFee } from "@/lib/queries/fee/my-fee";
import { useDatabase } from "@/tests/support/database";
import { aController, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import {
  anOffice,
  approved,
  asked,
  days,
  deliverAll,
  feeForm,
  feeOf,
  requestOf,
  seen,
} from "@/tests/support/fee";
import { noticeText } from "@/tests/support/notice-text";
import { eventsOf, refusal } from "@/tests/support/office";

useDatabase();

const NOON = "2026-03-02T12:00:00Z";
const UK = {
  profile: "uk-gdpr-eng",
  country: "GB",
  region: "GB-ENG",
  zone: "Europe/London",
  authority: "gbico",
};
const SWISS = {
  profile: "ch-fadp",
  country: "CH",
  region: "CH",
  zone: "Europe/Zurich",
  authority: "chedoeb",
};

/** A request of 2 March 2026 whose fee notice arrived the same day, or so many days later. */
async function noticed(of: typeof UK, quantities: string[], within: number, later = 0) {
  const office = await anOffice({ ...of, languages: ["sv", "en"] }, NOON);
  const { reference, requester } = await asked(office);
  days(office, later);
  await approved(office, reference, "fee");
  await sendFeeNotice(office.officer, await feeForm(office, reference, quantities, within));
  await deliverAll(office);
  const fee = await feeOf(office, reference);
  const clock = async () => {
    const { clockStatus, statutoryOn, state, outcome } = await requestOf(office, reference);
    return [clockStatus, statutoryOn, state, outcome];
  };
  const choose = (choice: string, text?: string) =>
    chooseAboutFee(
      { ...requester, now: office.officer.now },
      { choice, reference, fee: fee.id, ...(text ? { text } : {}) },
    );
  const about = async (fields: object) => ({ ...(await seen(office, reference)), feeId: fee.id, ...fields });
  const said = async () => {
    const shown = await myFee({ ...requester, now: office.officer.now }, reference);
    return shown ? letterText(shown.letter) : "";
  };
  const silence = () => settleSilentFees({ ...office.visitor, actor: { kind: "system" } });
  return { office, reference, fee, clock, choose, about, silence, said };
}

describe("in the United Kingdom", () => {
  test("the time waits for the payment: silence and a yes do not start it, the last penny does", async () => {
    const { office, reference, clock, choose, about, silence, said, fee } = await noticed(
      UK,
      ["10", "1,5"],
      14,
    );
    expect(await clock()).toEqual(["not_started", null, "open", null]);
    expect(await said()).toMatch(/börjar inte/);
    expect(await said()).not.toMatch(/dataskyddsförordningen|EES/);
    days(office, 15);
    await silence();
    expect(await feeOf(office, reference)).toMatchObject({ id: fee.id, state: "unanswered" });
    await choose("accept");
    expect(await clock()).toEqual(["not_started", null, "open", null]);
    const pay = async (amount: string, on: string) =>
      recordPayment(office.officer, await about({ amount, on, payment: "BACS" }));
    await pay("600", "2026-03-17");
    expect(await clock()).toEqual(["not_started", null, "open", null]);
    days(office, 3);
    await pay("25", "2026-03-20");
    expect(await clock()).toEqual(["running", "2026-04-20", "open", null]);
  });

  test("a choice that staff record is not from before the notice, and a request narrowed earlier starts with it", async () => {
    // Received on 2 March; the notice arrived on the 5th.
    const { office, reference, clock } = await noticed(UK, ["10", ""], 14, 3);
    days(office, 3);
    const record = async (kind: string, on: string) =>
      recordReceived(office.officer, {
        ...(await seen(office, reference)),
        ...{ kind, way: "post", on, text: "Letter" },
      });
    expect(await refusal(record("fee_accepted", "2026-03-04"))).toEqual({
      ...{ code: "bad_input", issues: [{ field: "on", message: "answerBeforeQuestion" }] },
    });
    await record("narrowing", "2026-03-04");
    expect(await clock()).toEqual(["running", "2026-04-07", "open", null]);
  });

  test("the time starts on the day of the payment, whenever it is written down and in whatever order", async () => {
    const late = await noticed(UK, ["10", "1,5"], 14);
    days(late.office, 25);
    const pay = async (amount: string, on: string) =>
      recordPayment(late.office.officer, await late.about({ amount, on, payment: "BACS" }));
    for (const on of ["1999-01-01", "2026-03-01"]) {
      expect(await refusal(pay("625", on))).toEqual({
        code: "bad_input",
        issues: [{ field: "on", message: "paidBeforeNotice" }],
      });
    }
    expect(await refusal(pay("625", "2026-03-28"))).toMatchObject({
      issues: [{ field: "on", message: "dateAhead" }],
    });
    await pay("600", "2026-03-17");
    await pay("25", "2026-03-12");
    expect(await late.clock()).toEqual(["running", "2026-04-17", "open", null]);
    const [line] = await eventsOf(late.office.controller, late.reference, "request.clock_changed").then(
      (lines) => lines.slice(-1),
    );
    expect(line?.facts).toMatchObject({ event: "fee_confirmed", before: null, after: "2026-04-17" });
  });

  // Art. 12A UK GDPR speaks of a fee that is charged: where none is, the month is that of Art. 12(3), from receipt.
  test("a fee that is given up, or was objected to rightly, counts as never asked, also where it was paid", async () => {
    const first = await noticed(UK, ["10", ""], 14);
    days(first.office, 8);
    await waiveFee(first.office.officer, await first.about({ reason: "Our mistake" }));
    expect(await first.clock()).toEqual(["running", "2026-04-02", "open", null]);
    const paid = await noticed(UK, ["10", ""], 14);
    days(paid.office, 8);
    await recordPayment(
      paid.office.officer,
      await paid.about({ amount: "25", on: "2026-03-10", payment: "BACS" }),
    );
    expect((await paid.clock())[1]).toBe("2026-04-10");
    await waiveFee(paid.office.officer, await paid.about({ reason: "Our mistake" }));
    expect(await paid.clock()).toEqual(["running", "2026-04-02", "open", null]);
    // The date once told does not go back for the requester; staff work to the earlier.
    expect(await requestOf(paid.office, paid.reference)).toMatchObject({
      ...{ promisedOn: "2026-04-10", workBy: "2026-04-02" },
    });
    const second = await noticed(UK, ["10", ""], 14);
    await second.choose("object", "No");
    days(second.office, 8);
    await answerObjection(
      second.office.officer,
      await second.about({ outcome: "given_in", text: "You are right" }),
    );
    await deliverAll(second.office);
    expect(await second.clock()).toEqual(["running", "2026-04-02", "open", null]);
  });
});

describe("in Switzerland", () => {
  test("there are ten days to think; a yes in them starts the 30 days when they are over", async () => {
    const { office, clock, choose, said, fee } = await noticed(SWISS, ["10", ""], 10);
    expect(fee).toMatchObject({ currency: "CHF", answerBy: "2026-03-12" });
    expect(await said()).toMatch(/25,00\sCHF[\s\S]*300,00\sCHF/);
    expect(await clock()).toEqual(["not_started", null, "open", null]);
    days(office, 4);
    await choose("accept");
    expect(await clock()).toEqual(["running", "2026-04-11", "open", null]);
  });

  test("a cost that is given up counts as never announced: the 30 days run from receipt", async () => {
    const { office, clock, about } = await noticed(SWISS, ["10", ""], 10);
    days(office, 4);
    await waiveFee(office.officer, await about({ reason: "Our mistake" }));
    expect(await clock()).toEqual(["running", "2026-04-01", "open", null]);
  });

  test("who says nothing in them has withdrawn, is told, owes nothing and can no longer say yes", async () => {
    const { office, reference, clock, choose, silence } = await noticed(SWISS, ["10", ""], 10);
    days(office, 10);
    await silence();
    expect(await clock()).toEqual(["not_started", null, "open", null]);
    days(office, 1);
    await silence();
    expect((await clock()).slice(2)).toEqual(["closed", "withdrawn"]);
    expect(await feeOf(office, reference)).toMatchObject({ state: "closed" });
    const { id: requestId } = await requestOf(office, reference);
    expect(await db().notice.count({ where: { kind: "withdrawal_confirmed", requestId } })).toBe(1);
    expect(await refusal(choose("accept"))).toMatchObject({ code: "wrong_state" });
  });

  test("more than CHF 300, other days than ten and another currency are refused", async () => {
    const office = await anOffice({ ...SWISS, languages: ["sv", "en"] }, NOON);
    const { reference } = await asked(office);
    await approved(office, reference, "fee");
    expect(await refusal(feeForm(office, reference, ["121", ""], 10))).toMatchObject({ code: "bad_input" });
    for (const within of [9, 11]) {
      expect(await refusal(feeForm(office, reference, ["120", ""], within))).toMatchObject({
        code: "bad_input",
      });
    }
    expect((await feeForm(office, reference, ["120", ""], 10)).answerBy).toBe("2026-03-12");
    const card = { version: 1, currency: "EUR", lines: [{ kind: "copying", label: {}, minor: "1" }] };
    expect(await refusal(saveRateCard(office.administrator, card))).toMatchObject({ code: "bad_input" });
  });
});

test.each([
  ["us-va", "US", "usvaag"],
  ["br-lgpd", "BR", "branpd"],
  ["ca-pipeda", "CA", "caopc"],
])(
  "under %s, whose fees are not built, there is no fee, whatever the settings say",
  async (profile, country, authority) => {
    const of = { profile, country, region: country, authority };
    const controller = await aController({ ...of, feeEnabled: true });
    const card = { version: 0, currency: "EUR", lines: [] };
    const administrator = await staffCtxAt(controller, ["administrator"]);
    expect(await refusal(saveRateCard(administrator, card))).toEqual({ code: "not_found" });
    const { receipt } = await filedAndConfirmed(publicCtxAt(controller));
    const notice = await db().notice.findFirstOrThrow({
      where: { filingId: receipt.filingId, kind: "receipt" },
    });
    expect(await noticeText(notice.id)).not.toMatch(/avgift/);
  },
);
