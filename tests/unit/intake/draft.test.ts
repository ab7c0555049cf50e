import {
  chosenRights,
  type DraftAnswers,
  firstOpenStep,
  NO_ANSWERS,
  type Step,
  stepAfter,
  stepBefore,
  stepsOf,
  type Typed,
  withAnswer,
  withRight,
} from "@/lib/domain/intake/draft";
import { Refused } from "@/lib/domain/kernel/refusal";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { filingOf, readStep, typedOf } from "@/lib/schemas/intake/draft";
import { filingInput } from "@/lib/schemas/intake/filing";

const done = (answers: DraftAnswers, step: Step, typed: Typed) =>
  withAnswer(answers, step, { typed, done: true, issues: [] });

const issues = (step: Step, typed: Typed) => {
  const read = readStep(step, typed);
  return read.ok ? [] : read.issues.map(({ field, message }) => `${field}: ${message}`);
};

const CONTACT: Typed = { name: ["Åsa Påhittad"], email: ["asa@person.test"] };

test("the pages follow the rights ticked, in the order in which they are offered", () => {
  const answers = done(NO_ANSWERS, "rights", { rights: ["erasure", "access", "nothing"] });
  expect(stepsOf(answers)).toEqual(["rights", "access", "erasure", "on-behalf", "contact"]);
  expect(firstOpenStep(answers)).toBe("access");
  expect([stepAfter(answers, "erasure"), stepAfter(answers, "contact")]).toEqual(["on-behalf", "check"]);
  expect([
    stepBefore(answers, "rights"),
    stepBefore(answers, "access"),
    stepBefore(answers, "check"),
  ]).toEqual([null, "rights", "contact"]);
  expect(firstOpenStep(NO_ANSWERS)).toBe("rights");
});

test("a short cut ticks its right and keeps the others", () => {
  expect(
    chosenRights(withRight(done(NO_ANSWERS, "rights", { rights: ["access"] }), "marketing_objection")),
  ).toEqual(["access", "marketing_objection"]);
});

test("only what the law cannot do without is required", () => {
  expect(issues("rights", {})).toEqual(["rights: required"]);
  expect(issues("rectification", {})).toEqual(["wrong: required"]);
  expect(issues("on-behalf", {})).toEqual(["onBehalf: required"]);
  expect(issues("on-behalf", { onBehalf: ["child"], subjectName: [""] })).toEqual(["subjectName: required"]);
  expect(issues("contact", {})).toEqual(["name: required", "email: required"]);
  const free = RIGHTS.filter((right) => right !== "rectification");
  expect(free.flatMap((right) => issues(right, {}))).toEqual([]);
});

test("what was typed is judged by the rules of a filing", () => {
  expect(issues("contact", { ...CONTACT, email: ["a@x.example,b@evil.example"] })).toEqual(["email: email"]);
  expect(issues("contact", { ...CONTACT, email: ["asa@exämple.se"] })).toEqual(["email: emailLetters"]);
  expect(issues("contact", { ...CONTACT, name: ["A\r\nBcc: b@evil.example"] })).toEqual(["name: characters"]);
  expect(issues("contact", { ...CONTACT, name: ["x".repeat(201)] })).toEqual(["name: tooLong"]);
  expect(issues("contact", { ...CONTACT, relationship: ["owner"] })).toEqual([
    expect.stringMatching(/^relationship: /),
  ]);
  expect(issues("on-behalf", { onBehalf: ["boss"] })).toEqual([expect.stringMatching(/^onBehalf: /)]);
  expect(issues("erasure", { grounds: ["z"] })).toEqual([expect.stringMatching(/^grounds\.0: /)]);
  const part = { scope: ["part"], "from-day": ["31"], "from-month": ["2"], "from-year": ["2025"] };
  expect(issues("access", part)).toEqual(["from-day: date"]);
  const backwards = {
    "from-day": ["2"],
    "from-month": ["1"],
    "from-year": ["2025"],
    "to-day": ["1"],
    "to-month": ["1"],
    "to-year": ["2025"],
  };
  expect(issues("access", { scope: ["part"], ...backwards })).toEqual(["to: periodOrder"]);
  expect(issues("access", { scope: ["everything"], ...backwards })).toEqual([]);
});

test("a page keeps its own fields, as typed, with the line breaks that the browser changed", () => {
  const pairs: [string, string][] = [
    ["wrong", "en rad\r\nen till "],
    ["assigneeId", "1"],
    ["__proto__", "x"],
    ["leaving", "next"],
  ];
  expect(typedOf("rectification", pairs)).toEqual({ wrong: ["en rad\nen till "] });
  const many = Array.from({ length: 500 }, (): [string, string] => ["rights", "access"]);
  expect(typedOf("rights", many).rights).toHaveLength(20);
});

test("a page is cut where nobody types on, so that a form without a sender fills no disk", () => {
  const long = ["wrong", "correct", "complete", "wrong"].map((name): [string, string] => [
    name,
    "x".repeat(250_000),
  ]);
  const typed = typedOf("rectification", long);
  expect(Object.values(typed).flat().join("").length).toBe(60_000);
  expect(typed.wrong?.[0]).toHaveLength(20_000);
  expect(readStep("rectification", typed)).toMatchObject({
    ok: false,
    issues: [{ message: "tooLong" }, {}, {}],
  });
});

test("the answers make a filing, without what is not asked any more", () => {
  let answers = done(NO_ANSWERS, "rights", { rights: ["access", "portability"] });
  answers = done(answers, "access", {
    scope: ["part"],
    "from-day": ["13"],
    "from-month": ["mars"],
    "from-year": ["2025"],
    subject: ["Köpet"],
  });
  answers = done(answers, "portability", { to: ["me"], receiver: ["left over"] });
  answers = done(answers, "erasure", { what: ["not ticked any more"] });
  answers = done(answers, "on-behalf", { onBehalf: ["self"], subjectName: ["left over"] });
  answers = done(answers, "contact", CONTACT);
  expect(firstOpenStep(answers)).toBe("check");
  const filing = filingOf(answers, "sv");
  expect(filingInput.parse(filing)).toEqual({
    ...filing,
    who: { ...filing.who, postalAddress: "", phone: "" },
  });
  expect(filing).toEqual({
    language: "sv",
    who: {
      name: "Åsa Påhittad",
      email: "asa@person.test",
      onBehalf: "self",
      subjectName: "",
      authority: "",
      relationship: "unknown",
      identifiers: "",
    },
    requests: [
      { right: "access", scope: "part", from: "2025-03-13", to: null, subject: "Köpet" },
      { right: "portability", to: "me", receiver: "" },
    ],
  });
});

test("answers that are not in order make no filing", () => {
  expect(() => filingOf(done(NO_ANSWERS, "rights", { rights: ["access"] }), "sv")).toThrow(Refused);
});
