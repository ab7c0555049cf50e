import { latestChange } from "@/lib/domain/clock/latest-change";
import { dayToKeep } from "@/lib/domain/clock/promise";
import type { ClockEvent } from "@/lib/domain/clock/types";
import { calendarOf, clockOn, happened, profileOf } from "./make-clock";

const fold = (events: readonly ClockEvent[]) => clockOn("2026-03-10", { events });

it("shows the last day before and after what happened last", () => {
  const events = happened("clarification_requested 2026-03-11", "clarification_received 2026-03-14");
  expect(latestChange(events, fold)).toMatchObject({
    ...{ type: "clarification_received", before: null, after: "2026-04-13" },
  });
  expect(latestChange(events.slice(0, 1), fold)).toMatchObject({ before: "2026-04-10", after: null });
});

it("says nothing of an extension while the time stands still, which has no last day before or after it", () => {
  const events = happened("clarification_requested 2026-03-11", "extend 2026-03-12");
  expect(fold(events)).toMatchObject({ status: "paused", extended: true });
  expect(latestChange(events, fold)).toBeNull();
});

it("gives no day to a calendar while there is none", () => {
  const uk = { profile: profileOf("uk-gdpr-eng"), calendar: calendarOf("GB-ENG") };
  const waits = clockOn("2026-03-10", { ...uk, events: happened("identity_requested 2026-03-11") });
  expect(waits.status).toBe("not_started");
  expect(dayToKeep(waits, "2026-04-10" as never)).toBeNull();
  expect(dayToKeep(clockOn("2026-03-10", uk), "2026-04-10" as never)).toBe("2026-04-10");
});
