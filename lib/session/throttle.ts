import { headers } from "next/headers";
import { type Budget, consume } from "@/lib/db/rate-limit";

const HOUR = 3_600;

/**
 * How often one peer may do what needs no sign-in. A household or an office shares a peer, so the budgets are wide;
 * LIMITS_<NAME> replaces the points (LIMITS_FILING_PEER).
 */
const BUDGETS = {
  "draft-peer": { points: 60, seconds: HOUR },
  "draft-step-peer": { points: 600, seconds: HOUR },
  "filing-peer": { points: 60, seconds: HOUR },
  "link-peer": { points: 60, seconds: HOUR },
  "fresh-link-peer": { points: 20, seconds: HOUR },
  "reply-peer": { points: 60, seconds: HOUR },
} as const satisfies Record<string, Budget>;

/**
 * Takes one point of this peer's budget.
 * @throws Refused too_many, unavailable
 */
export async function throttle(name: keyof typeof BUDGETS): Promise<void> {
  const peer = (await headers()).get("x-habeas-peer") ?? "unknown";
  await consume(name, peer, BUDGETS[name]);
}
