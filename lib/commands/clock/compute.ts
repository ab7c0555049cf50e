import type { Tx } from "@/lib/db/client";
import type { ClockBasis } from "@/lib/db/clock";
import { newestCalendarOf } from "@/lib/db/own-calendar";
import { computeClock } from "@/lib/domain/clock/clock";
import type { Clock, ClockEvent } from "@/lib/domain/clock/types";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { Right } from "@/lib/domain/kernel/right";
import type { Calendar } from "@/lib/domain/law/calendar";
import { profileById, profileUnder } from "@/lib/domain/law/profile";

/**
 * By which law (under its readings), calendar (with its own days) and policy a controller's new clocks run now.
 * @throws Error if the settings name a profile or calendar that is not there; saving settings prevents it.
 */
export async function currentBasis(
  { id, settings }: { readonly id: string; readonly settings: ControllerSettings },
  tx?: Tx,
): Promise<ClockBasis> {
  return basisOf(settings, await newestCalendarOf(id, settings.region, tx));
}

/** As `currentBasis`, where the calendar has been read. */
export function basisOf(settings: ControllerSettings, calendar: Calendar | null): ClockBasis {
  const profile = profileById(profileUnder(settings.profile, settings.readings ?? {}));
  if (!profile || !calendar) throw new Error(`no profile ${settings.profile} or calendar ${settings.region}`);
  return { profile, calendar, policy: settings.holidayPolicy };
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
