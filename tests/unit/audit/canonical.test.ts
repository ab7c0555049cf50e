/** Canonical facts (RFC 8785): the bytes that the log hashes. */
import fc from "fast-check";
import { canonicalFacts } from "@/lib/domain/audit/canonical";

test("keys in order, no spaces, ECMAScript numbers and strings", () => {
  expect(canonicalFacts({ b: 1, a: "å\n", c: [1.5, null, true], A: false })).toBe(
    '{"A":false,"a":"å\\n","b":1,"c":[1.5,null,true]}',
  );
});

test("the order in which facts were given does not matter, and nothing is lost", () => {
  const fact = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fact), (facts) => {
      const reversed = Object.fromEntries(Object.entries(facts).reverse());
      expect(canonicalFacts(reversed)).toBe(canonicalFacts(facts));
      expect(JSON.parse(canonicalFacts(facts))).toEqual(JSON.parse(JSON.stringify(facts)));
    }),
  );
});
