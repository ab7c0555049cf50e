/** What an answer needs before it may leave: GDPR Art. 12(4), 7(3), 21(3); law.md sections 1.4 and 3.E. */
import { type Answer, completeAnswer, type Missing, outcomesFor, type RefusalPart } from "@/lib/domain/decision/answer";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { groundsFor, REFUSAL_GROUNDS } from "@/lib/domain/law/grounds";

const part: RefusalPart = { what: "loggar", ground: "others_rights", reasons: "skäl", provision: "", balancing: "vägt" };
const refused: Answer = { outcome: "refused", text: "", items: [], refusals: [part], searched: "" };
const of = { right: "access" as Right, confirmed: true, authorityNamed: true };

function missing(answer: Answer, change: Partial<typeof of> = {}): readonly Missing[] {
  const result = completeAnswer(answer, { ...of, ...change });
  return result.ok ? [] : result.refusal;
}

test("a refusal with ground, reasons, balancing and authority may leave", () => {
  expect(missing(refused)).toEqual([]);
});

test.each<[Missing, Answer, Partial<typeof of>]>([
  ["authority", refused, { authorityNamed: false }],
  ["refusal", { ...refused, refusals: [] }, {}],
  ["reasons", { ...refused, refusals: [{ ...part, reasons: " \n" }] }, {}],
  ["ground", { ...refused, refusals: [{ ...part, ground: "because" }] }, {}],
  ["ground", { ...refused, refusals: [{ ...part, ground: "no_erasure_ground" }] }, {}],
  ["balancing", { ...refused, refusals: [{ ...part, balancing: "" }] }, {}],
  ["provision", { ...refused, refusals: [{ ...part, ground: "national_law" }] }, {}],
  ["refusal_what", { ...refused, outcome: "granted_in_part", text: "x", refusals: [{ ...part, what: "" }] }, {}],
  ["text", { ...refused, outcome: "granted_in_part" }, {}],
  ["text", { ...refused, outcome: "granted", refusals: [] }, {}],
  ["searched", { ...refused, outcome: "nothing_held", refusals: [] }, {}],
  ["outcome_for_right", refused, { right: "consent_withdrawal" }],
  ["outcome_for_right", refused, { right: "marketing_objection" }],
  ["outcome_for_right", refused, { confirmed: false }],
])("without it: %s", (code, answer, change) => {
  expect(missing(answer, change)).toContain(code);
});

test("an unconfirmed address can only be closed, and nobody confirmed can be closed as unconfirmed", () => {
  for (const right of RIGHTS) {
    expect(outcomesFor(right, false)).toEqual(["address_not_confirmed"]);
    expect(outcomesFor(right, true)).not.toContain("address_not_confirmed");
  }
});

test("no ground is the number of requests or Art. 12(5): that needs two people", () => {
  expect(REFUSAL_GROUNDS.some((ground) => /12\(5\)|excessive|unfounded$/.test(`${ground.citation} ${ground.id}`) && ground.id !== "complaint_unfounded")).toBe(false);
});

test("consent and direct marketing have no ground; every other right has one, and Articles name theirs", () => {
  for (const right of RIGHTS) {
    const absolute = right === "consent_withdrawal" || right === "marketing_objection";
    expect(groundsFor(right).length > 0).toBe(!absolute);
    if (right !== "complaint") expect(groundsFor(right).every((g) => g.citation.startsWith("Art."))).toBe(true);
  }
});
