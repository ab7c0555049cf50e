import { localDate } from "@/lib/domain/clock/dates";
import { clockOn } from "./make-clock";

describe("the day of receipt (Art. 12(3) GDPR; Art. 3(1) Regulation 1182/71)", () => {
  it("is the local date in the controller's zone, not the date in UTC", () => {
    expect(clockOn("2026-09-30T22:30:00Z").receivedOn).toBe("2026-10-01");
    expect(clockOn("2026-09-30T21:59:59.999Z").receivedOn).toBe("2026-09-30");
    expect(localDate("2026-03-01T23:30:00+01:00", "Europe/Stockholm")).toBe("2026-03-01");
    expect(localDate("2026-03-01T23:30:00+01:00", "Europe/Helsinki")).toBe("2026-03-02");
    expect(localDate("2026-03-01T00:30:00+01:00", "Atlantic/Azores")).toBe("2026-02-28");
  });

  it("counts on a Saturday, a Sunday and a holiday like on any day", () => {
    expect(clockOn("2026-06-06").receivedOn).toBe("2026-06-06");
    expect(clockOn("2026-06-06").nominal).toBe("2026-07-06");
    expect(clockOn("2026-04-05").nominal).toBe("2026-05-05");
  });

  it("is not itself counted: a month from the 10th ends on the 10th", () => {
    expect(clockOn("2026-02-10").nominal).toBe("2026-03-10");
    expect(clockOn("2026-02-10").derivation[0]).toEqual({
      rule: "received",
      from: null,
      to: "2026-02-10",
      citation: "Art. 3(1) Regulation (EEC, Euratom) 1182/71",
      facts: { zone: "Europe/Stockholm", counted: true },
    });
  });

  it("gives the same clock for the same instant, however it is written", () => {
    expect(clockOn("2026-03-05T10:00:00+01:00")).toEqual(clockOn("2026-03-05T09:00:00Z"));
    expect(clockOn("2026-03-05T10:00:00+01:00")).toEqual(clockOn("2026-03-05T04:00:00.000-05:00"));
  });

  it("refuses text that is no instant, and a zone that does not exist", () => {
    expect(() => clockOn("2026-03-05T10:00:00")).toThrow(RangeError);
    expect(() => clockOn("2026-03-05", { zone: "Europe/Atlantis" })).toThrow(RangeError);
  });
});
