/** The rules of what each right demands where they look at more than one field; the rest is in the letters' matrix. */
import { answerFor } from "@/lib/cli/demo-seed/answers";
import { completeAnswer, type Outcome } from "@/lib/domain/decision/answer";
import { type Asked, askedIn } from "@/lib/domain/decision/asked";
import { type Barred, NOT_BARRED } from "@/lib/domain/decision/barred";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import type { Content, ContentOf } from "@/lib/domain/decision/content";
import { ACCESS_BLOCKS, MAY_NOT_APPLY } from "@/lib/domain/decision/content";
import { relevantTo } from "@/lib/domain/decision/relevant";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import { translator } from "@/lib/i18n/translator";

const DAY = "2026-04-01" as IsoDate;
const AHEAD = "2026-04-02" as IsoDate;
const NO_PROVISION = { what: "", ground: "legal_claims", reasons: "why", provision: "", balancing: "both" };

/** What an answer to a right is checked against. */
function against(right: Right) {
  return {
    right,
    asked: [] as readonly Asked[],
    confirmed: true,
    authorityNamed: true,
    today: DAY,
    stopOpen: false,
    closable: true,
    barred: NOT_BARRED,
  };
}

/** What a complete answer lacks after a change of its content. */
function lacks<R extends Right>(
  right: R,
  change: Partial<ContentOf<R>>,
  outcome: Outcome = "granted",
  ground?: string,
  asked: readonly Asked[] = [],
) {
  const answer = answerFor(right, outcome, "en", DAY);
  const content = { ...answerFor(right, "granted", "en", DAY).content, ...change } as Content;
  const refusals = ground
    ? answer.refusals.map((part) => ({ ...part, ground, balancing: "both", provision: "1 §" }))
    : answer.refusals;
  const made = completeAnswer({ ...answer, content, refusals }, { ...against(right), asked });
  return made.ok ? [] : made.refusal;
}

describe("access (Art. 15)", () => {
  const blocks = (answerFor("access", "granted", "en", DAY).content as ContentOf<"access">).blocks;

  test.each(ACCESS_BLOCKS)("(%s) may say that it does not apply only where that can be", (name) => {
    const none = { says: "none", text: "", because: "There is none." } as const;
    const expected = MAY_NOT_APPLY.includes(name) ? [] : [`block_${name}`];
    expect(lacks("access", { blocks: { ...blocks, [name]: none } })).toEqual(expected);
    expect(lacks("access", { blocks: { ...blocks, [name]: { ...none, because: " " } } })).toEqual([
      `block_${name}`,
    ]);
  });

  test("recipients are named, or it is said why they cannot be (C-154/21)", () => {
    expect(lacks("access", { recipients: [] })).toEqual(["recipients"]);
    expect(lacks("access", { recipients: [], unnamed: "The logs were erased." })).toEqual([]);
  });

  test("without an authority it does not leave (Art. 15(1)(f)), nor without a copy (15(3))", () => {
    const answer = answerFor("access", "granted", "en", DAY);
    const unnamed = { ...against("access"), authorityNamed: false };
    expect(completeAnswer(answer, unnamed)).toEqual({ ok: false, refusal: ["authority"] });
    const absent = { name: "Call recordings", description: "", result: "nothing_held" } as const;
    for (const items of [[], [absent]]) {
      const without = completeAnswer({ ...answer, items }, against("access"));
      expect(without).toEqual({ ok: false, refusal: ["items"] });
    }
    expect(completeAnswer({ ...answer, items: [...answer.items, absent] }, against("access")).ok).toBe(true);
  });
});

test("data in dispute was restricted since a day, also where the answer is no (Art. 18(1)(a))", () => {
  for (const [outcome, ground] of [["granted"], ["refused", "data_accurate"]] as const) {
    expect(lacks("rectification", { disputed: "yes" }, outcome, ground)).toEqual(["restricted_from"]);
    expect(lacks("rectification", { disputed: "yes", restrictedFrom: DAY }, outcome, ground)).toEqual([]);
    expect(lacks("rectification", { disputed: "" }, outcome, ground)).toEqual(["disputed"]);
  }
});

test("data that completes needs a statement and no old value (Art. 16)", () => {
  expect(lacks("rectification", { changes: [], statement: "I have paid." })).toEqual([]);
});

test("what was made public names who publishes it on (Art. 17(2))", () => {
  expect(lacks("erasure", { published: "yes" })).toEqual(["publishers"]);
  expect(lacks("erasure", { published: "yes", publishers: [{ name: "Example News" }] })).toEqual([]);
});

test.each([
  ["legal_obligation", ["kept_until"]],
  ["legal_claims", ["kept_until"]],
  ["no_erasure_ground", []],
  ["not_identified", []],
] as const)("kept because of %s: says until when only where something is kept", (ground, expected) => {
  const answer = answerFor("erasure", "refused", "en", DAY);
  const part = { what: "", ground, reasons: "why", provision: "1 §", balancing: "both", keeping: NOT_KEPT };
  const of = against("erasure");
  const made = completeAnswer({ ...answer, refusals: [part] }, of);
  expect(made.ok ? [] : made.refusal).toEqual(expected);
  const keeping = { ...NOT_KEPT, criteria: "until the trial is over" };
  expect(completeAnswer({ ...answer, refusals: [{ ...part, keeping }] }, of).ok).toBe(true);
});

