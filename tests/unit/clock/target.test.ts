import { clockOn, happened } from "./make-clock";

describe("the controller's own aim", () => {
  it("is so many days before the nominal end", () => {
    expect(clockOn("2026-03-05").target).toBe("2026-03-29");
    expect(clockOn("2026-03-05", { targetDaysBefore: 0 }).target).toBe("2026-04-05");
    expect(clockOn("2026-03-05", { events: happened("extend 2026-03-20") }).target).toBe("2026-05-29");
  });

  it("is never before receipt and never after the nominal end", () => {
    expect(clockOn("2026-03-05", { targetDaysBefore: 400 }).target).toBe("2026-03-05");
    expect(clockOn("2026-03-05", { targetDaysBefore: -3 }).target).toBe("2026-04-05");
    expect(clockOn("2026-03-05", { targetDaysBefore: 2.9 }).target).toBe("2026-04-03");
  });
});
