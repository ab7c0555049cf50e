/** Chance that comes out the same on every run, so that two demos look alike. No secret is made from it. */
export type Chance = {
  /** In [0, 1). */
  next(): number;
  under(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  between(low: number, high: number): number;
};

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    under: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
    between: (low, high) => low + next() * (high - low),
  };
}
