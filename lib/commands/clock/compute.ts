import { newestCalendar } from "@/lib/db/calendar";
import type { Tx } from "@/lib/db/client";
import type { ClockBasis } from "@/lib/db/clock";
import { newestOwnDays } from "@/lib/db/own-calendar";
import { computeClock } from "@/lib/domain/clock/clock";
import type { Clock, ClockEvent } from "@/lib/domain/clock/types";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { Right } from "@/lib/domain/kernel/right";
import { withOwnDays } from "@/lib/domain/law/own-days";
import { profileById, profileUnder } from "@/lib/domain/law/profile";

/**
 * By which law (under its readings), calendar (with its own days) and policy a controller's new clocks run now.
 * @throws Error if the settings name a profile or calendar that is not there; saving settings prevents it.
 */
export async function currentBasis(
  { id, settings }: { readonly id: string; readonly settings: ControllerSettings },
  tx?: Tx,
): Promise<ClockBasis> {
  const profile = profileById(profileUnder(settings.profile, settings.readings ?? {}));
  const calendar = await newestCalendar(settings.region, tx);
  if (!profile || !calendar) throw new Error(`no profile ${settings.profile} or calendar ${settings.region}`);
  const own = await newestOwnDays(id, tx);
  return { profile, calendar: withOwnDays(calendar, own), policy: settings.holidayPolicy };
}

/** Whether two bases compute the same clocks. */
export function sameBasis(a: ClockBasis, b: ClockBasis): boolean {
  const name = ({ profile, calendar, policy }: ClockBasis) =>
    [profile.id, profile.version, calendar.region, calendar.version, calendar.own ?? 0, policy].join(" ");
  return name(a) === name(b);
}

/** The clock of one request of a controller. */
export function clockOf(
  basis: ClockBasis,
  settings: Pick<ControllerSettings, "targetDaysBefore">,
  request: { readonly receivedAt: Date; readonly zone: string; readonly right: Right },
  events: readonly ClockEvent[],
): Clock {
  return computeClock({
    profile: basis.profile,
    calendar: basis.calendar,
    holidayPolicy: basis.policy,
    receivedAt: request.receivedAt.toISOString(),
    zone: request.zone,
    right: request.right,
    events,
    targetDaysBefore: settings.targetDaysBefore,
  });
}
