import { type DatedEvent, datedEvents } from "@/lib/domain/clock/dated-events";
import { type Day, iso, localDay } from "@/lib/domain/clock/dates";
import { OWN_RULE, step } from "@/lib/domain/clock/derivation";
import { derive, NO_LAST_DAY } from "@/lib/domain/clock/derive";
import { acknowledgementLimit } from "@/lib/domain/clock/rules/acknowledgement";
import { firstInstantTooLate } from "@/lib/domain/clock/rules/due-moment";
import { extensionNoticeLimit } from "@/lib/domain/clock/rules/extension-notice-limit";
import { nominalIfAnsweredAtOnce, standsStill } from "@/lib/domain/clock/rules/last-day";
import { isPromise } from "@/lib/domain/clock/rules/promise";
import { refusalLimit } from "@/lib/domain/clock/rules/refusal-limit";
import { afterReopening, asOrdered, orderedDay } from "@/lib/domain/clock/rules/reopened";
import { rollForward } from "@/lib/domain/clock/rules/roll";
import { doubtOf, withoutHolidays } from "@/lib/domain/clock/rules/safe-date";
import { stopAim } from "@/lib/domain/clock/rules/stop-at-once";
import { target } from "@/lib/domain/clock/rules/target";
import type { Terms } from "@/lib/domain/clock/terms";
import { foldEvents } from "@/lib/domain/clock/timeline";
import type { Timeline } from "@/lib/domain/clock/timeline-types";
import type { Clock, ClockInput, ClockStatus } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { rulesFor } from "@/lib/domain/law/rules";

/**
 * The clock of one request: which dates it has, and why. A pure fold of the law's rules over what happened;
 * the same input gives the same clock on every machine, in every zone and at every time.
 *
 * Dates are calendar dates in the controller's zone (`input.zone`), taken from the instants of receipt and of
 * each event; `dueEndExclusive` is the one instant that comes out. Events may be listed in any order.
 * Facts in an impossible order are not refused: an event before receipt counts from receipt, an answer before
 * its question answers nothing, and what comes after the decision moves nothing. The derivation says each.
 *
 * Legal source: the profile's citations; for the GDPR Art. 12(3)-(4) and Regulation 1182/71 Art. 3. See docs/law.md.
 *
 * @throws RangeError for a `receivedAt` or `occurredAt` that is no instant and for an unknown zone
 */
export function computeClock(input: ClockInput): Clock {
  const again = afterReopening(input);
  if (!again) return clockSince(input);
  const clock = clockSince(again);
  const first = localDay(input.receivedAt, input.zone);
  const since = localDay(again.receivedAt, again.zone);
  const [, ...steps] = clock.derivation;
  const ordered = orderedDay(input);
  const anew: Clock = {
    ...clock,
    receivedOn: iso(first),
    ackBy: null,
    derivation: [
      step("received", null, first, OWN_RULE, { zone: input.zone, counted: false }),
      step("reopened", first, since, OWN_RULE),
      ...steps,
    ],
  };
  return ordered === null ? anew : asOrdered(anew, ordered, input.zone);
}

/** The clock from a receipt on, of a request that was not opened again since. */
function clockSince(input: ClockInput): Clock {
  const receivedOn = localDay(input.receivedAt, input.zone);
  const terms: Terms = {
    rules: rulesFor(input.profile.rules, input.right),
    right: input.right,
    calendar: input.calendar,
    policy: input.holidayPolicy,
    zone: input.zone,
    receivedOn,
    targetDaysBefore: input.targetDaysBefore,
  };
  const events = datedEvents(input.events, receivedOn, input.zone);
  return terms.rules.rights[terms.right].lastDay === "none"
    ? clockWithoutLastDay(foldEvents(events, terms), terms)
    : clockWithLastDay(events, terms);
}

function clockWithLastDay(events: readonly DatedEvent[], terms: Terms): Clock {
  const timeline = foldEvents(events, terms);
  const nominal = nominalIfAnsweredAtOnce(timeline, terms);
  const rolled = rollForward(nominal, terms);
  const doubt = doubtOf(nominal, rolled, terms);
  const careful = doubt === null ? terms : withoutHolidays(terms);
  const cautious = doubt === null || events.length === 0 ? timeline : foldEvents(events, careful);
  const safe = doubt === null ? nominal : nominalIfAnsweredAtOnce(cautious, careful);
  const still = standsStill(timeline);
  const refusalBy = still
    ? null
    : refusalLimit(cautious, doubt === null ? terms : { ...careful, policy: "none" });
  const ackBy = acknowledgementLimit(doubt === null ? terms : { ...careful, policy: "none" });
  const aim = stopAim(terms);
  const atOnce = terms.rules.rights[terms.right].stopAtOnce;
  return {
    status: statusOf(timeline, terms),
    receivedOn: iso(terms.receivedOn),
    target: still ? null : iso(target(safe, aim, terms)),
    safe: still ? null : iso(safe),
    statutory: still ? null : iso(rolled),
    nominal: still ? null : iso(nominal),
    ackBy: isoOrNull(ackBy),
    extensionNoticeBy: isoOrNull(extensionNoticeLimit(timeline, terms)),
    refusalBy: isoOrNull(refusalBy),
    confirmBy: isoOrNull(timeline.reflection?.endsOn ?? null),
    dueEndExclusive: still ? null : firstInstantTooLate(rolled, terms.zone),
    sortOn: iso(atOnce !== null ? terms.receivedOn : doubt === null ? rolled : safe),
    safeLeads: doubt !== null,
    extended: timeline.extendedOn !== null,
    derivation: derive(timeline, terms, { nominal, rolled, safe, doubt, aim, refusalBy, ackBy }),
  };
}

/** Nothing but a stop that is due at once: the law sets no last day and we promise none. */
function clockWithoutLastDay(timeline: Timeline, terms: Terms): Clock {
  const aim = stopAim(terms);
  return {
    status: statusOf(timeline, terms),
    receivedOn: iso(terms.receivedOn),
    target: isoOrNull(aim),
    safe: null,
    statutory: null,
    nominal: null,
    ackBy: null,
    extensionNoticeBy: null,
    refusalBy: null,
    confirmBy: null,
    dueEndExclusive: null,
    sortOn: iso(terms.receivedOn),
    safeLeads: false,
    extended: false,
    derivation: derive(timeline, terms, { ...NO_LAST_DAY, aim }),
  };
}

function statusOf(timeline: Timeline, terms: Terms): ClockStatus {
  if (timeline.stopped !== null) return "stopped";
  if (terms.rules.rights[terms.right].lastDay === "none") return "at_once";
  if (timeline.awaitingStart.length > 0) return "not_started";
  if (timeline.open !== null) return "paused";
  return isPromise(terms) ? "promised" : "running";
}

function isoOrNull(date: Day | null): IsoDate | null {
  return date && iso(date);
}
