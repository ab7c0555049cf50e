/**
 * Every right, outcome and language: what law.md section 3 E and G want said stands in the letter, and no part of
 * the content that it is said with can be left out.
 */
import { letterText } from "@/emails/letters/letter-text";
import { readyAnswer } from "@/emails/letters/ready-answer";
import { answerFor } from "@/lib/cli/demo-seed/answers";
import { type Answer, type Outcome, outcomesFor } from "@/lib/domain/decision/answer";
import type { Content } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES, type Language } from "@/lib/domain/kernel/language";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { formatDate } from "@/lib/i18n/format";
import { legalText } from "@/lib/i18n/legal/legal-text";
import { translator } from "@/lib/i18n/translator";
import { AUTHORITY, SETTINGS } from "../invented";
import { letterOf, ON } from "./invented-answers";

const DAY = "2026-03-20" as IsoDate;

/** What each right wants said of what was done, as labels and headings of the letter. */
const PARTS: Readonly<Record<Right, readonly string[]>> = {
  access: [
    ...["confirmation", "scope", "a", "b", "c", "d", "e", "f", "g", "h", "transfers", "complaint"].map(
      (part) => `access.${part}`,
    ),
    ...["heading.searches", "fact.system", "fact.terms", "fact.result"],
  ],
  rectification: ["fact.what", "fact.before", "fact.after", "fact.changedOn", "heading.recipients"],
  erasure: [
    ...["heading.erasureGround", "erasureGround.a", "heading.erased", "fact.what", "fact.where"],
    ...["fact.erasedOn", "heading.backups", "heading.recipients"],
  ],
  restriction: [
    ...["heading.restrictionGround", "restrictionGround.a", "fact.scope", "fact.from", "heading.uses"],
  ],
  portability: [
    ...["heading.conditions", "fact.automated", "fact.basis", "fact.provided", "heading.format"],
    "heading.transmission",
  ],
  objection: [
    ...["fact.stopped", "fact.from", "heading.weighed", "fact.legalBasis", "fact.situation"],
    "fact.compelling",
  ],
  marketing_objection: ["fact.stopped", "fact.from", "heading.follows"],
  consent_withdrawal: ["fact.stopped", "fact.from", "heading.follows"],
  automated_decision_review: ["fact.reviewer", "heading.view", "heading.result", "heading.reasons"],
  complaint: ["heading.finding", "heading.measures"],
};

const FIXED: Partial<Record<Right, readonly string[]>> = {
  access: ["access-further-rights"],
  rectification: ["recipients-told"],
  erasure: ["recipients-told"],
  restriction: ["restriction-lifting", "recipients-told"],
  marketing_objection: ["marketing-suppression"],
  consent_withdrawal: ["lawfulness-before"],
};

