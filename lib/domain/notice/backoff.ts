const MINUTE = 60_000;
const WAITS = [1, 5, 15, 60, 120, 240, 480, 720].map((minutes) => minutes * MINUTE);
const GIVE_UP_AFTER = 5 * 24 * 60 * MINUTE;

/**
 * When a notice is tried again after a temporary failure: growing waits with jitter, at most twelve
 * hours apart, for five days from when it was owed.
 * @param jitter a random number in [0, 1)
 * @returns milliseconds to wait, or null to give up (the notice has failed and staff must see it)
 */
export function nextAttemptIn(attempts: number, owedMillisecondsAgo: number, jitter: number): number | null {
  if (owedMillisecondsAgo >= GIVE_UP_AFTER) return null;
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? MINUTE;
  return Math.round(wait * (0.75 + jitter / 2));
}
