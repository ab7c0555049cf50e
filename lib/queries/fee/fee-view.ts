import { type Fee, openFeeLetter } from "@/lib/db/fee";
import { type FeeEvent, feeEventsOf } from "@/lib/db/fee-event";
import type { DataKeyHandle } from "@/lib/db/seal";
import { staffNames } from "@/lib/db/staff";
import { balance, type CostLine } from "@/lib/domain/fee/amount";
import type { FeeState } from "@/lib/domain/fee/fee";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import type { Letter } from "@/lib/domain/notice/letter";

/** A fee with its money and what happened to it; words and letter are null for who may not read them. */
export type FeeView = {
  readonly id: string;
  readonly state: FeeState;
  readonly currency: string;
  readonly totalMinor: number;
  readonly lines: readonly CostLine[];
  readonly answerBy: IsoDate;
  readonly noticed: { readonly by: string; readonly at: IsoInstant };
  readonly arrivedAt: IsoInstant | null;
  readonly letter: Letter | null;
  readonly paidMinor: number;
  readonly outstanding: number;
  readonly over: number;
  readonly refundable: number;
  readonly events: readonly (Omit<FeeEvent, "at" | "by"> & {
    readonly at: IsoInstant;
    readonly by: string | null;
  })[];
};

const idOf = (by: string) => by.split(":")[1] ?? "";

/** Fees as they are read. */
export async function feeViews(
  controllerId: string,
  fees: readonly Fee[],
  key: DataKeyHandle | null,
): Promise<readonly FeeView[]> {
  const ids = fees.map(({ id }) => id);
  const events = await feeEventsOf(controllerId, ids, key);
  const names = await staffNames(
    [...fees.map((fee) => idOf(fee.noticedBy)), ...events.map((event) => idOf(event.by))].filter(
      (id) => id.length === 36,
    ),
  );
  return fees.map((fee) => {
    const own = events.filter((event) => event.feeId === fee.id);
    const sum = (kind: FeeEvent["kind"]) =>
      own.filter((e) => e.kind === kind).reduce((all, { amountMinor }) => all + (amountMinor ?? 0), 0);
    const paid = sum("payment");
    return {
      id: fee.id,
      state: fee.state,
      currency: fee.currency,
      totalMinor: fee.totalMinor,
      lines: fee.lines,
      answerBy: fee.answerBy,
      noticed: {
        by: names.get(idOf(fee.noticedBy)) ?? "",
        at: fee.noticedAt.toISOString() as IsoInstant,
      },
      arrivedAt: (fee.effectiveAt?.toISOString() ?? null) as IsoInstant | null,
      letter: key && openFeeLetter(key, fee),
      paidMinor: paid,
      ...balance(fee.totalMinor, paid, sum("refund")),
      events: own.map((event) => ({
        ...event,
        at: event.at.toISOString() as IsoInstant,
        by: names.get(idOf(event.by)) ?? null,
      })),
    };
  });
}
