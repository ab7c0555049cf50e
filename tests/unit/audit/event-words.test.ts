import { actorWords, eventSentence } from "@/app/(staff)/staff/_desk/event-words";
import { AUDIT_EVENTS, type AuditFact } from "@/lib/domain/audit/events";
import { REGISTER_COLUMNS } from "@/lib/domain/audit/register";
import type { IsoInstant } from "@/lib/domain/kernel/date";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { translator } from "@/lib/i18n/translator";

const staff = translator("en", "staff");
const letter = translator("en", "letter");
const SOMEBODY = { kind: "staff", name: "Kim", seed: false } as const;

function sentence(type: (typeof AUDIT_EVENTS)[number], facts: Readonly<Record<string, AuditFact>> = {}) {
  const line = { seq: 1, at: "2026-01-01T00:00:00.000Z" as IsoInstant, type, facts, actor: SOMEBODY };
  return eventSentence(line, staff, letter);
}

test.each(LANGUAGES)("every event has a sentence in %s, whatever facts it carries", (language) => {
  for (const type of AUDIT_EVENTS) {
    const line = { seq: 1, at: "2026-01-01T00:00:00.000Z" as IsoInstant, type, facts: {}, actor: SOMEBODY };
    expect(eventSentence(line, translator(language, "staff"), translator(language, "letter"))).toBeTruthy();
  }
});

test("facts that are codes are words in it, and what nobody knows does no harm", () => {
  expect(sentence("request.received", { right: "erasure", reference: "X" })).toBe(
    "The request was received: Erasure",
  );
  expect(sentence("decision.made", { outcome: "refused", late: true, grounds: ["legal_claims"] })).toBe(
    "Decision: Refused, after the last day",
  );
  expect(sentence("notice.failed", { kind: "answer_ready", code: "550" })).toBe(
    "Notice not delivered: The answer is ready",
  );
  expect(sentence("request.assigned", { from: null, to: "Kim" })).toBe("The request was assigned to Kim");
  expect(sentence("request.assigned", { from: "Kim", to: null })).toBe("The request was taken from Kim");
  expect(sentence("request.opened", { names: false })).toBe("The request was opened without names");
  expect(sentence("filing.received", { channel: "form", requests: 2 })).toBe(
    "A filing arrived by form, 2 requests",
  );
});

test("a change of the time says what caused it and both last days, and a check how it ended", () => {
  const changed = { event: "identity_received", before: "2026-04-10", after: "2026-04-12" };
  expect(sentence("request.clock_changed", changed)).toBe(
    "The time limit changed, proof of identity received. Last day before: 2026-04-10, now: 2026-04-12",
  );
  expect(sentence("request.clock_changed", { ...changed, before: null, by: "cancelled" })).toBe(
    "The time limit changed, what had been asked was not needed. Last day before: none, now: 2026-04-12",
  );
  const moved = { event: "recomputed", cause: "own_day", workBefore: "2026-04-10", workAfter: "2026-04-11" };
  expect(sentence("request.clock_changed", { ...changed, ...moved })).toBe(
    "The time limit changed, counted anew after a change of an own day. Last day before: 2026-04-10, now: 2026-04-12. Staff work to 2026-04-11 instead of 2026-04-10",
  );
  expect(sentence("request.clock_changed", { event: "extend", void: true })).toBe(
    "What was to change the time did not happen: notice of more time",
  );
  expect(sentence("authority.checked", { result: "rejected", authority: "agent" })).toBe(
    "The representative’s authority was assessed: not accepted",
  );
  expect(sentence("identity.resolved", { result: "not_needed", way: null })).toBe(
    "The identity check was decided: not needed any more",
  );
});

test("who did it, and that demo data was invented", () => {
  expect(actorWords(SOMEBODY, staff)).toBe("Kim");
  expect(actorWords({ kind: "system", name: null, seed: false }, staff)).toBe("Habeas");
  expect(actorWords({ kind: "staff", name: "Kim", seed: true }, staff)).toBe("Kim (demo data)");
});

test.each(LANGUAGES)("every column of the register is explained in %s", (language) => {
  for (const column of REGISTER_COLUMNS)
    expect(translator(language, "staff")(`register.${column}`)).toBeTruthy();
});