/** Every text that somebody wrote in the content, except codes that the letter says in words of its own. */
function writtenIn(value: unknown): string[] {
  if (typeof value === "string") return value.length > 12 ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(writtenIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(writtenIn) : [];
}

const combinations = LANGUAGES.flatMap((language) =>
  RIGHTS.flatMap((right) =>
    [...outcomesFor(right, true), ...outcomesFor(right, false)].map((outcome): [Language, Right, Outcome] => [
      language,
      right,
      outcome,
    ]),
  ),
);

test.each(combinations)("%s: %s, %s", (language, right, outcome) => {
  const answer = answerFor(right, outcome, language, DAY);
  expect(answer.outcome).toBe(outcome);
  const letter = letterOf(answer, right, language);
  const read = letterText(letter);
  const fixed = letter.blocks.flatMap((block) => (block.kind === "fixed" ? [block.notice] : []));
  const say = translator(language, "findings");
  const done = outcome === "granted" || outcome === "granted_in_part";

  // All: who answers, when, what, the authority with its address, the court, free of charge.
  for (const part of [SETTINGS.name, SETTINGS.contactEmail, AUTHORITY.name, AUTHORITY.web, "7KQ2M-4TX9P-V"]) {
    expect(read).toContain(part);
  }
  expect(read).toContain(AUTHORITY.address.split("\n")[0]);
  expect(fixed).toEqual(expect.arrayContaining(["complaint-authority", "court-remedy", "free-of-charge"]));
  expect(read).not.toMatch(/[{}]|undefined|null|NaN/);

  if (done) {
    for (const part of PARTS[right]) expect(read).toContain(say(part));
    for (const text of writtenIn({ ...answer.content, right: "" })) expect(read).toContain(text);
    expect(fixed).toEqual(expect.arrayContaining([...(FIXED[right] ?? [])]));
    for (const { name } of answer.items) expect(read).toContain(name);
  }
  if (outcome === "refused" || outcome === "granted_in_part") {
    const letters = translator(language, "letter");
    for (const { ground, reasons, provision, balancing } of answer.refusals) {
      expect(read).toContain(letters(`refusalGround.${ground}.name`));
      for (const text of [reasons, provision, balancing]) expect(read).toContain(text);
    }
    // Until when: seven years from the end of 2025, computed.
    if (right === "erasure" && answer.refusals.some(({ ground }) => ground === "expression")) {
      expect(read).toContain(formatDate("2032-12-31" as IsoDate, language));
    }
  }
  if (outcome === "nothing_held") {
    for (const { system, terms } of answer.searches) {
      expect(read).toContain(system);
      expect(read).toContain(terms);
    }
    expect(read).toContain(say("found.nothing"));
  }
  if (outcome === "address_not_confirmed") {
    for (const text of writtenIn(answer.content)) expect(read).not.toContain(text);
    expect(fixed).toContain("address-not-confirmed");
  }
});

test("the legal texts that stand for parts of the law say them", () => {
  for (const language of LANGUAGES) {
    expect(legalText("gdpr-se", "restriction-lifting", language).text).toMatch(/18\(3\)|18\.3/);
    expect(legalText("gdpr-se", "lawfulness-before", language).text).toMatch(/7\(3\)|7\.3/);
    expect(legalText("gdpr-se", "access-further-rights", language).text).toMatch(/15\(1\)\(e\)|15\.1 e/);
  }
});

/** Every path of the content below which something is demanded. */
const EMPTIED: readonly [Right, string, string][] = [
  ...(["a", "b", "d"] as const).map((b): [Right, string, string] => [
    "access",
    `blocks.${b}.text`,
    `block_${b}`,
  ]),
  ...(["c", "g", "h", "transfers"] as const).map((b): [Right, string, string] => [
    "access",
    `blocks.${b}.says`,
    `block_${b}`,
  ]),
  ["access", "recipients", "recipients"],
  ["rectification", "told", "told"],
  ["erasure", "told", "told"],
  ["restriction", "told", "told"],
  ["access", "recipients.0.name", "recipient_name"],
  ["access", "scope", "scope"],
  ["rectification", "changes", "changes"],
  ["rectification", "changes.0.before", "change_fields"],
  ["rectification", "changes.0.after", "change_fields"],
  ["rectification", "changes.0.on", "change_fields"],
  ["rectification", "disputed", "disputed"],
  ["erasure", "grounds", "erasure_grounds"],
  ["erasure", "erased", "erased"],
  ["erasure", "erased.0.where", "erased_fields"],
  ["erasure", "erased.1.on", "erased_fields"],
  ["erasure", "backups", "backups"],
  ["erasure", "published", "published"],
  ["restriction", "grounds", "restriction_grounds"],
  ["restriction", "scope", "restriction_scope"],
  ["restriction", "from", "from"],
  ["restriction", "uses", "uses"],
  ["portability", "automated", "conditions"],
  ["portability", "basis", "conditions"],
  ["portability", "provided", "conditions"],
  ["portability", "format", "format"],
  ["portability", "transmission", "transmission"],
  ["objection", "basis", "objection_basis"],
  ["objection", "situation", "situation"],
  ["objection", "compelling", "compelling"],
  ["objection", "stopped", "stopped"],
  ["objection", "from", "from"],
  ["objection", "disclosure", "disclosure"],
  ["marketing_objection", "stopped", "stopped"],
  ["marketing_objection", "from", "from"],
  ["marketing_objection", "follows", "follows"],
  ["consent_withdrawal", "stopped", "stopped"],
  ["consent_withdrawal", "from", "from"],
  ["consent_withdrawal", "follows", "follows"],
  ["automated_decision_review", "reviewer", "reviewer"],
  ["automated_decision_review", "view", "view"],
  ["automated_decision_review", "result", "result"],
  ["automated_decision_review", "reasons", "review_reasons"],
  ["complaint", "finding", "finding"],
  ["complaint", "measures", "measures"],
];

test.each(["none", "impossible"] as const)("that nobody is told is said, with why: %s (Art. 19)", (told) => {
  for (const language of LANGUAGES) {
    const answer = answerFor("erasure", "granted", language, DAY);
    const content = { ...answer.content, told, notTold: "canary-why" } as Content;
    const letter = letterOf({ ...answer, content }, "erasure", language);
    const read = letterText(letter);
    const say = translator(language, "findings");
    expect(read).toContain(say(told === "none" ? "sentence.toldNobody" : "sentence.notTold"));
    expect(read.includes("canary-why")).toBe(told === "impossible");
    expect(read).not.toContain("Exempelfrakt");
    const fixed = letter.blocks.some((block) => block.kind === "fixed" && block.notice === "recipients-told");
    expect(fixed).toBe(told === "impossible");
  }
});

test.each(EMPTIED)("%s cannot leave without %s (%s)", (right, path, code) => {
  const answer = answerFor(right, "granted", "en", DAY);
  const content = structuredClone(answer.content) as Content;
  empty(content, path.split("."));
  const made = readyAnswer({ ...answer, content }, of(right));
  expect(made).toMatchObject({ ok: false, refusal: expect.arrayContaining([code]) });
  const staff = translator("sv", "staff");
  expect(staff(`answer.missing.${code}`)).toBeTruthy();
});

test.each(RIGHTS)("%s cannot leave with nothing of its own, or with what another right wants", (right) => {
  const answer: Answer = answerFor(right, "granted", "en", DAY);
  const other = answerFor(right === "access" ? "erasure" : "access", "granted", "en", DAY).content;
  for (const content of [null, other]) {
    expect(readyAnswer({ ...answer, content }, of(right))).toMatchObject({
      ok: false,
      refusal: expect.arrayContaining(["content"]),
    });
  }
});

function of(right: Right) {
  return { right, confirmed: true, authority: AUTHORITY, ...ON } as const;
}

function empty(value: unknown, [first = "", ...rest]: string[]): void {
  const within = value as Record<string, unknown>;
  if (rest.length > 0) empty(within[first], rest);
  else within[first] = Array.isArray(within[first]) ? [] : "";
}
