import type { Tx } from "@/lib/db/client";
import type { Filing } from "@/lib/db/filing";
import { releaseFacts } from "@/lib/db/release";
import type { Answer } from "@/lib/domain/decision/answer";
import { mayRelease, type Release, releaseOf } from "@/lib/domain/delivery/release-gate";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Refuses an answer that may not leave yet, with everything that is missing. That a request is closed because its
 * address was never confirmed holds nothing of anybody's, and leaves.
 * @throws Refused address_not_confirmed (where only that is missing), not_releasable
 */
export async function mayLeave(filing: Filing, requestId: string, answer: Answer, tx?: Tx): Promise<void> {
  if (answer.outcome === "address_not_confirmed") return;
  await letterMayLeave(filing, requestId, releaseOf(answer), tx);
}

/**
 * The same for any other letter that says something about a person.
 * @throws Refused address_not_confirmed (where only that is missing), not_releasable
 */
export async function letterMayLeave(
  filing: Filing,
  requestId: string,
  what: Release = "answer",
  tx?: Tx,
): Promise<void> {
  const gate = mayRelease(await releaseFacts(filing, requestId, tx), what);
  if (gate.ok) return;
  if (gate.refusal.length === 1 && gate.refusal[0] === "address_not_confirmed") {
    throw new Refused({ code: "address_not_confirmed" });
  }
  throw new Refused({ code: "not_releasable", missing: gate.refusal });
}
