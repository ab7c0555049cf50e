/** How the register fills an access answer (GDPR Art. 15(1)-(2)): from what it says, and from nothing else. */

import { begunContent } from "@/lib/domain/decision/begun";
import { blankContent } from "@/lib/domain/decision/blank";
import type { AccessContent } from "@/lib/domain/decision/content";
import { accessDemands } from "@/lib/domain/decision/demands/access";
import { filledAccess, refilled, withSystems } from "@/lib/domain/decision/fill-access";
import { absentWords, activityBlocks, ruleWords } from "@/lib/i18n/activity-blocks";
import { anActivity } from "@/tests/support/activity";

const LANGUAGES = ["sv", "en"] as const;
const HELPDESK = activityBlocks(anActivity(), "en", LANGUAGES, "gdpr-se");
const NEWS = activityBlocks(
  anActivity({
    name: { sv: "Nyhetsbrev", en: "Newsletter" },
    purpose: { sv: "Skicka nyheter.", en: "To send news." },
    basis: "f",
    interest: { sv: "att berätta om nyheter.", en: "to tell what is new." },
    recipients: [{ name: "Invented Mail Inc", country: "US" }],
    transfers: [{ recipient: "Invented Mail Inc", country: "US", safeguard: "standard_clauses" }],
    source: { sv: "Från dig.", en: "From you." },
    systems: ["Lists", "Helpdesk"],
  }),
  "en",
  LANGUAGES,
  "gdpr-se",
);
const ABSENT = absentWords("en", "Example Ltd", "gdpr-se");

test("the purpose comes with its basis, and a legitimate interest in words", () => {
  expect(filledAccess([HELPDESK, NEWS], ABSENT).blocks.a.text).toBe(
    "Helpdesk: To answer questions. Legal basis: a contract with you (Article 6(1)(b)).\n\n" +
      "Newsletter: To send news. Legal basis: legitimate interests (Article 6(1)(f)). The interest: to tell what is new.",
  );
});

test("recipients are named once each, and a transfer names its country and safeguard", () => {
  const { recipients, blocks } = filledAccess([HELPDESK, NEWS, HELPDESK], ABSENT);
  expect(recipients.map(({ name }) => name)).toEqual(["Exempelsupport AB", "Invented Mail Inc"]);
  expect(blocks.transfers.text).toBe(
    "Invented Mail Inc, United States. Safeguard: Standard contractual clauses (Article 46(2)(c)).",
  );
});

test("where the register says that there is nothing, the answer says why; the source is never guessed", () => {
  const { blocks } = filledAccess([HELPDESK], ABSENT);
  expect(blocks.h).toEqual({
    says: "none",
    text: "",
    because: "We make no decisions about you by automated means alone.",
  });
  expect(blocks.transfers.says).toBe("none");
  expect(blocks.g.says).toBe("");
  expect(filledAccess([], ABSENT).blocks).toEqual((blankContent("access") as AccessContent).blocks);
});

test("a filled answer lacks only what the register does not know", () => {
  const content = { ...(blankContent("access") as AccessContent), ...filledAccess([HELPDESK], ABSENT) };
  const made = accessDemands({ ...content, scope: "Everything" }, [
    { system: "Helpdesk", custodian: "", terms: "name", result: "found" },
  ]);
  expect(made).toEqual({ ok: false, refusal: ["block_g"] });
});

test("what somebody wrote stays when other activities are chosen; the rest follows", () => {
  const before = filledAccess([HELPDESK], ABSENT);
  const after = filledAccess([HELPDESK, NEWS], ABSENT);
  const b = { says: "text", text: "Written by hand.", because: "" } as const;
  const now = refilled({ ...before, blocks: { ...before.blocks, b } }, before, after);
  expect(now.blocks.b).toEqual(b);
  expect(now.blocks.a).toEqual(after.blocks.a);
  expect(now.recipients).toEqual(after.recipients);
  const own = [{ name: "Somebody Else", country: "" }];
  expect(refilled({ ...before, recipients: own }, before, after).recipients).toEqual(own);
});

test("every system of the chosen activities is to be searched, once", () => {
  const there = [{ system: "Helpdesk", custodian: "", terms: "name", result: "found" }] as const;
  expect(withSystems(there, [HELPDESK, NEWS]).map(({ system }) => system)).toEqual([
    "Helpdesk",
    "E-post",
    "Lists",
  ]);
});

test("a retention rule in words", () => {
  expect(ruleWords(anActivity(), "sv", LANGUAGES)).toBe("5 år från det att frågan avslutades");
  expect(ruleWords(anActivity({ years: 0, months: 6 }), "en", LANGUAGES)).toBe(
    "6 months from when the matter was closed",
  );
  expect(ruleWords(anActivity({ years: 0 }), "en", LANGUAGES)).toBe("");
});

test("an answer begins with what the person said, in the place where it is answered", () => {
  expect(
    begunContent({ right: "rectification", wrong: "old address", correct: "new address", complete: "" }),
  ).toMatchObject({ changes: [{ before: "old address", after: "new address", on: "" }] });
  expect(begunContent({ right: "portability", to: "controller", receiver: "Bank" })).toMatchObject({
    transmission: "controller",
    receiver: "Bank",
  });
  const objection = { right: "objection", what: "reviews", situation: "new name" } as const;
  expect(begunContent({ ...objection, disclosure: false })).toMatchObject({ disclosure: "not_asked" });
  expect(begunContent({ ...objection, disclosure: true })).toMatchObject({ disclosure: "" });
  expect(begunContent({ right: "restriction", grounds: ["a", "unknown"], what: "all" })).toMatchObject({
    grounds: ["a"],
    scope: "all",
  });
  expect(begunContent({ right: "erasure", grounds: ["a"], what: "all" })).toEqual(blankContent("erasure"));
});
