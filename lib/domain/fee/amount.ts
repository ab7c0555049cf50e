import type { LocalText } from "@/lib/domain/controller/settings";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** What may be charged: administrative cost and nothing else (GDPR Art. 12(5)(a)). */
export const COST_KINDS = ["copying", "postage", "handling"] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** How each kind is counted. */
export const UNITS: Readonly<Record<CostKind, "page" | "item" | "hour">> = {
  copying: "page",
  postage: "item",
  handling: "hour",
};

/** Currencies with hundredths; amounts are whole hundredths everywhere. */
export const CURRENCIES = ["SEK", "EUR", "DKK", "NOK", "CHF", "GBP", "PLN", "CZK", "RON"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** One price of the rate card, per unit, in minor units. */
export type RateLine = {
  readonly kind: CostKind;
  readonly label: LocalText;
  readonly minor: number;
};

/** One line of a fee: so much of one price. `hundredths` of a unit: 150 is an hour and a half. */
export type CostLine = RateLine & { readonly hundredths: number; readonly sumMinor: number };

export const MOST_MINOR = 10_000_000;
export const MOST_HUNDREDTHS = 1_000_000;

/** Price times quantity in whole minor units; what is less than one is left to the requester. */
export function lineAmount(minor: number, hundredths: number): number {
  return Math.floor((minor * hundredths) / 100);
}

export function costLine(rate: RateLine, hundredths: number): CostLine {
  return { ...rate, hundredths, sumMinor: lineAmount(rate.minor, hundredths) };
}

/**
 * What a fee comes to.
 * @param most the law's own ceiling, in the same currency (Switzerland: CHF 300, DPO Art. 19(2))
 * @returns the sum in minor units; `nothing` where it is none, `too_much` above the ceiling
 */
export function feeTotal(
  lines: readonly Pick<CostLine, "sumMinor">[],
  most: number | null,
): Result<number, "nothing" | "too_much"> {
  const sum = lines.reduce((total, line) => total + line.sumMinor, 0);
  if (sum <= 0) return refuse("nothing");
  return most !== null && sum > most ? refuse("too_much") : ok(sum);
}

/** How payments stand against a fee. */
export function balance(
  totalMinor: number,
  paidMinor: number,
  refundedMinor: number,
): { readonly outstanding: number; readonly over: number; readonly refundable: number } {
  const kept = paidMinor - refundedMinor;
  return {
    outstanding: Math.max(0, totalMinor - kept),
    over: Math.max(0, kept - totalMinor),
    refundable: Math.max(0, kept),
  };
}
