import { dateToTell } from "@/lib/domain/clock/promise";
import { isOrdered } from "@/lib/domain/clock/rules/reopened";
import type { Clock } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { Right } from "@/lib/domain/kernel/right";
import type { Profile } from "@/lib/domain/law/profile";
import { rulesFor } from "@/lib/domain/law/rules";

/** Why there is no extension to give notice of. */
export type NoExtension = "extension_not_possible" | "already_extended";

/**
 * Whether a request can be extended: once, where its law knows an extension of a statutory time (GDPR Art. 12(3)), and
 * not past the day of an order.
 * @param waiting an extension notice is on its way already
 */
export function mayExtend(
  profile: Profile,
  right: Right,
  clock: Clock,
  waiting: boolean,
): Result<true, NoExtension> {
  const rules = rulesFor(profile.rules, right);
  if (rules.extension === null || rules.rights[right].lastDay !== "statutory" || isOrdered(clock)) {
    return refuse("extension_not_possible");
  }
  return clock.extended || waiting ? refuse("already_extended") : ok(true);
}

/**
 * The day by which a notice of an extension has to have gone to change anything; the safe one where the calendar is in
 * doubt. Null while the clock stands still.
 */
export function noticeTakesEffectUntil(profile: Profile, right: Right, clock: Clock): IsoDate | null {
  const { extension } = rulesFor(profile.rules, right);
  return extension?.inTimeUntil === "first_period" ? clock.extensionNoticeBy : dateToTell(clock);
}
