import { clockOn, happened, rulesOf } from "./make-clock";

const clock = (received: string, ...events: readonly string[]) =>
  clockOn(received, { events: happened(...events) });

describe("the one extension (Art. 12(3) GDPR, second and third sentence)", () => {
  it("makes it three months from receipt", () => {
    const extended = clock("2026-03-10", "extend 2026-04-08");
    expect(extended).toMatchObject({
      extended: true,
      status: "running",
      statutory: "2026-06-10",
      extensionNoticeBy: "2026-04-10",
    });
    expect(extended.derivation).toContainEqual({
      rule: "extended",
      from: "2026-04-10",
      to: "2026-06-10",
      citation: "Art. 12(3) GDPR",
      facts: {
        unit: "months",
        count: 3,
        clipped: false,
        startDay: 10,
        start: "2026-03-10",
        noticeOn: "2026-04-08",
        noticeBy: "2026-04-10",
      },
    });
  });

  it("takes a notice on the last day, to its last minute in the controller's zone", () => {
    expect(clock("2026-03-05", "extend 2026-04-07T23:59:59+02:00").extended).toBe(true);
    expect(clock("2026-03-05", "extend 2026-04-08T00:00:00+02:00").extended).toBe(false);
  });

  it("has no effect when the notice is late, and says so", () => {
    const late = clock("2026-03-10", "extend 2026-04-11");
    expect(late).toMatchObject({ extended: false, statutory: "2026-04-10" });
    expect(late.derivation).toContainEqual({
      rule: "extension_too_late",
      from: null,
      to: null,
      citation: "Art. 12(3) GDPR",
      facts: { on: "2026-04-11" },
    });
  });

  it("works once", () => {
    const twice = clock("2026-03-10", "extend 2026-03-20", "extend 2026-05-20");
    expect(twice.statutory).toBe("2026-06-10");
    expect(rulesOf(twice)).toContain("extension_again");
  });

  it("has a limit that stands still with the clock", () => {
    const pause = ["identity_requested 2026-03-12", "identity_received 2026-03-19"];
    expect(clock("2026-03-10", ...pause, "extend 2026-04-17")).toMatchObject({
      extended: true,
      nominal: "2026-06-17",
    });
    expect(clock("2026-03-10", ...pause, "extend 2026-04-18")).toMatchObject({
      extended: false,
      nominal: "2026-04-17",
    });
  });

  it("can be told while a question is open", () => {
    const open = clock("2026-03-10", "identity_requested 2026-03-12", "extend 2026-05-20");
    expect(open).toMatchObject({ status: "paused", extended: true, statutory: null, sortOn: "2026-06-10" });
    expect(
      clock(
        "2026-03-10",
        "identity_requested 2026-03-12",
        "extend 2026-05-20",
        "identity_received 2026-05-21",
      ).nominal,
    ).toBe("2026-08-19");
  });

  it("exists for every right of Articles 15 to 22, not for our own promise", () => {
    const events = happened("extend 2026-03-20");
    expect(clockOn("2026-03-10", { right: "automated_decision_review", events }).statutory).toBe(
      "2026-06-10",
    );
    const complaint = clockOn("2026-03-10", { right: "complaint", events });
    expect(complaint).toMatchObject({ extended: false, statutory: "2026-04-10", extensionNoticeBy: null });
    expect(rulesOf(complaint)).toContain("extension_not_possible");
  });
});

describe("the date to tell about an extension by (Art. 12(3) GDPR, the strictest reading)", () => {
  it("is one month from receipt, whatever weekends, holidays and pauses do", () => {
    expect(clock("2026-03-05").extensionNoticeBy).toBe("2026-04-05");
    expect(
      clock("2026-03-05", "identity_requested 2026-03-06", "identity_received 2026-03-16").extensionNoticeBy,
    ).toBe("2026-04-05");
    expect(clock("2026-11-30", "extend 2026-12-15").extensionNoticeBy).toBe("2026-12-30");
    expect(clock("2026-01-31").extensionNoticeBy).toBe("2026-02-28");
  });
});
