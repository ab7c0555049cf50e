/** Small rules of the clock at the desk; sources stand with each rule. */
import { missingOf, wrongUntil } from "@/lib/domain/clock/extension-reasons";
import { mayExtend, noticeTakesEffectUntil } from "@/lib/domain/clock/may-extend";
import { recordedAnswer } from "@/lib/domain/clock/recorded-answer";
import { askedLate, effectOf } from "@/lib/domain/clock/stops-clock";
import { rulesFor } from "@/lib/domain/law/rules";
import { clockOn, happened, on, profileOf, UK } from "./make-clock";

const GDPR = profileOf("gdpr-se");

test("GDPR recital 63: a question about what is meant stops the time; UK Art. 12A: for access only", () => {
  expect(effectOf(GDPR, "clarification", "access")).toBe("pauses");
  expect(effectOf(GDPR, "clarification", "consent_withdrawal")).toBe("none");
  expect(effectOf(UK, "clarification", "access")).toBe("pauses");
  expect(effectOf(UK, "clarification", "erasure")).toBe("none");
  expect(effectOf(UK, "identity", "erasure")).toBe("restarts");
});

test("asked after the third day it is late, by local dates", () => {
  expect(askedLate(on("2026-12-05"), on("2026-12-08"))).toBe(false);
  expect(askedLate(on("2026-12-05"), on("2026-12-09"))).toBe(true);
});

test("GDPR Art. 12(3): one extension, of a statutory time, whether it has arrived or is on its way", () => {
  const clock = clockOn("2026-12-05");
  expect(mayExtend(GDPR, "access", clock, false).ok).toBe(true);
  expect(mayExtend(GDPR, "access", clock, true)).toEqual({ ok: false, refusal: "already_extended" });
  const once = clockOn("2026-12-05", { events: happened("extend 2026-12-20") });
  expect(mayExtend(GDPR, "access", once, false)).toEqual({ ok: false, refusal: "already_extended" });
  expect(mayExtend(GDPR, "complaint", clock, false)).toEqual({
    ok: false,
    refusal: "extension_not_possible",
  });
});

test("GDPR Art. 12(3): a notice of an extension changes something up to the last day, or the strict month where that is read", () => {
  // One month from 13 February 2026 is Friday 13 March; from 14 February it is a Saturday and moves to the 16th.
  const saturday = clockOn("2026-02-14");
  expect(noticeTakesEffectUntil(GDPR, "access", saturday)).toBe("2026-03-16");
  const strict = profileOf("gdpr-se;extensionnotice=first_period");
  expect(noticeTakesEffectUntil(strict, "access", saturday)).toBe("2026-03-14");
  const waits = clockOn("2026-02-14", { events: happened("clarification_requested 2026-02-15") });
  expect(noticeTakesEffectUntil(GDPR, "access", waits)).toBeNull();
});

const OF = { told: false, bare: false };

test("an extension says why, in particular, and what is done", () => {
  expect(missingOf({ reasons: [], specific: " ", done: "" }, { ...OF, others: true })).toEqual([
    "reasons",
    "specific",
    "done",
  ]);
  expect(
    missingOf({ reasons: ["large_volume"], specific: "a", done: "b" }, { ...OF, others: false }),
  ).toEqual([]);
  const blank = { reasons: ["large_volume"], specific: "", done: "" } as const;
  expect(missingOf(blank, { ...OF, others: true, bare: true })).toEqual([]);
  const several = { reasons: ["many_requests"], specific: "a", done: "b" } as const;
  expect(missingOf(several, { ...OF, others: false })).toEqual(["only_request"]);
  expect(missingOf(several, { ...OF, others: true })).toEqual([]);
});

test("the day that a notice names is the one it brings about, or it is not named", () => {
  const of = { before: "2026-04-01", after: "2026-05-01" } as const;
  expect(wrongUntil("2026-05-01", of as never)).toEqual([]);
  expect(wrongUntil("2026-05-02", of as never)).toEqual(["until_late"]);
  expect(wrongUntil("2026-04-01", of as never)).toEqual(["until_early"]);
  expect(wrongUntil("", of as never)).toEqual([]);
});

describe("the date of an answer that came another way", () => {
  const of = {
    now: new Date("2026-12-15T08:00:00Z"),
    receivedAt: new Date("2026-12-05T23:30:00Z"),
    askedAt: new Date("2026-12-08T20:00:00Z"),
    zone: "Europe/Stockholm",
  };

  test.each([
    ["2026-12-16", "answerAhead"],
    ["2026-12-05", "answerBeforeReceipt"],
    ["2026-12-07", "answerBeforeQuestion"],
  ])("%s cannot be", (date, refusal) => {
    expect(recordedAnswer(on(date), of)).toEqual({ ok: false, refusal });
  });

  test("on the day of the question it comes after it; today it is now, at every hour", () => {
    expect(recordedAnswer(on("2026-12-08"), of)).toEqual({ ok: true, value: of.askedAt });
    expect(recordedAnswer(on("2026-12-15"), of)).toEqual({ ok: true, value: of.now });
    const evening = new Date("2026-12-15T17:00:00Z");
    expect(recordedAnswer(on("2026-12-15"), { ...of, now: evening })).toEqual({ ok: true, value: evening });
    expect(recordedAnswer(on("2026-12-10"), of)).toEqual({
      ok: true,
      value: new Date("2026-12-10T11:00:00Z"),
    });
  });
});

test("what a law says of one right alone counts for that right: no extension of an opt-out in California", () => {
  const california = profileOf("us-ca-ccpa");
  const exception = california.rules.exceptions.flatMap(({ rights }) => rights);
  for (const right of exception) {
    const rules = rulesFor(california.rules, right);
    const clock = clockOn("2026-12-05", { profile: california, right });
    expect(mayExtend(california, right, clock, false).ok).toBe(
      rules.extension !== null && rules.rights[right].lastDay === "statutory",
    );
  }
});
