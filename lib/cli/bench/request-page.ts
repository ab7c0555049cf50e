import { Client } from "pg";
import { type Figure, percentile, rounded } from "./figure";
import type { BenchInstallation } from "./installation";
import { timesOf } from "./load";

const READERS = 4;
const COUNT = 200;
const WARM_UP = 20;
const EVENTS = 200;
const MOST_MS = 300;

/**
 * The page of a request with a history of 200 events, as a signed-in officer reads it, against an empty page. Opening
 * it is an event of the log too, and is measured with it.
 */
export async function measureRequestPage(
  of: BenchInstallation,
  habeas: { readonly url: string; readonly slug: string; readonly cookie: string },
  bareUrl: string,
): Promise<Figure> {
  const reference = await requestWithHistory(of);
  const page = await p95(`${habeas.url}/staff/${habeas.slug}/requests/${reference}`, {
    cookie: habeas.cookie,
  });
  const empty = await p95(`${bareUrl}/staff/empty`, {});
  return {
    figure: "request page with a history of 200 events",
    unit: "ms",
    readers: READERS,
    pages: COUNT,
    p95: rounded(page.p95, 1),
    p50: rounded(page.p50, 1),
    emptyP95: rounded(empty.p95, 1),
    p95OverEmpty: rounded(page.p95 / empty.p95, 2),
    bytes: page.bytes,
    aim: `p95 under ${MOST_MS} ms`,
    met: page.p95 < MOST_MS,
  };
}

/** Gives one open request 200 lines of the log: half of them its questions and answers, half its assignments. */
async function requestWithHistory({ urls, controller, officers }: BenchInstallation): Promise<string> {
  const client = new Client({ connectionString: urls.app });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; reference: string }>(
      `select "id", "reference" from "RightsRequest" where "controllerId" = $1 and "closedAt" is null
       order by "receivedAt" desc limit 1`,
      [controller.id],
    );
    const [request] = rows;
    if (!request) throw new Error("there is no open request");
    const actor = `staff:${officers[0]?.id ?? ""}`;
    const events = Array.from({ length: EVENTS }, (_, number) => ({
      type: number % 2 === 0 ? "request.noted" : "request.assigned",
      actor,
      subject: request.id,
      request: request.id,
      facts: JSON.stringify(number % 2 === 0 ? {} : { to: officers[number % officers.length]?.id ?? "" }),
    }));
    await client.query("select audit_append($1, $2)", [controller.id, JSON.stringify(events)]);
    return request.reference;
  } finally {
    await client.end();
  }
}

async function p95(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly p95: number; readonly p50: number; readonly bytes: number }> {
  let bytes = 0;
  const check = ({ status, body }: { readonly status: number; readonly body: string }) => {
    if (status !== 200) throw new Error(`The page answered ${status}.`);
    bytes = Buffer.byteLength(body);
  };
  await timesOf(url, { readers: READERS, count: WARM_UP }, headers, check);
  const times = await timesOf(url, { readers: READERS, count: COUNT }, headers, check);
  return { p95: percentile(times, 0.95), p50: percentile(times, 0.5), bytes };
}
