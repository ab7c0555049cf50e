import { readyAnswer } from "@/emails/letters/ready-answer";
import { AUTHORITY } from "../invented";
import { EMPTY, NO, ON, ready } from "./invented-answers";

const CONFIRMED = { ...ON, right: "erasure", confirmed: true, authority: AUTHORITY } as const;
const REFUSED = { ...EMPTY, outcome: "refused", refusals: [NO] } as const;

test.each([
  ["no authority", REFUSED, { ...CONFIRMED, authority: null }, ["authority"]],
  ["no part that is refused", { ...REFUSED, refusals: [] }, CONFIRMED, ["refusal"]],
  ["no ground", { ...REFUSED, refusals: [{ ...NO, ground: "" }] }, CONFIRMED, ["ground"]],
  ["a ground of another right", REFUSED, { ...CONFIRMED, right: "access" }, ["ground"]],
  ["blank reasons", { ...REFUSED, refusals: [{ ...NO, reasons: " \n " }] }, CONFIRMED, ["reasons"]],
  ["no national provision", { ...REFUSED, refusals: [{ ...NO, provision: "" }] }, CONFIRMED, ["provision"]],
  [
    "one good part and one without reasons",
    { ...REFUSED, refusals: [NO, { ...NO, reasons: "" }] },
    CONFIRMED,
    ["reasons"],
  ],
  [
    "no balancing where the law weighs",
    { ...REFUSED, refusals: [{ ...NO, ground: "legal_claims" }] },
    CONFIRMED,
    ["balancing"],
  ],
  [
    "a refusal of what is absolute",
    { ...REFUSED, refusals: [NO] },
    { ...CONFIRMED, right: "marketing_objection" },
    ["outcome_for_right", "ground"],
  ],
  [
    "an answer to an address that is not confirmed",
    REFUSED,
    { ...CONFIRMED, confirmed: false },
    ["outcome_for_right"],
  ],
  [
    "a closing without authority",
    { ...EMPTY, outcome: "address_not_confirmed" },
    { ...ON, right: "erasure", confirmed: false, authority: null },
    ["authority"],
  ],
  ["nothing held without where was searched", { ...EMPTY, outcome: "nothing_held" }, CONFIRMED, ["searches"]],
] as const)("%s makes no letter", (_, answer, of, missing) => {
  expect(readyAnswer(answer, of)).toEqual({ ok: false, refusal: missing });
});

test("keeps every refused part, with its ground looked up", () => {
  const answer = ready({ ...REFUSED, refusals: [NO, { ...NO, what: "" }] }, "erasure");
  expect(answer).toMatchObject({
    outcome: "refused",
    authority: { slug: "sedi" },
    refusals: [{ what: "Invoices of 2024", ground: { citation: "Art. 17(3)(b) GDPR" } }, { what: null }],
  });
});