test("portability is granted only on all conditions, and refused for them only without one (Art. 20(1))", () => {
  for (const unmet of [{ automated: "no" }, { provided: "no" }, { basis: "other" }] as const) {
    expect(lacks("portability", unmet)).toEqual(["conditions_met"]);
    expect(lacks("portability", unmet, "refused", "portability_conditions")).toEqual([]);
  }
  expect(lacks("portability", {}, "refused", "portability_conditions")).toEqual(["conditions_unmet"]);
});

test("data goes to a named controller, or it is said why not (Art. 20(2))", () => {
  expect(lacks("portability", { transmission: "controller" })).toEqual(["receiver"]);
  expect(lacks("portability", { transmission: "not_feasible", receiver: "Bank" })).toEqual(["not_feasible"]);
});

test("disclosure that goes on although it was objected to is a yes in part (Art. 21(1))", () => {
  const on = { disclosure: "continues", disclosureText: "The carrier needs it." } as const;
  expect(lacks("objection", on)).toEqual(["disclosure_part"]);
  expect(lacks("objection", on, "granted_in_part")).toEqual([]);
});

describe("what was asked for by itself is dealt with", () => {
  const ON_BEHALF_OF = { receiver: "Annat AB", notFeasible: "They take no files." };

  test("whoever objected to passing on is not told that nobody did (Art. 21(1))", () => {
    const asked = askedIn({ right: "objection", what: "", disclosure: true, situation: "" });
    const notAsked = { disclosure: "not_asked" } as const;
    const stopped = { disclosure: "stopped", disclosureText: "No more lists." } as const;
    for (const outcome of ["granted", "granted_in_part"] as const) {
      expect(lacks("objection", notAsked, outcome, undefined, asked)).toEqual(["disclosure_asked"]);
      expect(lacks("objection", stopped, outcome, undefined, asked)).toEqual([]);
      expect(lacks("objection", notAsked, outcome)).toEqual([]);
    }
  });

  test("data asked to go straight to another controller goes there, or it is said why not (Art. 20(2))", () => {
    const asked = askedIn({ right: "portability", to: "controller", receiver: "Annat AB" });
    const lack = (transmission: "person" | "controller" | "not_feasible") =>
      lacks("portability", { ...ON_BEHALF_OF, transmission }, "granted", undefined, asked);
    expect(lack("person")).toEqual(["transmission_asked"]);
    expect(lack("controller")).toEqual([]);
    expect(lack("not_feasible")).toEqual([]);
    for (const to of ["me", "unknown"] as const)
      expect(askedIn({ right: "portability", to, receiver: "" })).toEqual([]);
  });

  test("a correction and a completion each, unless something is refused (Art. 16)", () => {
    const asked = askedIn({ right: "rectification", wrong: "x", correct: "y", complete: "also z" });
    const change = { changes: [], statement: "also z" };
    expect(lacks("rectification", {}, "granted", undefined, asked)).toEqual(["completion_asked"]);
    expect(lacks("rectification", change, "granted", undefined, asked)).toEqual(["correction_asked"]);
    expect(lacks("rectification", { statement: "also z" }, "granted", undefined, asked)).toEqual([]);
    expect(lacks("rectification", {}, "granted_in_part", "data_accurate", asked)).toEqual([]);
    expect(askedIn({ right: "rectification", wrong: "x", correct: " ", complete: "" })).toEqual([]);
  });

  test.each(["correction_asked", "completion_asked", "transmission_asked", "disclosure_asked"])(
    "%s is said in words",
    (code) => expect(translator("sv", "staff")(`answer.missing.${code}`)).toBeTruthy(),
  );
});

test("compelling grounds are weighed against the person's situation (Art. 21(1))", () => {
  const no = ["refused", "compelling_grounds"] as const;
  expect(lacks("objection", { situation: "" }, ...no)).toEqual(["situation"]);
  expect(lacks("objection", { compelling: " " }, ...no)).toEqual(["compelling"]);
  expect(lacks("objection", { situation: "" }, "refused", "objection_basis")).toEqual([]);
});

test("what is absolute cannot be refused (Art. 7(3), 21(3))", () => {
  for (const right of ["marketing_objection", "consent_withdrawal"] as const) {
    const answer = { ...answerFor(right, "granted", "en", DAY), outcome: "refused" } as const;
    const made = completeAnswer(answer, against(right));
    expect(made).toMatchObject({ ok: false, refusal: expect.arrayContaining(["outcome_for_right"]) });
  }
});

