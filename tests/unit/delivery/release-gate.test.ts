/** The one guard (issue: no answer leaves on a path that skipped confirmation, identity or authority). */
import { mayRelease, type ReleaseFacts, saysNotIdentified } from "@/lib/domain/delivery/release-gate";
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

test("that somebody could not be identified is told to a confirmed address (GDPR Art. 12(2), 12(4)) and to no other", () => {
  for (const facts of ALL) {
    expect(mayRelease(facts, "not_identified").ok).toBe(facts.confirmedAt !== null);
  }
});

test("such a letter is a whole refusal on that ground alone, with nothing in it", () => {
  const refused = { outcome: "refused", items: [], refusals: [{ ground: "not_identified" }] };
  expect(saysNotIdentified(refused)).toBe(true);
  expect(saysNotIdentified({ ...refused, outcome: "granted_in_part" })).toBe(false);
  expect(saysNotIdentified({ ...refused, items: [{}] })).toBe(false);
  expect(saysNotIdentified({ ...refused, refusals: [] })).toBe(false);
  const two = [{ ground: "not_identified" }, { ground: "legal_claims" }];
  expect(saysNotIdentified({ ...refused, refusals: two })).toBe(false);
});

test("who asks for another is unchecked until somebody has looked; the newest finding counts", () => {
  expect(representationOf("self", null)).toBe("self");
  expect(representationOf("child", null)).toBe("unchecked");
  expect(representationOf("other", "rejected")).toBe("rejected");
  expect(representationOf("other", "accepted")).toBe("accepted");
});
