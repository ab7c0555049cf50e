import { type Figure, percentile, rounded } from "./figure";
import { type TimedAnswer, timesOf } from "./load";

/** Officers who read at the same time, and how often the page is read in all. */
const READERS = 4;
const COUNT = 400;
const WARM_UP = 40;
const ROWS = 50;

/** p50 and p95 in milliseconds. */
export type Times = { readonly p50: number; readonly p95: number };

/** The times of the first page of the queue at one size of the desk, and of the empty page beside it. */
export type QueueTimes = { readonly requests: number; readonly queue: Times; readonly empty: Times };

/**
 * Measures the queue as a signed-in officer sees it, and the empty page, one after the other.
 * @param at how many requests the desk holds
 */
export async function measureQueue(
  at: number,
  habeas: { readonly url: string; readonly slug: string; readonly cookie: string },
  bareUrl: string,
): Promise<QueueTimes> {
  const queue = await read(
    `${habeas.url}/staff/${habeas.slug}/queue`,
    { cookie: habeas.cookie },
    isFullQueue,
  );
  const empty = await read(`${bareUrl}/staff/empty`, {}, isFound);
  return { requests: at, queue, empty };
}

async function read(
  url: string,
  headers: Readonly<Record<string, string>>,
  check: (answer: TimedAnswer) => void,
): Promise<Times> {
  await timesOf(url, { readers: READERS, count: WARM_UP }, headers, check);
  const times = await timesOf(url, { readers: READERS, count: COUNT }, headers, check);
  return { p50: rounded(percentile(times, 0.5), 1), p95: rounded(percentile(times, 0.95), 1) };
}

function isFound({ status }: TimedAnswer): void {
  if (status !== 200) throw new Error(`The page answered ${status}.`);
}

/** A page without its rows, or with names that were not opened, would be fast for nothing. */
function isFullQueue(answer: TimedAnswer): void {
  isFound(answer);
  const [table = ""] = /<tbody[\s\S]*<\/tbody>/.exec(answer.body) ?? [];
  const rows = table.match(/<tr[\s>]/g)?.length ?? 0;
  const names = table.match(/(?:Påhittsson|Exempelqvist|Provander|Mätarsson|Testelius|Radholm|Talgren)/g);
  if (rows !== ROWS || (names?.length ?? 0) < ROWS)
    throw new Error(`The queue showed ${rows} rows and ${names?.length ?? 0} names instead of ${ROWS}.`);
}

export function queueFigure(small: QueueTimes, large: QueueTimes): Figure {
  const growth = large.queue.p95 / small.queue.p95;
  return {
    figure: "queue page of 50 rows with names opened",
    unit: "ms",
    readers: READERS,
    pages: COUNT,
    at: [small, large],
    p95Growth: rounded(growth, 2),
    p95OverEmpty: rounded(large.queue.p95 / large.empty.p95, 2),
    aim: `p95 at ${large.requests} at most 1.5 times that at ${small.requests}, and under 300 ms`,
    met: growth <= 1.5 && large.queue.p95 < 300,
  };
}
