import { clockOn, happened, rulesOf } from "./make-clock";

describe("the last day of a refusal (Art. 12(4) GDPR)", () => {
  it("is the last day of the first month, moved like any last day", () => {
    expect(clockOn("2026-03-05").refusalBy).toBe("2026-04-07");
  });

  it("is not moved by an extension, and then is said on its own", () => {
    const clock = clockOn("2026-03-05", { events: happened("extend 2026-03-20") });
    expect(clock).toMatchObject({ statutory: "2026-06-05", refusalBy: "2026-04-07" });
    expect(clock.derivation).toContainEqual({
      rule: "refusal_limit",
      from: "2026-03-05",
      to: "2026-04-07",
      citation: "Art. 12(4) GDPR",
      facts: {},
    });
    expect(rulesOf(clockOn("2026-03-05"))).not.toContain("refusal_limit");
  });

  it("stands still with the clock", () => {
    const pause = happened(
      "identity_requested 2026-03-10",
      "identity_received 2026-03-12",
      "extend 2026-03-20",
    );
    expect(clockOn("2026-03-05", { events: pause }).refusalBy).toBe("2026-04-07");
    expect(clockOn("2026-03-09", { events: pause }).refusalBy).toBe("2026-04-13");
    expect(clockOn("2026-03-05", { events: happened("identity_requested 2026-03-10") }).refusalBy).toBeNull();
  });

  it("does not exist for a complaint and a withdrawal of consent", () => {
    expect(clockOn("2026-03-05", { right: "complaint" }).refusalBy).toBeNull();
    expect(clockOn("2026-03-05", { right: "consent_withdrawal" }).refusalBy).toBeNull();
  });
});
