import type { IsoDate } from "@/lib/domain/kernel/date";

/** Money that came for a fee or went back, in minor units, on the local day on which it did. */
export type Money = {
  readonly kind: "payment" | "refund";
  readonly amountMinor: number;
  readonly on: IsoDate;
};

/**
 * The day on which a fee was first paid in full, in whatever order its payments were written down: from then on nothing
 * is waited for (UK GDPR Art. 12A: the latest of request, identity and fee). On one day money comes before it goes.
 * @returns null while something is missing
 */
export function paidInFullOn(totalMinor: number, money: readonly Money[]): IsoDate | null {
  const order = ({ on, kind }: Money) => `${on} ${kind}`;
  let kept = 0;
  for (const { kind, amountMinor, on } of money.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))) {
    kept += kind === "payment" ? amountMinor : -amountMinor;
    if (kept >= totalMinor) return on;
  }
  return null;
}

/** What can go back on a day: what had come by then, less all that ever went back. */
export function refundableOn(on: IsoDate, money: readonly Money[]): number {
  const came = money.filter(({ kind, on: came }) => kind === "payment" && came <= on);
  const went = money.filter(({ kind }) => kind === "refund");
  const sum = (of: readonly Money[]) => of.reduce((all, { amountMinor }) => all + amountMinor, 0);
  return Math.max(0, sum(came) - sum(went));
}
