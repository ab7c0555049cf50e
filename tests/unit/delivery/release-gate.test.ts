/** The one guard (issue: no answer leaves on a path that skipped confirmation, identity or authority). */
import { blankContent } from "@/lib/domain/decision/blank";
import type { Content } from "@/lib/domain/decision/content";
import { mayRelease, type ReleaseFacts, releaseOf } from "@/lib/domain/delivery/release-gate";
import { representationOf } from "@/lib/domain/identity/representation";

const CONFIRMED = [new Date(), null] as const;
const IDENTITY = [null, "asked", "answered", "passed", "failed", "not_needed", "ended"] as const;
const ACTS = ["self", "unchecked", "accepted", "rejected", "direct"] as const;

const ALL: readonly ReleaseFacts[] = CONFIRMED.flatMap((confirmedAt) =>
  IDENTITY.flatMap((identity) => ACTS.map((representation) => ({ confirmedAt, identity, representation }))),
);

test("of every combination only those pass in which nothing is missing", () => {
  const open = ALL.filter((facts) => mayRelease(facts).ok);
  expect(ALL).toHaveLength(70);
  expect(open).toHaveLength(9);
  for (const { confirmedAt, identity, representation } of open) {
    expect(confirmedAt).not.toBeNull();
    expect([null, "passed", "not_needed"]).toContain(identity);
    expect(["self", "accepted", "direct"]).toContain(representation);
  }
});

test("every gap is named, in the order in which it is closed", () => {
  expect(mayRelease({ confirmedAt: null, identity: "asked", representation: "unchecked" })).toEqual({
    ok: false,
    refusal: ["address_not_confirmed", "authority_unchecked", "identity_demanded"],
  });
  expect(mayRelease({ confirmedAt: new Date(), identity: "failed", representation: "rejected" })).toEqual({
    ok: false,
    refusal: ["authority_rejected", "identity_failed"],
  });
});

test("what says nothing about a person is told to a confirmed address (GDPR Art. 12(2), 12(4)) and to no other", () => {
  for (const facts of ALL) {
    expect(mayRelease(facts, "bare").ok).toBe(facts.confirmedAt !== null);
  }
});

const EMPTY = { text: "", items: [], refusals: [], searches: [], content: null };

test.each(["not_identified", "no_authority"])(
  "a whole refusal on %s alone, with nothing in it, is bare",
  (ground) => {
    const refused = { ...EMPTY, outcome: "refused", refusals: [{ ground }] };
    expect(releaseOf(refused)).toBe("bare");
    expect(releaseOf({ ...refused, outcome: "granted_in_part" })).toBe("answer");
    expect(releaseOf({ ...refused, items: [{}] })).toBe("answer");
    expect(releaseOf({ ...refused, refusals: [] })).toBe("answer");
    expect(releaseOf({ ...refused, refusals: [{ ground }, { ground: "legal_claims" }] })).toBe("answer");
  },
);

test("that something has stopped is bare as long as it says nothing else", () => {
  for (const right of ["marketing_objection", "consent_withdrawal"] as const) {
    const stopped = { ...EMPTY, outcome: "granted", content: blankContent(right) };
    expect(releaseOf(stopped)).toBe("bare");
    expect(releaseOf({ ...stopped, outcome: "nothing_held" })).toBe("answer");
    expect(releaseOf({ ...stopped, text: "You are a customer." })).toBe("answer");
    expect(releaseOf({ ...stopped, items: [{}] })).toBe("answer");
    expect(releaseOf({ ...stopped, searches: [{}] })).toBe("answer");
    const told = { ...blankContent(right), stopped: "The newsletter to a@person.test" } as Content;
    expect(releaseOf({ ...stopped, content: told })).toBe("answer");
    const follows = { ...blankContent(right), follows: "The account stays." } as Content;
    expect(releaseOf({ ...stopped, content: follows })).toBe("answer");
  }
  expect(releaseOf({ ...EMPTY, outcome: "granted", content: blankContent("complaint") })).toBe("answer");
});

test("who asks for another is unchecked until somebody has looked; the newest finding counts", () => {
  expect(representationOf("self", null)).toBe("self");
  expect(representationOf("child", null)).toBe("unchecked");
  expect(representationOf("other", "rejected")).toBe("rejected");
  expect(representationOf("other", "accepted")).toBe("accepted");
});
