/** References (design section 7): ten random characters of Crockford base32 and a check character. */
import fc from "fast-check";
import { formatReference, readReference, referenceFrom } from "@/lib/domain/intake/reference";

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("what is written is read again, however it is dictated", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const reference = referenceFrom(random);
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{11}$/);
      expect(readReference(formatReference(reference))).toBe(reference);
      expect(readReference(` ${formatReference(reference).toLowerCase().replaceAll("-", " ")}`)).toBe(
        reference,
      );
      expect(readReference(reference.replaceAll("0", "O").replaceAll("1", "l"))).toBe(reference);
    }),
  );
});

test("every single wrong character is found", () => {
  fc.assert(
    fc.property(bytes, fc.nat(10), fc.nat(31), (random, at, other) => {
      const reference = referenceFrom(random);
      const wrong = reference.slice(0, at) + ALPHABET[other] + reference.slice(at + 1);
      fc.pre(wrong !== reference);
      expect(readReference(wrong)).toBeNull();
    }),
  );
});

test.each(["", "123", "K7QF2-9MD4T-XX", "K7QF2-9MD4T-U", "<script>", "K7QF2 9MD4"])("%s is none", (typed) => {
  expect(readReference(typed)).toBeNull();
});

test("too few random bytes are refused", () => {
  expect(() => referenceFrom(new Uint8Array(9))).toThrow();
});
