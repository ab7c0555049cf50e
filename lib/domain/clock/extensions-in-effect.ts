import { standing } from "@/lib/domain/clock/open-questions";
import type { Clock, ClockEvent } from "@/lib/domain/clock/types";

/**
 * The ids of the extension notices that changed a clock when they were accepted: in time, and the first of their period
 * (GDPR Art. 12(3)). Every other one extended nothing, whatever its letter says.
 * @param events what happened, nothing that is pending
 */
export function extensionsInEffect(
  events: readonly ClockEvent[],
  fold: (events: readonly ClockEvent[]) => Clock,
): ReadonlySet<string> {
  const counted = standing(events);
  const inEffect = counted.filter(
    ({ type }, at) =>
      type === "extend" && fold(counted.slice(0, at + 1)).extended && !fold(counted.slice(0, at)).extended,
  );
  return new Set(inEffect.flatMap(({ id }) => id ?? []));
}
