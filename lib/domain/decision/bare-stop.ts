import type { Right } from "@/lib/domain/kernel/right";

/**
 * Whether an answer can say that something has stopped and nothing else: who asks for the stop has no accepted authority
 * to act for the person (GDPR Art. 5(1)(f)), and a stop cannot be refused (Art. 7(3), 21(3)).
 */
export function isBareStop(right: Right, authorityRejected: boolean): boolean {
  return authorityRejected && (right === "marketing_objection" || right === "consent_withdrawal");
}
