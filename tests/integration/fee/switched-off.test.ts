/** A controller that promises to charge nothing does not go on charging: fees that stand end, and who was told is told. */
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { chooseAboutFee } from "@/lib/commands/fee/choose";
import { endFeesSwitchedOff } from "@/lib/commands/fee/end-switched-off";
import { recordPayment } from "@/lib/commands/fee/record-payment";
import { refundFee } from "@/lib/commands/fee/refund-fee";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { standingAssessment } from "@/lib/db/assessment";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { controllerById } from "@/lib/db/controller";
import { useDatabase } from "@/tests/support/database";
import { entered } from "@/tests/support/entry";
import {
  anOffice,
  approved,
  asked,
  charged,
  deliverAll,
  feeForm,
  feeOf,
  type Office,
  requestOf,
  seen,
} from "@/tests/support/fee";
import { noticeText } from "@/tests/support/notice-text";
import { eventsOf, refusal } from "@/tests/support/office";

useDatabase();

const worker = (office: Office) => ({ ...office.visitor, actor: { kind: "system" } }) as const;

async function switchOff(office: Office, feesTold?: number) {
  const controller = (await controllerById(office.controller.id)) as Controller;
  const typed = {
    version: controller.settingsVersion,
    settings: { ...controller.settings, feeEnabled: false },
    ...(feesTold === undefined ? {} : { feesTold }),
  };
  return saveSettings({ ...office.administrator, controller }, typed);
}

const told = async (office: Office, reference: string) => {
  const { id } = await requestOf(office, reference);
  return db().notice.findMany({ where: { requestId: id, kind: "fee_dropped" } });
};

test("how many fees stand is said first; then what is unpaid is given up, its requesters are told, and the request goes on", async () => {
  const office = await anOffice();
  const open = await asked(office);
  await charged(office, open.reference);
  const objected = await asked(office);
  const fee = await charged(office, objected.reference);
  const choice = { choice: "object", reference: objected.reference, fee: fee.id, text: "Nej" };
  await chooseAboutFee(objected.requester, choice);
  const paid = await asked(office);
  const whole = await charged(office, paid.reference);
  const payment = { amount: "625", on: "2026-03-02", payment: "OCR 1" };
  await recordPayment(office.officer, {
    ...(await seen(office, paid.reference)),
    feeId: whole.id,
    ...payment,
  });
  const waiting = await asked(office);
  await approved(office, waiting.reference, "fee");
  await sendFeeNotice(office.officer, await feeForm(office, waiting.reference));

  expect(await refusal(switchOff(office))).toEqual({ code: "ends_fees", standing: 4, paid: 1 });
  expect(await refusal(switchOff(office, 3))).toMatchObject({ standing: 4 });
  await switchOff(office, 4);

  const standing = await feeOf(office, open.reference);
  const controller = (await controllerById(office.controller.id)) as Controller;
  const accept = { choice: "accept", reference: open.reference, fee: standing.id };
  expect(await refusal(chooseAboutFee({ ...open.requester, controller }, accept))).toEqual({
    ...{ code: "wrong_state", state: "fee_waived" },
  });
  await endFeesSwitchedOff(worker(office));
  await endFeesSwitchedOff(worker(office));
  const states = await Promise.all(
    [open, objected, waiting, paid].map(async ({ reference }) => (await feeOf(office, reference)).state),
  );
  expect(states).toEqual(["waived", "waived", "recalled", "paid"]);
  for (const { reference } of [open, objected]) {
    const [notice, ...more] = await told(office, reference);
    expect(more).toEqual([]);
    expect(await noticeText(notice?.id ?? "")).toMatch(/inte skyldig något.*fortsätter med din begäran/s);
    expect(await requestOf(office, reference)).toMatchObject({ state: "open", waitingSince: null });
    const [event] = await eventsOf(office.controller, reference, "fee.waived");
    expect(event).toMatchObject({ actor: "system", facts: { rule: "fees_off" } });
    const requestId = (await requestOf(office, reference)).id;
    expect(await standingAssessment({ controllerId: office.controller.id, requestId })).toBeNull();
  }
  // Whose notice never left was told of no fee, and is told of no end.
  expect(await told(office, waiting.reference)).toEqual([]);
  expect(await told(office, paid.reference)).toEqual([]);
  const refund = { ...payment, reason: "Vi tar inte ut avgifter." };
  await refundFee(office.officer, { ...(await seen(office, paid.reference)), feeId: whole.id, ...refund });
  expect(await feeOf(office, paid.reference)).toMatchObject({ state: "refunded" });
});

test("where fees go on, or none stands, nothing is asked and nothing ends", async () => {
  const office = await anOffice();
  const { reference } = await asked(office);
  await charged(office, reference);
  await endFeesSwitchedOff(worker(office));
  expect(await feeOf(office, reference)).toMatchObject({ state: "open" });
  const none = await anOffice();
  await switchOff(none);
});

test("where the time waited for the fee, it counts as never asked for", async () => {
  const english = { country: "GB", region: "GB-ENG", zone: "Europe/London", authority: "gbico" };
  const office = await anOffice({ ...english, profile: "uk-gdpr-eng" });
  const { reference } = await asked(office);
  const before = await requestOf(office, reference);
  await charged(office, reference);
  expect((await requestOf(office, reference)).clockStatus).toBe("not_started");
  await switchOff(office, 1);
  await endFeesSwitchedOff(worker(office));
  const after = await requestOf(office, reference);
  expect([after.clockStatus, after.statutoryOn]).toEqual(["running", before.statutoryOn]);
});

test("somebody without a mailbox is told by post", async () => {
  const office = await anOffice();
  const { reference } = await entered(office.officer, { receivedOn: "2026-03-01" });
  await verifyAddress(office.officer, { reference, how: "records" });
  await approved(office, reference, "fee");
  await sendFeeNotice(office.officer, await feeForm(office, reference));
  const { noticeId } = await feeOf(office, reference);
  await recordPosting(office.officer, { noticeId, postedOn: "2026-03-02", how: "post" });
  await switchOff(office, 1);
  await endFeesSwitchedOff(worker(office));
  expect(await told(office, reference)).toMatchObject([{ state: "to_post" }]);
  await deliverAll(office);
});
