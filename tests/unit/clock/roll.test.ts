import { calendarOf, clockOn, happened, profileOf, rulesOf } from "./make-clock";

describe("a last day that is not a working day (Art. 3(4) Regulation 1182/71)", () => {
  it.each([
    ["2026-04-30", "2026-05-30", "2026-06-01", "saturday"],
    ["2026-03-05", "2026-04-05", "2026-04-07", "sunday"],
    ["2026-03-03", "2026-04-03", "2026-04-07", "holiday"],
    ["2026-11-25", "2026-12-25", "2026-12-28", "holiday"],
    ["2026-12-01", "2027-01-01", "2027-01-04", "holiday"],
  ])("received %s: from %s to %s, a %s", (received, nominal, statutory, why) => {
    const clock = clockOn(received);
    expect(clock).toMatchObject({ nominal, safe: nominal, statutory, sortOn: statutory });
    expect(clock.derivation).toContainEqual({
      rule: "rolled",
      from: nominal,
      to: statutory,
      citation: "Art. 3(4) Regulation (EEC, Euratom) 1182/71",
      facts: { why },
    });
  });

  it("leaves a working day where it is, and says nothing of rolling", () => {
    const clock = clockOn("2026-02-10");
    expect(clock.statutory).toBe("2026-03-10");
    expect(rulesOf(clock)).toEqual(["received", "answer_period", "last_moment"]);
  });

  it("happens once, after months and paused days: a Sunday inside the period moves nothing (Art. 3(3))", () => {
    // One month would end on Sunday 5 April; with a week's pause it ends on Sunday 12 April.
    const clock = clockOn("2026-03-05", {
      events: happened("identity_requested 2026-03-10", "identity_received 2026-03-17"),
    });
    expect(clock).toMatchObject({ nominal: "2026-04-12", statutory: "2026-04-13" });
    const extended = clockOn("2026-03-05", { events: happened("extend 2026-03-20") });
    expect(extended).toMatchObject({ nominal: "2026-06-05", statutory: "2026-06-05" });
  });

  it("looks at the calendar of the region, not of the profile's state alone", () => {
    const french = { profile: profileOf("gdpr-fr"), zone: "Europe/Paris" };
    expect(clockOn("2026-03-03", { ...french, calendar: calendarOf("FR") }).statutory).toBe("2026-04-03");
    expect(clockOn("2026-03-03", { ...french, calendar: calendarOf("FR-57") }).statutory).toBe("2026-04-07");
  });
});

describe("the holiday policy", () => {
  it("official leaves out the days that only the law of time names", () => {
    expect(clockOn("2026-11-24").statutory).toBe("2026-12-24");
  });

  it("statutory takes them in, and says that they are only treated like holidays", () => {
    const clock = clockOn("2026-11-24", { holidayPolicy: "statutory" });
    expect(clock.statutory).toBe("2026-12-28");
    expect(clock.derivation).toContainEqual(
      expect.objectContaining({ rule: "rolled", facts: { why: "equated" } }),
    );
  });

  it("none moves nothing, not even a Sunday, and says so", () => {
    const clock = clockOn("2026-03-05", { holidayPolicy: "none" });
    expect(clock).toMatchObject({ nominal: "2026-04-05", statutory: "2026-04-05", refusalBy: "2026-04-05" });
    expect(clock.derivation).toContainEqual({
      rule: "not_rolled",
      from: "2026-04-05",
      to: "2026-04-05",
      citation: "",
      facts: { why: "sunday" },
    });
    expect(rulesOf(clockOn("2026-02-10", { holidayPolicy: "none" }))).not.toContain("not_rolled");
  });
});
