import { computeClock } from "@/lib/domain/clock/clock";
import type { Clock, ClockEvent } from "@/lib/domain/clock/types";
import { profileById } from "@/lib/domain/law/profile";
import { db, type Tx } from "./client";
import { type ClockBasis, clockEventsOf } from "./clock";
import type { Controller } from "./controller";
import { type Filing, filingById } from "./filing";
import { calendarOf } from "./own-calendar";
import type { RightsRequest } from "./request";

/** A request's clock with what it is folded from, so that it can be folded with something more. */
export type Folded = {
  readonly basis: ClockBasis;
  readonly filing: Filing;
  readonly events: readonly ClockEvent[];
  readonly clock: Clock;
  readonly fold: (events: readonly ClockEvent[]) => Clock;
};

/** Folds what happened to a request's clock so far, by the profile and calendar version it already runs by. */
export async function foldRequest(
  controller: Controller,
  request: RightsRequest,
  tx: Tx = db(),
): Promise<Folded> {
  const profile = profileById(request.profile);
  const filing = await filingById(controller.id, request.filingId, tx);
  if (!profile || !filing) throw new Error(`request ${request.id} has lost its profile or filing`);
  const basis = { profile, calendar: await calendarOf(request, tx), policy: request.holidayPolicy };
  const events = (await clockEventsOf(controller.id, [request.id], tx)).get(request.id) ?? [];
  const fold = (happened: readonly ClockEvent[]) =>
    computeClock({
      profile,
      calendar: basis.calendar,
      holidayPolicy: basis.policy,
      receivedAt: request.receivedAt.toISOString(),
      zone: filing.zone,
      right: request.right,
      events: happened,
      targetDaysBefore: controller.settings.targetDaysBefore,
    });
  return { basis, filing, events, clock: fold(events), fold };
}
