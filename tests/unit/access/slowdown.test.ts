import { slowdown } from "@/lib/db/sign-in-throttle";

test("the wait doubles from two seconds to five minutes, and is an hour from the hundredth failure on", () => {
  const waits = Array.from({ length: 130 }, (_, at) => slowdown(at + 1, 1));
  expect(waits.slice(0, 9)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300]);
  expect(new Set(waits.slice(8, 99))).toEqual(new Set([300]));
  expect(new Set(waits.slice(99))).toEqual(new Set([3600]));
  for (let at = 1; at < waits.length; at += 1) expect(waits[at]).toBeGreaterThanOrEqual(waits[at - 1] ?? 0);
});

test("a guesser gets fewer than a hundred and fifty tries a day at one account", () => {
  let [seconds, tries] = [0, 0];
  while (seconds < 24 * 3600) {
    tries += 1;
    seconds += tries < 10 ? 0 : slowdown(tries, 10);
  }
  expect(tries).toBeLessThan(150);
});
