import type { ClockInput } from "@/lib/domain/clock/types";
import { calendarOf, clockOn, happened, lawWith, profileOf, rulesOf, UK } from "./make-clock";

const VIRGINIA = lawWith("us-va", {
  ...profileOf("us-va").rules,
  acknowledgement: { within: { unit: "days", count: 10 }, citation: "" },
});

const uk = (received: string, events: readonly string[] = [], other: Partial<ClockInput> = {}) =>
  clockOn(received, {
    profile: UK,
    calendar: { ...calendarOf("GB-ENG"), checkedBy: "test" },
    zone: "Europe/London",
    events: happened(...events),
    ...other,
  });

describe("a law that waits for an answer before its clock starts (UK GDPR Art. 12A; cases UK-001 to UK-030)", () => {
  it.each([
    ["2027-01-01T12:00:00Z", [], "2027-02-01"],
    ["2028-01-31T12:00:00Z", [], "2028-02-29"],
    ["2026-06-30T23:30:00Z", [], "2026-08-03"],
    ["2026-03-03T12:00:00Z", ["identity_requested 2026-03-04", "identity_received 2026-03-10"], "2026-04-10"],
    [
      "2026-02-15T12:00:00Z",
      ["clarification_requested 2026-02-20", "clarification_received 2026-02-27"],
      "2026-03-23",
    ],
    ["2026-03-10T12:00:00Z", ["extend 2026-04-13"], "2026-04-10"],
  ])("received %s with %j: %s", (received, events, due) => expect(uk(received, events).statutory).toBe(due));

  it("has not started while the answer is missing", () => {
    const clock = uk("2026-03-10", ["identity_requested 2026-03-12"]);
    expect(clock).toMatchObject({
      status: "not_started",
      nominal: null,
      statutory: null,
      extensionNoticeBy: null,
      refusalBy: null,
      sortOn: "2026-04-13",
    });
    expect(rulesOf(clock)).toEqual(["received", "waiting_to_start"]);
  });

  it("starts on the day of the last answer and says so", () => {
    const clock = uk("2026-03-03", [
      "identity_requested 2026-03-04",
      "fee_requested 2026-03-05",
      "identity_received 2026-03-10",
      "fee_confirmed 2026-03-12",
    ]);
    expect(clock.nominal).toBe("2026-04-12");
    expect(clock.derivation).toContainEqual({
      rule: "starts_later",
      from: "2026-03-03",
      to: "2026-03-12",
      citation: "Art. 12A UK GDPR",
      facts: {},
    });
    expect(clock.extensionNoticeBy).toBe("2026-04-12");
  });

  it("forgets a pause that ended before the start, and cuts one that reaches over it", () => {
    expect(
      uk("2026-03-03", [
        "clarification_requested 2026-03-03",
        "clarification_received 2026-03-05",
        "identity_requested 2026-03-06",
        "identity_received 2026-03-10",
      ]).nominal,
    ).toBe("2026-04-10");
    expect(
      uk("2026-03-03", [
        "clarification_requested 2026-03-04",
        "identity_requested 2026-03-05",
        "identity_received 2026-03-10",
        "clarification_received 2026-03-12",
      ]).nominal,
    ).toBe("2026-04-12");
  });

  it("pauses only for the rights that the law names", () => {
    const events = ["clarification_requested 2026-03-12", "clarification_received 2026-03-20"];
    const clock = uk("2026-03-10", events, { right: "erasure" });
    expect(clock.statutory).toBe("2026-04-10");
    expect(rulesOf(clock)).toContain("question_without_pause");
  });
});

describe("a law of days that moves no last day (cases US-012 and the like)", () => {
  const virginia = (received: string, ...events: readonly string[]) =>
    clockOn(received, { profile: VIRGINIA, zone: "America/New_York", events: happened(...events) });

  it("counts calendar days and stays on a Sunday", () => {
    expect(virginia("2026-03-02").statutory).toBe("2026-04-16");
    expect(virginia("2026-03-02", "extend 2026-04-10")).toMatchObject({
      statutory: "2026-05-31",
      extended: true,
      refusalBy: null,
    });
    expect(virginia("2026-03-02", "extend 2026-04-17")).toMatchObject({
      statutory: "2026-04-16",
      extended: false,
    });
  });

  it("does not ask the calendar, so that it cannot be in doubt", () => {
    const calendar = { ...calendarOf("SE"), checkedBy: null };
    expect(clockOn("2026-03-02", { profile: VIRGINIA, calendar }).safeLeads).toBe(false);
  });

  it("gives the day to acknowledge by, where the law has one", () => {
    expect(virginia("2026-03-02").ackBy).toBe("2026-03-12");
    expect(clockOn("2026-03-02").ackBy).toBeNull();
  });

  it("ignores a question of a law without pauses", () => {
    expect(virginia("2026-03-02", "identity_requested 2026-03-03").statutory).toBe("2026-04-16");
  });
});
