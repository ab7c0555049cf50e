import { randomBytes, randomUUID } from "node:crypto";
import { type Figure, rounded } from "./figure";
import { asked, person } from "./fill/made-up";
import { postsPerSecond } from "./load";

const LOAD = { connections: 16, seconds: 8 };
const WARM_UP = { connections: 16, seconds: 3 };
const ROUNDS = 2;

/**
 * Filings a second over HTTP, each a whole act of asking with its own person and key, against a route behind the same
 * front that does one prepared INSERT of the same body. In turns, so that both meet the same machine.
 */
export async function measureFilings(
  habeas: { readonly url: string; readonly slug: string },
  bareUrl: string,
): Promise<Figure> {
  const filing = () =>
    postsPerSecond(`${habeas.url}/api/public/${habeas.slug}/filings`, LOAD, () => made(habeas.url));
  const bare = () => postsPerSecond(`${bareUrl}/api/insert`, LOAD, () => made(bareUrl));
  await postsPerSecond(`${habeas.url}/api/public/${habeas.slug}/filings`, WARM_UP, () => made(habeas.url));
  await postsPerSecond(`${bareUrl}/api/insert`, WARM_UP, () => made(bareUrl));
  const filings: number[] = [];
  const inserts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    filings.push(await filing());
    inserts.push(await bare());
  }
  const ratio = mean(filings) / mean(inserts);
  return {
    figure: "filings over HTTP",
    unit: "per second",
    ...LOAD,
    rounds: ROUNDS,
    filings: rounded(mean(filings)),
    bareInsert: rounded(mean(inserts)),
    ratio: rounded(ratio, 3),
    aim: "at least a third of a bare route that does one prepared INSERT",
    met: ratio >= 1 / 3,
  };
}

/** A filing that nobody has made before, as a program sends it. */
function made(origin: string) {
  const number = randomBytes(4).readUInt32BE();
  // Only staff enter a postal address or a telephone number.
  const { postalAddress: _, phone: __, ...who } = person(number);
  const filing = { language: "sv", who, requests: asked(number) };
  return {
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": `10.${[...randomBytes(3)].join(".")}`,
      "idempotency-key": randomUUID(),
      origin,
    },
    body: JSON.stringify(filing),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
