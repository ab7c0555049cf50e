/** What a requester is told of where their request stands: what is waited for, and whom. */
import { MY_STANDINGS, type MyStanding, myStanding, waitsForYou } from "@/lib/domain/request/my-standing";

type Facts = Parameters<typeof myStanding>[0];

const NOTHING: Facts = {
  ...{ closed: false, answering: false, representation: "self", identity: null, ourTurn: false, fee: null },
  ...{ asked: false, stopped: false, extended: false, reopened: false },
};

test.each([
  [{}, "open", false],
  [{ extended: true }, "extended", false],
  [{ reopened: true, extended: true }, "reopened", false],
  [{ asked: true, extended: true }, "question", true],
  [{ asked: true, stopped: true }, "question_stops", true],
  [{ fee: "open" }, "fee", true],
  [{ fee: "unanswered" }, "fee", true],
  [{ fee: "accepted" }, "fee_payment", true],
  [{ fee: "objected", asked: true }, "fee_objection", false],
  [{ fee: "waived" }, "open", false],
  [{ identity: "asked", fee: "open" }, "identity", true],
  [{ identity: "asked", ourTurn: true }, "identity_ours", false],
  [{ identity: "answered" }, "identity_judged", false],
  [{ identity: "passed" }, "open", false],
  [{ representation: "unchecked", identity: "asked" }, "authority", true],
  [{ representation: "accepted" }, "open", false],
  [{ answering: true, identity: "asked", asked: true }, "open", false],
  [{ answering: true, representation: "rejected", extended: true }, "extended", false],
  [{ closed: true, asked: true, fee: "open" }, "closed", false],
] as [Partial<Facts>, MyStanding, boolean][])("%j: %s", (facts, standing, yours) => {
  expect(myStanding({ ...NOTHING, ...facts })).toBe(standing);
  expect(waitsForYou(standing)).toBe(yours);
  expect(MY_STANDINGS).toContain(standing);
});
