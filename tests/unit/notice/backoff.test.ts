/** A notice that cannot be sent is tried over five days with growing waits (design section 5). */
import { nextAttemptIn } from "@/lib/domain/notice/backoff";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test("waits grow, stay under eighteen hours, and end after five days", () => {
  let at = 0;
  let attempts = 0;
  const waits: number[] = [];
  for (;;) {
    attempts += 1;
    const wait = nextAttemptIn(attempts, at, 0.5);
    if (wait === null) break;
    waits.push(wait);
    at += wait;
  }
  expect(waits[0]).toBe(MINUTE);
  expect([...waits].sort((a, b) => a - b)).toEqual(waits);
  expect(Math.max(...waits)).toBeLessThanOrEqual(12 * 60 * MINUTE);
  expect(at).toBeGreaterThanOrEqual(5 * DAY);
  expect(at).toBeLessThan(6 * DAY);
  expect(waits.length).toBeGreaterThan(10);
});

test("chance spreads the attempts by a quarter to either side", () => {
  expect(nextAttemptIn(4, 0, 0)).toBe(45 * MINUTE);
  expect(nextAttemptIn(4, 0, 1)).toBe(75 * MINUTE);
});
