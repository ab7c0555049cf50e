import { computeClock } from "@/lib/domain/clock/clock";
import type { Clock } from "@/lib/domain/clock/types";
import { profileById } from "@/lib/domain/law/profile";
import { db, type Tx } from "./client";
import { clockEventsOf } from "./clock";
import type { Controller } from "./controller";
import { calendarOf } from "./own-calendar";
import type { RightsRequest } from "./request";

/**
 * The clocks of some requests of one controller with their derivations, each by the profile and
 * calendar version that its stored dates were computed with.
 * @param zone of the filing they belong to
 */
export async function clocksOf(
  controller: Controller,
  zone: string,
  requests: readonly RightsRequest[],
  tx: Tx = db(),
): Promise<(request: { readonly id: string }) => Clock> {
  const ids = requests.map((request) => request.id);
  const events = await clockEventsOf(controller.id, ids, tx);
  const clocks = new Map<string, Clock>();
  for (const request of requests) {
    const profile = profileById(request.profile);
    if (!profile) throw new Error(`profile ${request.profile} is gone`);
    const clock = computeClock({
      profile,
      calendar: await calendarOf(request, tx),
      holidayPolicy: request.holidayPolicy,
      receivedAt: request.receivedAt.toISOString(),
      zone,
      right: request.right,
      events: events.get(request.id) ?? [],
      targetDaysBefore: controller.settings.targetDaysBefore,
    });
    clocks.set(request.id, clock);
  }
  return (request) => clocks.get(request.id) as Clock;
}
