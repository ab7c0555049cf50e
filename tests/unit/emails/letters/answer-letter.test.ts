import { letterText } from "@/emails/letters/letter-text";
import type { Answer } from "@/lib/domain/decision/answer";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { groundsFor } from "@/lib/domain/law/grounds";
import { AUTHORITY, SETTINGS } from "../invented";
import { EMPTY, letterOf, NO } from "./invented-answers";

const GRANTED: Answer = { ...EMPTY, text: "We did it on 1 April.\n\nIn all systems." };
const PART: Answer = { ...EMPTY, outcome: "granted_in_part", text: "We erased the rest.", refusals: [NO] };
const REFUSED: Answer = { ...EMPTY, outcome: "refused", refusals: [NO] };
const NOTHING: Answer = {
  ...EMPTY,
  outcome: "nothing_held",
  searches: [{ system: "CRM and mail", custodian: "", terms: "with your address", result: "nothing" }],
};
const CLOSED: Answer = { ...EMPTY, outcome: "address_not_confirmed" };

function notices(answer: Answer, right: Right, settings = {}): string[] {
  const { blocks } = letterOf(answer, right, "en", settings);
  return blocks.flatMap((block) => (block.kind === "fixed" ? [block.notice] : []));
}

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(RIGHTS)("a granted %s says what, when, who and what then", (right) => {
    const letter = letterOf(GRANTED, right, language);
    const read = letterText(letter);
    expect(letter.language).toBe(language);
    expect(letter.template).toEqual({ name: "answer-letter", version: 4 });
    for (const said of [
      "7KQ2M-4TX9P-V",
      "We did it on 1 April.",
      "In all systems.",
      AUTHORITY.web,
      SETTINGS.name,
    ]) {
      expect(read).toContain(said);
    }
    expect(read).toContain(language === "sv" ? "7 mars 2026" : "7 March 2026");
    expect(read).toContain(language === "sv" ? "1 april 2026" : "1 April 2026");
    expect(read).not.toMatch(/[{}]|undefined|null/);
  });

  test("nothing held says what was searched", () => {
    const read = letterText(letterOf(NOTHING, "access", language));
    expect(read).toContain("CRM and mail");
    expect(read).toContain("with your address");
  });

  test("a closing without confirmed address says nothing of what was asked but its right", () => {
    const read = letterText(
      letterOf({ ...CLOSED, text: "secret", searches: NOTHING.searches }, "erasure", language),
    );
    expect(read).not.toContain("secret");
    expect(read).not.toContain("CRM");
    expect(read).toContain(AUTHORITY.name);
  });
});

test.each([
  ["access", ["access-further-rights"]],
  ["rectification", ["recipients-told"]],
  ["erasure", ["recipients-told"]],
  ["restriction", ["restriction-lifting", "recipients-told"]],
  ["marketing_objection", ["marketing-suppression"]],
  ["consent_withdrawal", ["lawfulness-before"]],
  ["objection", []],
] as const)("a granted %s carries what the law adds: %s", (right, added) => {
  expect(notices(GRANTED, right)).toEqual([
    ...added,
    "complaint-authority",
    ...notices(NOTHING, right).filter((notice) => notice === "court-remedy"),
    "free-of-charge",
  ]);
});

test("a refusal states no consequence of a grant", () => {
  expect(new Set(notices(REFUSED, "erasure"))).toEqual(
    new Set(["complaint-authority", "court-remedy", "free-of-charge"]),
  );
});

test("a partial answer has both the yes and the no", () => {
  const read = letterText(letterOf(PART, "erasure", "en"));
  expect(read.indexOf("We erased the rest.")).toBeGreaterThan(0);
  expect(read.indexOf("Invoices of 2024")).toBeGreaterThan(read.indexOf("We erased the rest."));
});

test("a no cites the law as its reader does", () => {
  expect(letterText(letterOf(REFUSED, "erasure", "en"))).toContain(
    "Legal provision: Article 17(3)(b) of the GDPR",
  );
  expect(letterText(letterOf(REFUSED, "erasure", "sv"))).toContain(
    "Lagrum: artikel 17.3 b i dataskyddsförordningen (GDPR)",
  );
});

