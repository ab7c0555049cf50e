// A letter takes effect when it is posted: what counts is that the information went (GDPR Art. 12(3)).
import { postedAt } from "@/lib/domain/notice/posted";

const OF = {
  owedAt: new Date("2026-11-20T08:00:00Z"),
  now: new Date("2026-11-25T10:00:00Z"),
  zone: "Europe/Stockholm",
};

test("today is now, an earlier day its noon", () => {
  expect(postedAt("2026-11-25", OF)).toEqual({ ok: true, value: OF.now });
  expect(postedAt("2026-11-23", OF)).toEqual({ ok: true, value: new Date("2026-11-23T11:00:00Z") });
});

test("never before it was written, also on the day it was written", () => {
  expect(postedAt("2026-11-19", OF)).toEqual({ ok: false, refusal: "postedBefore" });
  const afternoon = { ...OF, owedAt: new Date("2026-11-20T15:00:00Z") };
  expect(postedAt("2026-11-20", afternoon)).toEqual({ ok: true, value: afternoon.owedAt });
});

test("never tomorrow, by the controller's day", () => {
  expect(postedAt("2026-11-26", OF)).toEqual({ ok: false, refusal: "postedAhead" });
  const lateEvening = { ...OF, now: new Date("2026-11-25T23:30:00Z") };
  expect(postedAt("2026-11-26", lateEvening)).toEqual({ ok: true, value: lateEvening.now });
});
