import { openQuestions } from "@/lib/domain/clock/open-questions";
import type { ClockEvent } from "@/lib/domain/clock/types";
import { calendarOf, clockOn, happened, profileOf, rulesOf } from "./make-clock";

describe("what happened", () => {
  it("is folded in the order of time, whatever the order of the list", () => {
    const events = happened(
      "identity_requested 2026-03-12",
      "identity_received 2026-03-19",
      "extend 2026-04-14",
    );
    const shuffled = [events[2], events[0], events[1]] as ClockEvent[];
    expect(clockOn("2026-03-10", { events: shuffled })).toEqual(clockOn("2026-03-10", { events }));
    expect(clockOn("2026-03-10", { events }).nominal).toBe("2026-06-17");
  });

  it("counts from receipt when it is said to be earlier, and the derivation says so", () => {
    const clock = clockOn("2026-03-10", {
      events: happened("identity_requested 2026-03-01", "identity_received 2026-03-12"),
    });
    expect(clock.nominal).toBe("2026-04-12");
    expect(clock.derivation[1]).toEqual({
      rule: "before_receipt",
      from: null,
      to: "2026-03-10",
      citation: "",
      facts: { event: "identity_requested" },
    });
    expect(clockOn("2026-03-10", { events: happened("extend 2026-02-01") }).extended).toBe(true);
  });

  it("does not call an earlier hour of the day of receipt earlier", () => {
    const clock = clockOn("2026-03-10T15:00:00+01:00", {
      events: happened("identity_requested 2026-03-10T08:00:00+01:00"),
    });
    expect(rulesOf(clock)).not.toContain("before_receipt");
  });

  it("does not count once another event took its place", () => {
    const events: readonly ClockEvent[] = [
      { id: "a", type: "identity_requested", occurredAt: "2026-03-12T11:00:00Z" },
      { id: "b", type: "identity_received", occurredAt: "2026-03-25T11:00:00Z" },
      { id: "c", type: "identity_received", occurredAt: "2026-03-19T11:00:00Z", supersedes: "b" },
    ];
    expect(clockOn("2026-03-10", { events }).nominal).toBe("2026-04-17");
    const again: ClockEvent = {
      id: "d",
      type: "identity_received",
      occurredAt: "2026-03-14T11:00:00Z",
      supersedes: "c",
    };
    expect(clockOn("2026-03-10", { events: [...events, again] }).nominal).toBe("2026-04-12");
  });

  it("can replace a decision that was a mistake, and the clock goes on", () => {
    const events: readonly ClockEvent[] = [
      { id: "a", type: "decided", occurredAt: "2026-03-12T11:00:00Z" },
      { id: "b", type: "clarification_requested", occurredAt: "2026-03-12T11:00:00Z", supersedes: "a" },
    ];
    expect(clockOn("2026-03-10", { events }).status).toBe("paused");
  });

  it("does not lose an event that names itself or one that is not there", () => {
    const events: readonly ClockEvent[] = [
      { id: "a", type: "identity_requested", occurredAt: "2026-03-12T11:00:00Z", supersedes: "a" },
      { type: "identity_received", occurredAt: "2026-03-14T11:00:00Z", supersedes: "elsewhere" },
    ];
    expect(clockOn("2026-03-10", { events }).nominal).toBe("2026-04-12");
  });
});

/** Art. 12(6) asks for reasonable doubts: without them nothing was asked that could move Art. 12(3). */
describe("a question that was found to be needless", () => {
  const at = (day: string) => `2026-03-${day}T11:00:00Z`;
  const ASKED: ClockEvent = { id: "a", type: "identity_requested", occurredAt: at("12") };
  const CAME: ClockEvent = { id: "b", type: "identity_received", occurredAt: at("20") };
  const NEEDLESS: ClockEvent = {
    ...{ id: "c", type: "identity_received", occurredAt: at("12") },
    supersedes: "a",
  };
  const laws = { "uk-gdpr-eng": "GB-ENG", "gdpr-se": "SE", "gdpr-se;identity=restarts": "SE" };

  it.each(Object.entries(laws))("counts as never asked, whether it was answered or not: %s", (id, region) => {
    const law = { profile: profileOf(id), calendar: calendarOf(region) };
    const never = clockOn("2026-03-10", law);
    expect(never.nominal).toBe("2026-04-10");
    for (const events of [
      [ASKED, NEEDLESS],
      [ASKED, CAME, NEEDLESS],
      [NEEDLESS, CAME, ASKED],
    ]) {
      expect(clockOn("2026-03-10", { ...law, events })).toEqual(never);
    }
    expect(clockOn("2026-03-10", { ...law, events: [ASKED, CAME] }).nominal).not.toBe("2026-04-10");
  });

  it("takes no other question with it", () => {
    const uk = { profile: profileOf("uk-gdpr-eng"), calendar: calendarOf("GB-ENG") };
    const before: readonly ClockEvent[] = [
      { id: "x", type: "identity_requested", occurredAt: at("11") },
      { id: "y", type: "identity_received", occurredAt: at("11") },
      { id: "z", type: "clarification_requested", occurredAt: at("13") },
      { id: "w", type: "clarification_received", occurredAt: at("15") },
    ];
    const events = [...before, ASKED, CAME, NEEDLESS];
    expect(clockOn("2026-03-10", { ...uk, events })).toEqual(
      clockOn("2026-03-10", { ...uk, events: before }),
    );
  });

  it("is one question, also where it was put again after a record was taken back", () => {
    const wrong: ClockEvent = { id: "b", type: "identity_received", occurredAt: at("14") };
    const again: ClockEvent = { id: "d", type: "identity_requested", occurredAt: at("12"), supersedes: "b" };
    const needless: ClockEvent = { ...NEEDLESS, supersedes: "d" };
    const events = [ASKED, wrong, again, needless];
    expect(clockOn("2026-03-10", { events })).toEqual(clockOn("2026-03-10"));
    expect(openQuestions(events).size).toBe(0);
  });

  it("takes no day under the reading that counts both days of a pause", () => {
    const law = { profile: profileOf("gdpr-se;pauseLength=both_days") };
    const events = [ASKED, NEEDLESS];
    expect(clockOn("2026-03-10", { ...law, events })).toEqual(clockOn("2026-03-10", law));
  });
});

describe.each(["decided", "withdrawn"] as const)("a request that was %s", (how) => {
  it("is stopped and keeps its dates", () => {
    const running = clockOn("2026-03-05");
    const stopped = clockOn("2026-03-05", { events: happened(`${how} 2026-03-20`) });
    expect(stopped).toEqual({ ...running, status: "stopped", derivation: expect.any(Array) });
    expect(stopped.derivation.at(-1)).toMatchObject({ rule: how, to: "2026-03-20" });
  });

  it("has no date to keep while a question is open", () => {
    const stopped = clockOn("2026-03-05", {
      events: happened("identity_requested 2026-03-10", `${how} 2026-03-20`),
    });
    expect(stopped).toMatchObject({ status: "stopped", statutory: null, sortOn: "2026-04-07" });
  });

  it("is moved by nothing that comes after", () => {
    const stopped = clockOn("2026-03-05", {
      events: happened(
        `${how} 2026-03-20`,
        "extend 2026-03-21",
        "identity_requested 2026-03-22",
        "decided 2026-03-23",
      ),
    });
    expect(stopped).toMatchObject({ status: "stopped", extended: false, statutory: "2026-04-07" });
    expect(rulesOf(stopped).filter((rule) => rule === "after_stop")).toHaveLength(3);
    expect(stopped.derivation.filter(({ rule }) => rule === how)).toHaveLength(1);
  });
});
