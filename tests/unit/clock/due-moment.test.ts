import { clockOn } from "./make-clock";

describe("the end of the last day (Art. 3(2)(c) Regulation 1182/71: its last hour)", () => {
  it.each([
    [
      "2026-03-01T23:30:00+01:00",
      "Europe/Stockholm",
      "2026-04-01",
      "2026-04-01T22:00:00.000Z",
      "summer time began in between",
    ],
    [
      "2026-09-30T22:30:00Z",
      "Europe/Stockholm",
      "2026-11-02",
      "2026-11-02T23:00:00.000Z",
      "summer time ended in between",
    ],
    [
      "2026-02-28T12:00:00Z",
      "Europe/Stockholm",
      "2026-03-30",
      "2026-03-30T22:00:00.000Z",
      "the Monday after the change",
    ],
    [
      "2026-02-10T12:00:00Z",
      "Atlantic/Azores",
      "2026-03-10",
      "2026-03-11T01:00:00.000Z",
      "west of Greenwich",
    ],
    ["2026-02-10T12:00:00Z", "Europe/Helsinki", "2026-03-10", "2026-03-10T22:00:00.000Z", "east of it"],
  ])("received %s in %s: last day %s, too late from %s, %s", (received, zone, statutory, dueEndExclusive) => {
    expect(clockOn(received, { zone })).toMatchObject({ statutory, dueEndExclusive });
  });

  it("is the start of the next day also on a day of 23 hours", () => {
    // Sunday 29 March 2026 has 23 hours in Sweden; under the policy `none` a last day can fall on it.
    const clock = clockOn("2026-02-28T12:00:00Z", { holidayPolicy: "none", events: [] });
    expect(clock).toMatchObject({ statutory: "2026-03-28", dueEndExclusive: "2026-03-28T23:00:00.000Z" });
    const changing = clockOn("2028-02-26T12:00:00Z", { holidayPolicy: "none" });
    expect(changing).toMatchObject({ statutory: "2028-03-26", dueEndExclusive: "2028-03-26T22:00:00.000Z" });
  });

  it("is the first hour that exists where summer time skips midnight", () => {
    // In Havana clocks go from 00:00 to 01:00 on Sunday 8 March 2026.
    const clock = clockOn("2026-02-07T17:00:00Z", { zone: "America/Havana", holidayPolicy: "none" });
    expect(clock).toMatchObject({ statutory: "2026-03-07", dueEndExclusive: "2026-03-08T05:00:00.000Z" });
  });
});
