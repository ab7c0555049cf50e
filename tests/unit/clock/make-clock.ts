import { buildCalendar } from "@/lib/adapters/holidays";
import { computeClock } from "@/lib/domain/clock/clock";
import { day } from "@/lib/domain/clock/dates";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Clock, ClockEvent, ClockInput } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { RIGHTS } from "@/lib/domain/kernel/right";
import type { Calendar } from "@/lib/domain/law/calendar";
import { type Profile, profileById } from "@/lib/domain/law/profile";
import { GDPR_RULES } from "@/lib/domain/law/profiles/gdpr";
import type { ClockRules } from "@/lib/domain/law/rules";

const built = new Map<string, Calendar>();

/** A region's calendar for 2019 to 2043, built once per test file. */
export function calendarOf(region: string): Calendar {
  const calendar = built.get(region) ?? buildCalendar(region, 2019, 2043);
  built.set(region, calendar);
  return calendar;
}

export function profileOf(id: string): Profile {
  const profile = profileById(id);
  if (profile === null) throw new Error(`no profile ${id}`);
  return profile;
}

export function on(date: string): IsoDate {
  return date as IsoDate;
}

/** What a rule is applied to, for an access request under a profile. */
export function termsOf(id: string): Terms {
  const { rules, region } = profileOf(id);
  return {
    rules,
    right: "access",
    calendar: calendarOf(region),
    policy: "official",
    zone: "UTC",
    receivedOn: day(on("2026-01-01")),
    targetDaysBefore: 7,
  };
}

/** "identity_requested 2026-02-11" at noon in Sweden's winter, or with a time and offset of its own. */
export function happened(...events: readonly string[]): readonly ClockEvent[] {
  return events.map((text) => {
    const [type = "", at = ""] = text.split(" ");
    return { type: type as ClockEvent["type"], occurredAt: at.includes("T") ? at : `${at}T11:00:00Z` };
  });
}

/** The clock of a Swedish access request received at noon on `received`, unless the case says otherwise. */
export function clockOn(received: string, other: Partial<ClockInput> = {}): Clock {
  return computeClock({
    profile: profileOf("gdpr-se"),
    calendar: calendarOf("SE"),
    holidayPolicy: "official",
    receivedAt: received.includes("T") ? received : `${received}T11:00:00Z`,
    zone: "Europe/Stockholm",
    right: "access",
    events: [],
    targetDaysBefore: 7,
    ...other,
  });
}

/** The names of the rules of a derivation, in order. */
export function rulesOf({ derivation }: Clock): readonly string[] {
  return derivation.map(({ rule }) => rule);
}

/** A law that is not there yet, as data for the engine only: a law is data and not code. */
export function lawWith(id: string, rules: Partial<ClockRules>): Profile {
  return {
    id,
    law: id,
    version: 0,
    state: "XX",
    region: "XX",
    rights: RIGHTS,
    rules: { ...GDPR_RULES, ...rules },
    open: [],
    unverified: [],
    sources: [],
  };
}

export const UK = lawWith("uk", {
  start: { waitsFor: ["identity", "fee"], citation: "Art. 12A UK GDPR" },
  pauses: [{ question: "clarification", rights: ["access"], citation: "Art. 12A UK GDPR" }],
});
