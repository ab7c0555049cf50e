/** The one guard (issue: no answer leaves on a path that skipped confirmation, identity or authority). */
import { type Barred, groundsHold, mayChoose, NOT_BARRED } from "@/lib/domain/decision/barred";
import { blankContent } from "@/lib/domain/decision/blank";
import type { Content } from "@/lib/domain/decision/content";
import { barredBy, mayRelease, type ReleaseFacts, releaseOf } from "@/lib/domain/delivery/release-gate";
import { representationOf } from "@/lib/domain/identity/representation";

const CONFIRMED = [new Date(), null] as const;
const IDENTITY = [null, "asked", "answered", "passed", "failed", "not_needed", "ended"] as const;
const ACTS = ["self", "unchecked", "accepted", "rejected", "direct"] as const;

const ASKED: ReleaseFacts = {
  ...{ confirmedAt: new Date(), identity: "asked", demandedAt: null, representation: "self" },
};

const ALL: readonly ReleaseFacts[] = CONFIRMED.flatMap((confirmedAt) =>
  IDENTITY.flatMap((identity) =>
    ACTS.map((representation) => ({ confirmedAt, identity, representation, demandedAt: null })),
  ),
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
  expect(mayRelease({ ...ASKED, confirmedAt: null, representation: "unchecked" })).toEqual({
    ok: false,
    refusal: ["address_not_confirmed", "authority_unchecked", "identity_demanded"],
  });
  expect(mayRelease({ ...ASKED, identity: "failed", representation: "rejected" })).toEqual({
    ok: false,
    refusal: ["authority_rejected", "identity_failed"],
  });
});

test("what says nothing about a person is told to a confirmed address (GDPR Art. 12(2), 12(4)) and to no other", () => {
  for (const facts of ALL) {
    expect(mayRelease(facts, "bare").ok).toBe(facts.confirmedAt !== null);
  }
});

test("a demand of proof bars until it is met; unanswered for two weeks from its arrival, it need not be waited for", () => {
  const now = new Date("2026-05-20T10:00:00Z");
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const identity = (of: Partial<ReleaseFacts>) => barredBy({ ...ASKED, ...of }, now).identity;
  expect(identity({ demandedAt: null })).toBe("demanded");
  expect(identity({ demandedAt: ago(13.9) })).toBe("demanded");
  expect(identity({ demandedAt: ago(14) })).toBe("unanswered");
  expect(identity({ demandedAt: ago(40), identity: "answered" })).toBe("demanded");
  expect(identity({ demandedAt: ago(40), identity: "ended" })).toBe("unanswered");
  expect(identity({ identity: "failed" })).toBe("failed");
  for (const settled of [null, "passed", "not_needed"] as const)
    expect(identity({ identity: settled })).toBeNull();
});

test("whatever bars is a gap of the gate, and nothing else of it is", () => {
  for (const facts of ALL) {
    const { authority, identity } = barredBy(facts, new Date());
    expect(mayRelease({ ...facts, confirmedAt: new Date() }).ok).toBe(
      authority === null && identity === null,
    );
  }
});

test("that nobody can be identified is a ground where it is so, and never while proof can still come or be looked at", () => {
  const barred = (of: Partial<Barred>) => ({ ...NOT_BARRED, ...of });
  expect(mayChoose("not_identified", NOT_BARRED)).toBe(true);
  expect(mayChoose("not_identified", barred({ identity: "failed" }))).toBe(true);
  expect(mayChoose("not_identified", barred({ identity: "unanswered" }))).toBe(true);
  expect(mayChoose("not_identified", barred({ identity: "demanded" }))).toBe(false);
  expect(mayChoose("not_identified", barred({ authority: "unchecked" }))).toBe(false);
  expect(mayChoose("not_identified", barred({ authority: "rejected" }))).toBe(false);
  expect(mayChoose("no_authority", barred({ authority: "rejected" }))).toBe(true);
  for (const authority of [null, "unchecked"] as const)
    expect(mayChoose("no_authority", barred({ authority }))).toBe(false);
  expect(mayChoose("legal_claims", barred({ identity: "demanded" }))).toBe(true);
});

test("a ground in fixed words falls when what it rests on has changed", () => {
  const holds = (ground: string, reasons: string, of: Partial<Barred>) =>
    groundsHold([{ ground, reasons }], { ...NOT_BARRED, ...of });
  expect(holds("not_identified", "", { identity: "failed" })).toBe(true);
  expect(holds("not_identified", "", {})).toBe(false);
  expect(holds("not_identified", "", { identity: "demanded" })).toBe(false);
  expect(holds("not_identified", "The log names nobody.", {})).toBe(true);
  expect(holds("not_identified", "The log names nobody.", { identity: "demanded" })).toBe(false);
  expect(holds("no_authority", "", { authority: "rejected" })).toBe(true);
  expect(holds("no_authority", "", {})).toBe(false);
  expect(holds("legal_claims", "A claim.", { identity: "demanded" })).toBe(true);
});

const EMPTY = { text: "", items: [], refusals: [], searches: [], content: null };

test.each(["not_identified", "no_authority"])(
  "a whole refusal on %s alone, with nothing in it, is bare",
  (ground) => {
    const bare = { ground, what: "", reasons: "", provision: "", balancing: "" };
    const refused = { ...EMPTY, outcome: "refused", refusals: [bare] };
    expect(releaseOf(refused)).toBe("bare");
    for (const field of ["what", "reasons", "provision", "balancing"]) {
      expect(releaseOf({ ...refused, refusals: [{ ...bare, [field]: "Karl is customer 4711." }] })).toBe(
        "answer",
      );
    }
    expect(releaseOf({ ...refused, text: "Karl is customer 4711." })).toBe("answer");
    expect(releaseOf({ ...refused, searches: [{}] })).toBe("answer");
    expect(releaseOf({ ...refused, content: blankContent("complaint") })).toBe("answer");
    expect(releaseOf({ ...refused, outcome: "granted_in_part" })).toBe("answer");
    expect(releaseOf({ ...refused, items: [{}] })).toBe("answer");
    expect(releaseOf({ ...refused, refusals: [] })).toBe("answer");
    expect(releaseOf({ ...refused, refusals: [bare, { ...bare, ground: "legal_claims" }] })).toBe("answer");
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
