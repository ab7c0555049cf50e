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

test("who did it, and that demo data was invented", () => {
  expect(actorWords(SOMEBODY, staff)).toBe("Kim");
  expect(actorWords({ kind: "system", name: null, seed: false }, staff)).toBe("Habeas");
  expect(actorWords({ kind: "staff", name: "Kim", seed: true }, staff)).toBe("Kim (demo data)");
});

test.each(LANGUAGES)("every column of the register is explained in %s", (language) => {
  for (const column of REGISTER_COLUMNS)
    expect(translator(language, "staff")(`register.${column}`)).toBeTruthy();
});
