import { localDate } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { SETTINGS } from "./desk";

/** The day it is at the controllers of the tests, or so many days later: between their midnight and that of UTC another. */
export function localDay(plus = 0): IsoDate {
  return localDate(new Date(Date.now() + plus * 86_400_000).toISOString(), SETTINGS.zone);
}