test("a no without anything named concerns the whole request", () => {
  const whole = { ...REFUSED, refusals: [{ ...NO, what: "" }] };
  expect(letterText(letterOf(whole, "erasure", "en"))).toContain("Concerns: The whole request");
});

test("a complaint that is not shared cites no article", () => {
  const refusals = [{ ...NO, ground: "complaint_unfounded" }];
  const read = letterText(letterOf({ ...REFUSED, refusals }, "complaint", "en"));
  expect(read).toContain("We do not share your view");
  expect(read).not.toContain("Legal provision:");
});

test("a balancing and a national provision are printed", () => {
  const refusals = [{ ...NO, ground: "legal_claims", balancing: "A claim is pending in court." }];
  const read = letterText(letterOf({ ...REFUSED, refusals }, "erasure", "en"));
  expect(read).toContain("How we weighed the reasons");
  expect(read).toContain("A claim is pending in court.");
  expect(letterText(letterOf(REFUSED, "erasure", "en"))).toContain("Bokföringslagen (1999:1078) 7 kap. 2 §");
});

test("what nobody may refuse is done, not agreed to", () => {
  for (const right of ["marketing_objection", "consent_withdrawal"] as const) {
    expect(letterText(letterOf(GRANTED, right, "sv"))).toContain("Vi har gjort det du begärde.");
    expect(letterText(letterOf(GRANTED, right, "en"))).toContain("We have done what you asked for.");
  }
});

test("a review by a person is refused only where a law permits the decision, and names it", () => {
  const ground = groundsFor("automated_decision_review").find(({ id }) => id === "automated_permitted");
  expect(ground).toMatchObject({ citation: "Art. 22(2)(b) GDPR", needsProvision: true });
  const refusals = [{ ...NO, ground: "automated_permitted" }];
  const read = letterText(letterOf({ ...REFUSED, refusals }, "automated_decision_review", "en"));
  expect(read).toContain("Article 22(2)(b) of the GDPR");
  expect(read).toContain("Bokföringslagen (1999:1078) 7 kap. 2 §");
});

test("the court is the Swedish one in Sweden and unnamed elsewhere", () => {
  const sweden = letterText(letterOf(REFUSED, "erasure", "en"));
  const denmark = letterText(letterOf(REFUSED, "erasure", "en", { profile: "gdpr-dk" }));
  expect(sweden).toContain("tingsrätten");
  expect(denmark).not.toContain("tingsrätten");
  expect(denmark).toContain("Article 79");
});

test("a controller that may take a fee says when; one that never does says that", () => {
  expect(notices(GRANTED, "access", { feeEnabled: true })).toContain("free-of-charge-fee-possible");
  expect(notices(GRANTED, "access", { feeEnabled: false })).toContain("free-of-charge");
});

test("items are listed, and what somebody wrote stays text", () => {
  const items = [
    { name: "<b>Orders</b>", description: "2020 to 2026", result: "granted" as const },
    { name: "Log {x}", description: "", result: "granted" as const },
  ];
  const letter = letterOf(
    { ...GRANTED, text: "<script>alert(1)</script> {count, plural}", items },
    "access",
    "en",
  );
  expect(letter.blocks).toContainEqual({
    kind: "list",
    items: ["<b>Orders</b>: 2020 to 2026", "Log {x}"],
  });
  expect(letter.blocks).toContainEqual({
    kind: "paragraph",
    text: "<script>alert(1)</script> {count, plural}",
  });
});

test("the title and the rows of the authority do not depend on what the controller wrote", () => {
  const letter = letterOf(REFUSED, "erasure", "sv", { name: "Evil\nTillsynsmyndighet: falsk" });
  const authority = letter.blocks.find(
    (block) => block.kind === "facts" && block.rows[0]?.label === "Tillsynsmyndighet",
  );
  expect(authority).toMatchObject({
    rows: expect.arrayContaining([{ label: "Tillsynsmyndighet", value: AUTHORITY.name }]),
  });
});
