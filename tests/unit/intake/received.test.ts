// GDPR Art. 12(3): a request counts from its receipt, in the controller's time (law.md 1.0 no. 1); Reg. 1182/71.
import { enteredReceipt, wallInstant, wallNow } from "@/lib/domain/intake/received";

const ZONE = "Europe/Stockholm";
const NOW = new Date("2026-11-25T10:00:00Z");

const judged = (date: string, time: string, known = false) =>
  enteredReceipt({ date, time }, ZONE, NOW, known);

test("a time on the wall is an instant in the controller's zone, winter and summer", () => {
  expect(wallInstant({ date: "2026-01-15", time: "23:30" }, ZONE)).toEqual({
    ok: true,
    value: "2026-01-15T22:30:00.000Z",
  });
  expect(wallInstant({ date: "2026-07-15", time: "00:10" }, ZONE)).toEqual({
    ok: true,
    value: "2026-07-14T22:10:00.000Z",
  });
  expect(wallInstant({ date: "2026-07-15", time: "00:10" }, "Atlantic/Reykjavik")).toEqual({
    ok: true,
    value: "2026-07-15T00:10:00.000Z",
  });
});

test("a time that summer time skips never was", () => {
  expect(wallInstant({ date: "2026-03-29", time: "02:30" }, ZONE)).toEqual({
    ok: false,
    refusal: "noSuchTime",
  });
  expect(wallInstant({ date: "2026-03-29", time: "03:00" }, ZONE).ok).toBe(true);
});

test("a time that winter time repeats is the earlier of the two", () => {
  expect(wallInstant({ date: "2026-10-25", time: "02:30" }, ZONE)).toEqual({
    ok: true,
    value: "2026-10-25T00:30:00.000Z",
  });
});

test.each([
  ["a moment ago", "2026-11-25", "10:59", false, null],
  ["a day back to the minute", "2026-11-24", "11:00", false, null],
  ["more than a day back, not said", "2026-11-24", "10:59", false, "receiptBack"],
  ["more than a day back, and said", "2026-11-24", "10:59", true, null],
  ["in a minute", "2026-11-25", "11:01", false, "receiptAhead"],
  ["ahead is never right, said or not", "2027-01-01", "00:00", true, "receiptAhead"],
  ["three years back", "2023-11-25", "11:00", true, null],
  ["more than three years back", "2023-11-25", "10:59", true, "receiptTooOld"],
])("%s", (_, date, time, known, problem) => {
  const result = judged(date, time, known);
  expect(result.ok ? null : result.refusal).toBe(problem);
});

test("the form begins with the clock on the controller's wall", () => {
  expect(wallNow(new Date("2026-07-01T22:05:59Z"), ZONE)).toEqual({ date: "2026-07-02", time: "00:05" });
});
