import { OWN_RULE, step } from "@/lib/domain/clock/derivation";
import type { Terms } from "@/lib/domain/clock/terms";
import type { DerivationStep } from "@/lib/domain/clock/types";

/** Whether the last day is our own promise and nothing that the law sets: a complaint to the controller in the EU. */
export function isPromise({ rules, right }: Terms): boolean {
  return rules.rights[right].lastDay === "promised";
}

export function promiseStep({ receivedOn }: Terms): DerivationStep {
  return step("promise", receivedOn, null, OWN_RULE);
}

/** A promise is counted like a statutory period, but no law is cited for it. */
export function withoutLaw(counted: DerivationStep): DerivationStep {
  return { ...counted, citation: OWN_RULE };
}
