/** What must still happen once an answer has taken effect (GDPR Art. 17(2), 18(3), 19, 20(2), 21(3)). */
import { answerFor } from "@/lib/cli/demo-seed/answers";
import type { Answer } from "@/lib/domain/decision/answer";
import { blankContent } from "@/lib/domain/decision/blank";
import type { Content } from "@/lib/domain/decision/content";
import { followUps } from "@/lib/domain/decision/follow-ups";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";

const DAY = "2026-04-01" as IsoDate;

function answer(right: Right, change: Partial<Content>, outcome: Answer["outcome"] = "granted"): Answer {
  const content = { ...blankContent(right), ...change } as Content;
  return { ...answerFor(right, outcome, "en", DAY), outcome, content };
}

const BANK = { name: " Example Bank ", country: "SE" };
const NAMELESS = { name: " ", country: "SE" };

test.each([
  ["rectification", "rectified"],
  ["erasure", "erased"],
  ["restriction", "restricted"],
] as const)("after %s every recipient is told that it was %s (Art. 19)", (right, what) => {
  const told = { told: "recipients", recipients: [BANK, NAMELESS] } as const;
  expect(followUps(answer(right, told), right)).toContainEqual({
    ...{ kind: "tell_recipient", recipient: "Example Bank", country: "SE", what },
  });
  for (const choice of ["none", "impossible"] as const) {
    const left = followUps(answer(right, { ...told, told: choice }), right);
    expect(left.filter(({ kind }) => kind === "tell_recipient")).toEqual([]);
  }
  expect(
    followUps(answer(right, told, "refused"), right).filter(({ kind }) => kind === "tell_recipient"),
  ).toEqual([]);
});

test("who publishes erased data on is told, if it was made public (Art. 17(2))", () => {
  const publishers = [{ name: "Example News" }];
  expect(followUps(answer("erasure", { published: "yes", publishers }), "erasure")).toEqual([
    { kind: "tell_publisher", publisher: "Example News" },
  ]);
  expect(followUps(answer("erasure", { published: "no", publishers }), "erasure")).toEqual([]);
});

test("a restriction ends with a notice before it (Art. 18(3)), also one that lasted while something was examined", () => {
  expect(followUps(answer("restriction", { from: DAY }), "restriction")).toEqual([
    { kind: "lift_restriction_notice", since: DAY },
  ]);
  for (const right of ["rectification", "objection"] as const) {
    for (const outcome of ["granted", "refused"] as const) {
      expect(followUps(answer(right, { restrictedFrom: DAY }, outcome), right)).toEqual([
        { kind: "lift_restriction_notice", since: DAY },
      ]);
    }
  }
});

test("data goes to the controller that was named (Art. 20(2)), not where that is not feasible", () => {
  const to = { receiver: "Example Bank" };
  expect(followUps(answer("portability", { ...to, transmission: "controller" }), "portability")).toEqual([
    { kind: "transmit", to: "Example Bank" },
  ]);
  expect(followUps(answer("portability", { ...to, transmission: "not_feasible" }), "portability")).toEqual(
    [],
  );
});

test("direct marketing stays stopped through an entry (Art. 21(3))", () => {
  expect(followUps(answer("marketing_objection", {}), "marketing_objection")).toEqual([{ kind: "suppress" }]);
});

test("who got the data is told when disclosure stops", () => {
  const content = { disclosure: "stopped", recipients: [BANK] } as const;
  expect(followUps(answer("objection", content), "objection")).toEqual([
    { kind: "tell_recipient", recipient: "Example Bank", country: "SE", what: "disclosure_stopped" },
  ]);
});

test("what a retention rule keeps is erased when its time is over", () => {
  const refused = answerFor("erasure", "refused", "en", DAY);
  expect(followUps(refused, "erasure")).toEqual([
    { kind: "erase_later", what: refused.refusals[0]?.what, on: "2032-12-31" },
  ]);
});

test.each(RIGHTS)("nothing follows for %s from a closing, nor from content of another right", (right) => {
  const closed = { ...answer(right, {}), outcome: "address_not_confirmed" } as const;
  expect(followUps(closed, right)).toEqual([]);
  const other = right === "access" ? "complaint" : "access";
  expect(followUps(answer(other, {}), right)).toEqual([]);
});
