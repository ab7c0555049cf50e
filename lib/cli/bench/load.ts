import { Agent, get } from "node:http";
import autocannon from "autocannon";

/** A request that is made anew every time it is sent. */
export type MadeRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/**
 * Posts as fast as answers come, on so many connections.
 * @returns answers a second that had status 2xx
 * @throws Error when any answer had another status: a figure of refusals says nothing
 */
export async function postsPerSecond(
  url: string,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
  make: () => MadeRequest,
): Promise<number> {
  const { pathname } = new URL(url);
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 30,
    requests: [
      {
        method: "POST",
        path: pathname,
        setupRequest: (request) => ({ ...request, ...make() }) as autocannon.Request,
      },
    ],
  });
  const failed = result.non2xx + result.errors;
  if (failed > 0) {
    const statuses = JSON.stringify(result.statusCodeStats);
    throw new Error(
      `${failed} of the posts to ${pathname} failed: ${statuses}, ${result.errors} without an answer.`,
    );
  }
  return result["2xx"] / result.duration;
}

/** One answer with the milliseconds it took, from asking to its last byte. */
export type TimedAnswer = { readonly status: number; readonly body: string; readonly milliseconds: number };

/**
 * Reads a page `count` times, with so many readers at once, each on a connection of its own that stays open.
 * @param check called with every answer; throws where it is not the page
 */
export async function timesOf(
  url: string,
  { readers, count }: { readonly readers: number; readonly count: number },
  headers: Readonly<Record<string, string>>,
  check: (answer: TimedAnswer) => void,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const times: number[] = [];
  let asked = 0;
  const read = async () => {
    while (asked < count) {
      asked += 1;
      const answer = await timed(url, headers, agent);
      check(answer);
      times.push(answer.milliseconds);
    }
  };
  try {
    await Promise.all(Array.from({ length: readers }, read));
  } finally {
    agent.destroy();
  }
  return times;
}

function timed(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<TimedAnswer> {
  return new Promise((done, fail) => {
    const began = performance.now();
    get(url, { headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", fail);
      response.on("end", () => {
        const milliseconds = performance.now() - began;
        done({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString(), milliseconds });
      });
    }).on("error", fail);
  });
}
