/** A figure as it is printed: absolute numbers, those of the comparison, what was aimed at and whether it was reached. */
export type Figure = {
  readonly figure: string;
  readonly [name: string]: unknown;
  readonly aim: string;
  readonly met: boolean;
};

/** One line of JSON on stdout; everything else the bench says goes to stderr. */
export function print(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

/** To so many digits after the point, as a person reads it. */
export function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

/** The value below which a share of all values lie (nearest rank); `share` in (0, 1]. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (at === undefined) throw new Error("nothing was measured");
  return at;
}
