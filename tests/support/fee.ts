/** An office where a request can be assessed and charged for, and the ways through it. */
import type { Ctx } from "@/lib/commands/context";
import { approveAssessment } from "@/lib/commands/fee/approve-assessment";
import { feeBasis, prepareFee } from "@/lib/commands/fee/prepare-fee";
import { proposeAssessment } from "@/lib/commands/fee/propose-assessment";
import { saveAssessment } from "@/lib/commands/fee/save-assessment";
import { saveRateCard } from "@/lib/commands/fee/save-rate-card";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome, type SendOutcome } from "@/lib/commands/notice/record-outcome";
import { db } from "@/lib/db/client";
import { type Fee, feesOf } from "@/lib/db/fee";
import { filingById } from "@/lib/db/filing";
import { type RightsRequest, requestByReference } from "@/lib/db/request";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { Proposal } from "@/lib/domain/fee/assessment";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";

export const WRITTEN = {
  ground: "excessive",
  facts: "Den 3 februari skrev du att du skulle begära registerutdrag varje dag tills vi betalar.",
  evidence: "Brev den 3 februari, diariet\nKopia av svaret den 10 februari",
  sign: "announced_harm",
  shown: "Du skrev själv att syftet är att belasta oss.",
  against: "Nya uppgifter kan ha kommit till, men inga har gjort det sedan den 10 februari.",
  narrow: "Vi bad om en snävare begäran och fick nej.",
  noFee: "En avgift ändrar inte syftet.",
  exceptional: "Syftet framgår av brevet.",
} as const;

/** A controller with a rate card, and somebody in each part; every instant is that of `clock.at`. */
export async function anOffice(settings: Partial<ControllerSettings> = {}, at = "2026-03-02T09:00:00Z") {
  const clock = { at: new Date(at) };
  const now = () => clock.at;
  const controller = await aController(settings);
  const [officer, second, dpo, administrator, both] = await Promise.all([
    staffCtxAt(controller, ["officer"], now),
    staffCtxAt(controller, ["officer"], now),
    staffCtxAt(controller, ["dpo"], now),
    staffCtxAt(controller, ["administrator"], now),
    staffCtxAt(controller, ["officer", "dpo", "administrator"], now),
  ]);
  const visitor = publicCtxAt(controller, now);
  if (controller.settings.feeEnabled) {
    await saveRateCard(administrator, {
      version: 0,
      currency: controller.settings.profile.startsWith("ch-") ? "CHF" : "SEK",
      lines: [
        { kind: "copying", label: { sv: "Kopior", en: "Copies" }, minor: "2,50" },
        { kind: "handling", label: { sv: "Handläggning", en: "Handling" }, minor: "400" },
      ],
    });
  }
  return { clock, controller, officer, second, dpo, administrator, both, visitor };
}

export type Office = Awaited<ReturnType<typeof anOffice>>;

/** A confirmed request for access, and its requester. */
export async function asked(office: Office, email?: string) {
  const { reference, requester, receipt } = await filedAndConfirmed(
    office.visitor,
    aFiling([ACCESS], email ? { email } : {}),
  );
  return { reference, requester, filingId: receipt.filingId };
}

export async function requestOf(office: Office, reference: string): Promise<RightsRequest> {
  return (await requestByReference(office.controller.id, reference)) as RightsRequest;
}

/** Which request, as it is now. */
export async function seen(office: Office, reference: string) {
  return { reference, version: (await requestOf(office, reference)).version };
}

/** Written by the officer and sent to a second person. */
export async function proposed(
  office: Office,
  reference: string,
  proposal: Proposal = "refuse",
  author: Ctx = office.officer,
): Promise<void> {
  await saveAssessment(author, { ...(await seen(office, reference)), ...WRITTEN, proposal });
  await proposeAssessment(author, await seen(office, reference));
}

/** The same, and approved by the data protection officer. */
export async function approved(
  office: Office,
  reference: string,
  proposal: Proposal = "refuse",
): Promise<void> {
  await proposed(office, reference, proposal);
  await approveAssessment(office.dpo, await seen(office, reference));
}

/** What the form of a fee sends: ten copies and an hour and a half, 625 crowns. */
export async function feeForm(office: Office, reference: string, quantities = ["10", "1,5"], days = 14) {
  const request = await requestOf(office, reference);
  const filing = await filingById(office.controller.id, request.filingId);
  if (!filing) throw new Error("The filing is gone.");
  const basis = await feeBasis(office.officer, request, filing);
  const answerBy = new Date(office.clock.at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const hundredths = quantities.map((typed) => Math.round(Number(typed.replace(",", ".")) * 100));
  const { fingerprint } = await prepareFee(office.officer, request, filing, basis, {
    quantities: hundredths,
    answerBy,
  });
  return {
    ...(await seen(office, reference)),
    ...{ quantities, answerBy, letter: fingerprint, card: basis.card.version },
  };
}

/** Lets the worker send what is owed, at the office's instant. */
export async function deliverAll(office: Office, outcome: SendOutcome = { accepted: true }): Promise<void> {
  const worker = { ...office.visitor, actor: { kind: "system" } } as const;
  const owed = await db().notice.findMany({
    where: { controllerId: office.controller.id, state: "owed" },
    select: { id: true },
  });
  for (const { id } of owed) {
    if (await claimForSending(worker, id)) await recordSendOutcome(worker, id, outcome, 0.5);
  }
}

/** An approved fee whose notice has arrived. */
export async function charged(office: Office, reference: string): Promise<Fee> {
  await approved(office, reference, "fee");
  await sendFeeNotice(office.officer, await feeForm(office, reference));
  await deliverAll(office);
  return feeOf(office, reference);
}

/** The newest fee of a request. */
export async function feeOf(office: Office, reference: string): Promise<Fee> {
  const request = await requestOf(office, reference);
  const fee = (await feesOf({ controllerId: office.controller.id, requestId: request.id })).at(-1);
  if (!fee) throw new Error("There is no fee.");
  return fee;
}

/** Lets days pass. */
export function days(office: Office, count: number): void {
  office.clock.at = new Date(office.clock.at.getTime() + count * 86_400_000);
}
