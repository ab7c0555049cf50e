import type { Keeping } from "@/lib/domain/decision/content";
import { keptUntil } from "@/lib/domain/decision/kept-until";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { type Filled, filledOrNull } from "./demand";

export type ReadyKeeping =
  | {
      readonly by: "rule";
      readonly until: IsoDate;
      readonly trigger: Filled;
      readonly on: IsoDate;
      readonly years: number;
      readonly months: number;
    }
  | { readonly by: "criteria"; readonly criteria: Filled };

/**
 * Until when something is kept that was to be erased: a retention rule with what its time runs from, when that was and
 * how long it is; else the criteria in words (GDPR Art. 13(2)(a), 17(3)). Null while neither is there.
 */
export function readyKeeping(keeping: Keeping): ReadyKeeping | null {
  const until = keptUntil(keeping);
  const trigger = filledOrNull(keeping.trigger);
  if (until && trigger && keeping.on !== "") {
    const { on, years, months } = keeping;
    return { by: "rule", until, trigger, on, years, months };
  }
  const criteria = filledOrNull(keeping.criteria);
  return criteria && { by: "criteria", criteria };
}
