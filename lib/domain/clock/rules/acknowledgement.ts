import type { Day } from "@/lib/domain/clock/dates";
import { nominalEnd } from "@/lib/domain/clock/rules/nominal-end";
import { rollForward } from "@/lib/domain/clock/rules/roll";
import type { Terms } from "@/lib/domain/clock/terms";

/** The last day to confirm receipt, where the law asks for that. Counts from receipt whatever happens later. */
export function acknowledgementLimit(terms: Terms): Day | null {
  const { acknowledgement } = terms.rules;
  return (
    acknowledgement && rollForward(nominalEnd(terms.receivedOn, acknowledgement.within, 0, terms), terms)
  );
}
