import { Temporal } from "temporal-polyfill";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Keeping } from "./content";

/**
 * The day until which something is kept by a retention rule: the day its time runs from, so many years and months
 * later; where that day does not exist, the last of its month (as Reg. 1182/71 Art. 3(2)(c) counts). A person whose
 * data is kept is told until when (GDPR Art. 13(2)(a), 15(1)(d), 17(3)).
 * @returns null where no rule with a day and a length is named
 */
export function keptUntil({ on, years, months }: Keeping): IsoDate | null {
  if (on === "" || (years === 0 && months === 0)) return null;
  const end = Temporal.PlainDate.from(on).add({ years, months }, { overflow: "constrain" });
  return end.toString() as IsoDate;
}