test.each<[Right, object, string]>([
  ["erasure", { erased: [{ what: "account", where: "crm", on: AHEAD }] }, "erased_ahead"],
  ["rectification", { changes: [{ what: "name", before: "a", after: "b", on: AHEAD }] }, "changed_ahead"],
  ["rectification", { disputed: "yes", restrictedFrom: AHEAD }, "restricted_ahead"],
  ["restriction", { from: AHEAD }, "restricted_ahead"],
  ["objection", { from: AHEAD }, "stopped_ahead"],
  ["objection", { restrictedFrom: AHEAD }, "restricted_ahead"],
  ["marketing_objection", { from: AHEAD }, "stopped_ahead"],
  ["consent_withdrawal", { from: AHEAD }, "stopped_ahead"],
])("%s: %j is not told as done before its day", (right, change, code) => {
  expect(lacks(right, change)).toEqual([code]);
  expect(translator("sv", "staff")(`answer.missing.${code}`)).toBeTruthy();
});

test("that it has stopped is told once the stop is recorded as done (Art. 7(3), 21(3))", () => {
  for (const right of ["marketing_objection", "consent_withdrawal"] as const) {
    for (const outcome of ["granted", "nothing_held"] as const) {
      const answer = answerFor(right, outcome, "en", DAY);
      const early = completeAnswer(answer, { ...against(right), stopOpen: true });
      expect(early).toEqual({ ok: false, refusal: ["stop_open"] });
      expect(completeAnswer(answer, against(right)).ok).toBe(true);
    }
  }
  const closing = { ...answerFor("consent_withdrawal", "address_not_confirmed", "en", DAY) };
  const unconfirmed = { ...against("consent_withdrawal"), confirmed: false, stopOpen: true };
  expect(completeAnswer(closing, unconfirmed).ok).toBe(true);
  const early = completeAnswer(closing, { ...unconfirmed, closable: false });
  expect(early).toEqual({ ok: false, refusal: ["closing_early"] });
});

test("what is kept until a day that has passed is not kept (Art. 5(1)(e), 17(3))", () => {
  const answer = answerFor("erasure", "refused", "en", DAY);
  const kept = (on: string, criteria = "") => {
    const keeping = { ...NOT_KEPT, trigger: "the order", on: on as IsoDate, years: 1, criteria };
    const part = { ...NO_PROVISION, keeping };
    const made = completeAnswer({ ...answer, refusals: [part] }, against("erasure"));
    return made.ok ? [] : made.refusal;
  };
  expect(kept("2025-03-31")).toEqual(["kept_until_past"]);
  expect(kept("2025-03-31", "until the trial is over")).toEqual(["kept_until_past"]);
  expect(kept("2025-04-01")).toEqual([]);
});

describe.each(["rectification", "erasure", "restriction"] as const)(
  "%s and those who received the data (Art. 19)",
  (right) => {
    const recipients = [{ name: "Example Bank", country: "SE" }];

    test("silence is no answer", () => {
      expect(lacks(right, { told: "", recipients })).toEqual(["told"]);
    });

    test("they are named, or there are none, or it is said why they cannot be told", () => {
      expect(lacks(right, { told: "recipients", recipients: [] })).toEqual(["told_recipients"]);
      expect(lacks(right, { told: "recipients", recipients: [{ name: " ", country: "SE" }] })).toEqual([
        "recipient_name",
      ]);
      expect(lacks(right, { told: "recipients", recipients })).toEqual([]);
      expect(lacks(right, { told: "none", recipients: [] })).toEqual([]);
      expect(lacks(right, { told: "impossible", notTold: " " })).toEqual(["not_told"]);
      expect(lacks(right, { told: "impossible", notTold: "The logs are gone." })).toEqual([]);
    });
  },
);

const REJECTED: Barred = { ...NOT_BARRED, authority: "rejected" };

describe("somebody without authority to act for the person (Art. 5(1)(f), 12(6))", () => {
  const rejected = (right: Right) => ({ ...against(right), barred: REJECTED });
  const part = {
    what: "",
    ground: "no_authority",
    reasons: "No power of attorney came.",
    provision: "",
    balancing: "",
  };

  test.each(["access", "erasure", "complaint"] as const)(
    "%s is refused for that, once it was looked at",
    (right) => {
      const refused = {
        ...answerFor(right, "refused", "en", DAY),
        refusals: [{ ...part, keeping: NOT_KEPT }],
      };
      const bare = relevantTo(refused, REJECTED);
      expect(bare).toMatchObject({
        text: "",
        content: null,
        refusals: [{ ground: "no_authority", reasons: "" }],
      });
      expect(completeAnswer(bare, rejected(right)).ok).toBe(true);
      expect(completeAnswer(refused, against(right))).toEqual({ ok: false, refusal: ["ground"] });
    },
  );

  test.each(["marketing_objection", "consent_withdrawal"] as const)(
    "%s: they are told of the stop and no more",
    (right) => {
      const bare = relevantTo(answerFor(right, "granted", "en", DAY), REJECTED);
      expect(bare).toMatchObject({
        text: "",
        items: [],
        searches: [],
        content: { stopped: "", from: DAY, follows: "" },
      });
      expect(completeAnswer(bare, rejected(right)).ok).toBe(true);
      expect(completeAnswer(bare, against(right))).toEqual({ ok: false, refusal: ["stopped", "follows"] });
      expect(completeAnswer(answerFor(right, "nothing_held", "en", DAY), rejected(right))).toEqual({
        ok: false,
        refusal: ["outcome_for_right"],
      });
    },
  );
});
