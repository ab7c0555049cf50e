/** Whether two ways of asking can be told apart by the time they take. */

type Ask = (round: number) => Promise<unknown>;

/** Milliseconds of two ways of asking, asked in turns so that both see the same machine. */
async function timesOf(rounds: number, one: Ask, other: Ask): Promise<readonly [number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const turns = [() => one(round), () => other(round)];
    for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const began = performance.now();
      await turns[which]?.();
      times[which]?.push(performance.now() - began);
    }
  }
  return times;
}

/** The medians, in milliseconds, of two ways of asking. */
export async function mediansOf(rounds: number, one: Ask, other: Ask): Promise<readonly [number, number]> {
  const [first, second] = await timesOf(rounds, one, other);
  return [median(first), median(second)];
}

/** So many standard deviations come by chance in one of 15,000 runs; a difference that is there gives far more. */
const BY_CHANCE = 4;
const MILLISECONDS = 5;

/** Fails when one way of asking takes longer than the other: by more than 5 ms, and by more than chance explains. */
export async function expectSameTime(rounds: number, one: Ask, other: Ask): Promise<void> {
  const [first, second] = await timesOf(rounds, one, other);
  const medians = [median(first), median(second)] as const;
  const apart = Math.abs(medians[0] - medians[1]);
  const certainty = Math.abs(rankSum(first, second));
  if (apart > MILLISECONDS && certainty > BY_CHANCE) {
    const said = medians.map((each) => `${each.toFixed(1)} ms`).join(" and ");
    throw new Error(`They take ${said}, which is no chance (${certainty.toFixed(1)} standard deviations).`);
  }
}

/** The Mann-Whitney statistic in standard deviations: 0 when neither sample tends to be larger. */
function rankSum(first: readonly number[], second: readonly number[]): number {
  const [n, m] = [first.length, second.length];
  const larger = first.flatMap((a) => second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  const sum = larger.reduce((total: number, each) => total + each, 0);
  return (sum - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
