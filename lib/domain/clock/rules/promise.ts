import { OWN_RULE, step } from "@/lib/domain/clock/derivation";
import type { Terms } from "@/lib/domain/clock/terms";
import type { DerivationStep } from "@/lib/domain/clock/types";

/** Whether the last day is our own promise and nothing that the law sets: a complaint to the controller in the EU. */
export function isPromise({ rules, right }: Terms): boolean {
  return rules.rights[right].lastDay === "promised";
}

/** A promise is counted like a statutory period, but cites no law for it and says that it is ours. */
export function asPromise(
  steps: readonly DerivationStep[],
  { receivedOn }: Terms,
): readonly DerivationStep[] {
  return [
    step("promise", receivedOn, null, OWN_RULE),
    ...steps.map((each) => ({ ...each, citation: OWN_RULE })),
  ];
}
