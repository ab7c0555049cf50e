/** A request that is opened again: a new period from the day the call for it arrived (law.md leaves it open; GDPR Art. 12(3) by analogy). */
import { clockOn, happened } from "./make-clock";

test("what happened before stays history, and the new period is a whole one", () => {
  const clock = clockOn("2026-03-05", { events: happened("decided 2026-03-20", "reopened 2026-06-30") });
  const fresh = clockOn("2026-06-30");
  expect(clock).toMatchObject({ status: "running", receivedOn: "2026-03-05", statutory: fresh.statutory });
  expect(clock.refusalBy).toBe(fresh.refusalBy);
  expect(clock.derivation.map(({ rule }) => rule).slice(0, 2)).toEqual(["received", "reopened"]);
});

test("it stops again by a new decision, and can be opened a second time", () => {
  const events = ["decided 2026-03-20", "reopened 2026-06-30", "decided 2026-07-10"];
  expect(clockOn("2026-03-05", { events: happened(...events) }).status).toBe("stopped");
  const second = clockOn("2026-03-05", { events: happened(...events, "reopened 2026-09-01") });
  expect(second).toMatchObject({ status: "running", statutory: clockOn("2026-09-01").statutory });
});

test("an extension of the first period does not extend the second", () => {
  const events = happened("extend 2026-03-20", "decided 2026-05-20", "reopened 2026-06-30");
  expect(clockOn("2026-03-05", { events })).toMatchObject({
    extended: false,
    statutory: clockOn("2026-06-30").statutory,
  });
});
