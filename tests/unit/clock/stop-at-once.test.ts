import { mayExtend } from "@/lib/domain/clock/may-extend";
import { effectOf } from "@/lib/domain/clock/stops-clock";
import { tasksOfFiling } from "@/lib/domain/decision/task";
import { calendarOf, clockOn, happened, profileOf, rulesOf } from "./make-clock";

describe("an objection to direct marketing (Art. 21(3) GDPR)", () => {
  const clock = clockOn("2026-03-10", { right: "marketing_objection" });

  it("is to stop at once and stands first in the queue, while telling the person has its month", () => {
    expect(clock).toMatchObject({
      status: "running",
      statutory: "2026-04-10",
      nominal: "2026-04-10",
      sortOn: "2026-03-10",
      refusalBy: "2026-04-10",
    });
    expect(clock.derivation).toContainEqual({
      rule: "stop_at_once",
      from: "2026-03-10",
      to: "2026-03-10",
      citation: "Art. 21(3) GDPR",
      facts: {},
    });
  });

  it("is neither paused nor extended: there is nothing to clarify, and nothing complex about stopping", () => {
    const events = happened("clarification_requested 2026-03-11", "extend 2026-03-12");
    expect(clockOn("2026-03-10", { right: "marketing_objection", events })).toMatchObject({
      status: "running",
      statutory: "2026-04-10",
      extended: false,
    });
    const gdpr = profileOf("gdpr-se");
    expect(effectOf(gdpr, "clarification", "marketing_objection")).toBe("none");
    expect(mayExtend(gdpr, "marketing_objection", clock, false)).toEqual({
      ok: false,
      refusal: "extension_not_possible",
    });
  });

  it("aims at two working days and says that the aim is ours", () => {
    expect(clock.target).toBe("2026-03-12");
    expect(clock.derivation).toContainEqual({
      rule: "stop_aim",
      from: "2026-03-10",
      to: "2026-03-12",
      citation: "",
      facts: { workingDays: 2 },
    });
  });

  it("skips weekends and holidays in that aim, also where last days are never moved", () => {
    // Friday, then Easter until Monday 6 April: Tuesday and Wednesday are the working days.
    expect(clockOn("2026-04-02", { right: "marketing_objection" }).target).toBe("2026-04-08");
    expect(clockOn("2026-04-02", { right: "marketing_objection", holidayPolicy: "none" }).target).toBe(
      "2026-04-08",
    );
  });
});

describe("a withdrawal of consent (Art. 7(3) GDPR)", () => {
  it("has no last day: it is to be done at once", () => {
    const clock = clockOn("2026-03-10", { right: "consent_withdrawal" });
    expect(clock).toEqual({
      status: "at_once",
      receivedOn: "2026-03-10",
      target: "2026-03-12",
      safe: null,
      statutory: null,
      nominal: null,
      ackBy: null,
      extensionNoticeBy: null,
      refusalBy: null,
      confirmBy: null,
      dueEndExclusive: null,
      sortOn: "2026-03-10",
      safeLeads: false,
      extended: false,
      derivation: expect.any(Array),
    });
    expect(rulesOf(clock)).toEqual(["received", "stop_at_once", "stop_aim", "no_last_day"]);
    expect(clock.derivation[0]?.citation).toBe("");
  });

  it("is neither paused nor extended by anything", () => {
    const events = happened(
      "identity_requested 2026-03-11",
      "identity_received 2026-03-12",
      "extend 2026-03-12",
    );
    expect(clockOn("2026-03-10", { right: "consent_withdrawal", events })).toEqual(
      clockOn("2026-03-10", { right: "consent_withdrawal" }),
    );
  });

  it("ends like any other request", () => {
    expect(
      clockOn("2026-03-10", { right: "consent_withdrawal", events: happened("decided 2026-03-11") }).status,
    ).toBe("stopped");
  });
});

describe.each([
  ["ca-pipeda", "CA"],
  ["us-ca-ccpa", "US"],
  ["us-va", "US"],
  ["ch-fadp", "CH"],
  ["jp-appi", "JP"],
  ["br-lgpd", "BR"],
])("under %s, which does not say at once", (id, region) => {
  const law = { profile: profileOf(id), calendar: calendarOf(region) };

  it.each(["marketing_objection", "consent_withdrawal"] as const)(
    "the aim for the stop is the same two working days, ours and no law's: %s",
    (right) => {
      const clock = clockOn("2026-03-10", { ...law, right });
      expect(clock.target).toBe("2026-03-12");
      expect(rulesOf(clock)).toContain("stop_aim");
      expect(rulesOf(clock)).not.toContain("stop_at_once");
      expect(tasksOfFiling(right, clock).map(({ dueOn }) => dueOn)).toEqual(["2026-03-12"]);
      // The answer has the time that it had.
      expect((clock.statutory ?? "") > "2026-03-23" || clock.statutory === null).toBe(true);
      expect(clock.sortOn).not.toBe("2026-03-10");
    },
  );
});

it("stops nothing for other rights", () => {
  expect(rulesOf(clockOn("2026-03-10", { right: "objection" }))).not.toContain("stop_at_once");
});
