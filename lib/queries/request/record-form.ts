import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { standingFee } from "@/lib/db/fee";
import { filingById } from "@/lib/db/filing";
import { noticesOfFiling } from "@/lib/db/notice";
import { threadOutline } from "@/lib/db/thread";
import { may } from "@/lib/domain/access/access";
import { localDate } from "@/lib/domain/clock/dates";
import { type FeeStep, mayFeeStep } from "@/lib/domain/fee/fee";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { RECEIVED_KINDS, type ReceivedKind } from "@/lib/domain/request/received-otherwise";
import { mayStep } from "@/lib/domain/request/state";
import { isWithdrawing } from "./page-parts";
import { seenRequest } from "./seen-request";

/** What the reader may record that came another way than through the portal. */
export type RecordForm = {
  /** Empty where nothing can be recorded, or not by this reader. */
  readonly kinds: readonly ReceivedKind[];
  /** A withdrawal is recorded, and its confirmation has not arrived. */
  readonly withdrawing: boolean;
  readonly receivedOn: IsoDate;
  readonly today: IsoDate;
};

/** @throws Refused not_signed_in, not_allowed, not_found */
export async function recordForm(ctx: Ctx, reference: string): Promise<RecordForm> {
  const staff = authoriseStaff(ctx, "request.read");
  const request = await seenRequest(staff, ctx, reference);
  const of = { controllerId: ctx.controller.id, requestId: request.id };
  const filing = await filingById(of.controllerId, request.filingId);
  const { zone } = ctx.controller.settings;
  const notices = await noticesOfFiling(of.controllerId, request.filingId);
  const withdrawing = isWithdrawing(request, notices);
  const base = {
    withdrawing,
    receivedOn: filing?.receivedOn ?? localDate(request.receivedAt.toISOString(), zone),
    today: localDate(ctx.now().toISOString(), filing?.zone ?? zone),
  };
  const records = may(staff.roles, "request.record") && mayStep(request.state, "record_answer").ok;
  if (!records) return { ...base, kinds: [] };
  const fee = await standingFee(of);
  const choice = (step: FeeStep) =>
    may(staff.roles, "fee.write") &&
    request.state === "open" &&
    fee !== null &&
    mayFeeStep(fee.state, step).ok;
  const possible: Readonly<Record<ReceivedKind, boolean>> = {
    reply: (await threadOutline(of.controllerId, of.requestId)).some(({ kind }) => kind === "question"),
    information: true,
    narrowing: true,
    withdrawal: mayStep(request.state, "withdraw").ok,
    fee_accepted: choice("accept"),
    fee_objection: choice("object"),
  };
  return { ...base, kinds: RECEIVED_KINDS.filter((kind) => possible[kind]) };
}
