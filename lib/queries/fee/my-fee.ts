import { authoriseRequester, type Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { feesOf, openFeeLetter } from "@/lib/db/fee";
import { feeEventsOf } from "@/lib/db/fee-event";
import { filingById } from "@/lib/db/filing";
import { releaseFacts } from "@/lib/db/release";
import { requestByReference } from "@/lib/db/request";
import { localDate } from "@/lib/domain/clock/dates";
import { mayRelease } from "@/lib/domain/delivery/release-gate";
import { balance } from "@/lib/domain/fee/amount";
import { type FeeState, type FeeStep, mayFeeStep } from "@/lib/domain/fee/fee";
import { readReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Letter } from "@/lib/domain/notice/letter";

/** A fee as its requester sees it. */
export type MyFee = {
  readonly id: string;
  readonly reference: string;
  readonly state: Exclude<FeeState, "pending" | "recalled">;
  readonly currency: string;
  readonly totalMinor: number;
  readonly outstanding: number;
  readonly paidMinor: number;
  readonly answerBy: IsoDate;
  readonly passed: boolean;
  readonly letter: Letter;
  /** What the requester wrote last, and what a person answered to it. */
  readonly wrote: string | null;
  readonly answered: string | null;
  readonly may: Readonly<Record<"accept" | "narrow" | "object", boolean>>;
};

/**
 * The newest fee of a request of the requester's own filing; null where there is none, its notice has not arrived, or
 * nothing may be shown yet (mayRelease).
 * @throws Refused not_signed_in
 */
export async function myFee(ctx: Ctx, reference: string): Promise<MyFee | null> {
  const { filingId } = authoriseRequester(ctx);
  const { id: controllerId } = ctx.controller;
  const stored = readReference(reference);
  const request = stored && (await requestByReference(controllerId, stored));
  const filing = await filingById(controllerId, filingId);
  if (!request || !filing || request.filingId !== filingId) return null;
  if (!mayRelease(await releaseFacts(filing, request.id)).ok) return null;
  const fees = await feesOf({ controllerId, requestId: request.id });
  const fee = fees.filter(({ effectiveAt }) => effectiveAt !== null).at(-1);
  if (!fee || fee.state === "pending" || fee.state === "recalled") return null;
  const key = await loadDataKey(db(), request.dataKeyId);
  const events = await feeEventsOf(controllerId, [fee.id], key);
  const sum = (kind: string) =>
    events.filter((e) => e.kind === kind).reduce((all, { amountMinor }) => all + (amountMinor ?? 0), 0);
  const last = (kinds: readonly string[]) =>
    events.filter(({ kind, state }) => kinds.includes(kind) && state === "effective").at(-1)?.text ?? null;
  const may = (step: FeeStep) => request.state === "open" && mayFeeStep(fee.state, step).ok;
  return {
    id: fee.id,
    reference: request.reference,
    state: fee.state,
    currency: fee.currency,
    totalMinor: fee.totalMinor,
    outstanding: balance(fee.totalMinor, sum("payment"), sum("refund")).outstanding,
    paidMinor: sum("payment") - sum("refund"),
    answerBy: fee.answerBy,
    passed: localDate(ctx.now().toISOString(), filing.zone) > fee.answerBy,
    letter: openFeeLetter(key, fee),
    wrote: last(["narrowed", "objected"]),
    answered: last(["upheld", "given_in"]),
    may: { accept: may("accept"), narrow: may("narrow"), object: may("object") },
  };
}
