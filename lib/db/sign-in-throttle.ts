import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { limit } from "@/lib/env";
import { derivedKey, keys } from "./keys";
import { consume, counting, limiter, limitKey } from "./rate-limit";

/** Attempts per peer: a person mistypes, a machine does not stop. */
const PER_PEER = { points: 30, seconds: 300 };
/** Failures of an account before it slows down, from devices that never signed in to it and from one that did. */
const FREE_FAILURES = 10;
/** Consecutive failures after which strangers wait an hour for each further try (NIST SP 800-63B-4 3.2.2: at most 100). */
const MOST_FAILURES = 100;
const FORGOTTEN_AFTER_SECONDS = 24 * 3600;
const LONGEST_SLOWDOWN_SECONDS = 300;
const CLOSED_SECONDS = 3600;

const COUNT = { points: 1_000_000, seconds: FORGOTTEN_AFTER_SECONDS };

/** Who tries to sign in to which account. */
export type Attempt = {
  /** The address typed, folded by its keyed index; the account need not exist. Hex. */
  readonly account: string;
  /** The other end of the connection, as the front saw it. */
  readonly peer: string;
  /** The device's own token, if it brought a true one for this account. */
  readonly device: string | null;
};

/**
 * Lets one attempt through or not, and counts it as a failure until `forgive`. A stranger who guesses slows down
 * strangers only: a device that signed in to the account before has a count of its own, so that the owner is not
 * locked out (OWASP: device cookies).
 * @throws Refused too_many, unavailable
 */
export async function admit(attempt: Attempt): Promise<void> {
  if (attempt.device === null) await consume("sign-in-peer", attempt.peer, PER_PEER);
  const key = countKey(attempt);
  const failures = await counting(() => limiter("sign-in-failures", COUNT).penalty(key));
  const free = limit("SIGN_IN_FAILURES", FREE_FAILURES);
  if (failures.consumedPoints < free) return;
  const wait = slowdown(failures.consumedPoints, free);
  try {
    await counting(() =>
      limiter("sign-in-wait", { points: 1, seconds: wait }).consume(key, 1, { customDuration: wait }),
    );
  } catch (refused) {
    // What was not let through is not a failure.
    await counting(() => limiter("sign-in-failures", COUNT).reward(key));
    throw refused;
  }
}

/** Forgets the failures of whoever just signed in. */
export async function forgive(attempt: Attempt): Promise<void> {
  const key = countKey(attempt);
  await counting(() => limiter("sign-in-failures", COUNT).delete(key));
  await counting(() => limiter("sign-in-wait", { points: 1, seconds: 1 }).delete(key));
}

/**
 * Seconds until the next attempt, once the free ones are spent: doubling up to five minutes, an hour from the hundredth.
 * @param failures consecutive failures, this attempt among them
 * @param free how many of them cost nothing
 */
export function slowdown(failures: number, free: number): number {
  if (failures >= MOST_FAILURES) return CLOSED_SECONDS;
  return Math.min(2 ** Math.min(failures - free + 1, 20), LONGEST_SLOWDOWN_SECONDS);
}

function countKey({ account, device }: Attempt): string {
  return limitKey("sign-in-failures", device === null ? account : `${account}|${device}`);
}

/** A token for a device that just signed in to an account; says nothing to anybody but us. */
export function deviceToken(account: string): string {
  const nonce = randomBytes(16).toString("base64url");
  return `${nonce}.${deviceMac(account, nonce).toString("base64url")}`;
}

/** The device named by a token, if the token was made for this account; else null. */
export function deviceOf(account: string, token: string | null): string | null {
  const [nonce = "", mac = ""] = (token ?? "").split(".");
  const given = Buffer.from(mac, "base64url");
  const wanted = deviceMac(account, nonce);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? nonce : null;
}

function deviceMac(account: string, nonce: string): Buffer {
  return createHmac("sha256", derivedKey(keys().session, "device", account))
    .update(nonce)
    .digest();
}
