const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 10;

/**
 * A request's reference from at least 10 random bytes: ten characters of Crockford base32 (50 bits,
 * no order) and a check character. It can be dictated, and opens nothing without a link.
 */
export function referenceFrom(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new Error("a reference needs ten random bytes");
  const body = [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % 32]).join("");
  return body + checkCharacter(body);
}

/** "K7QF29MD4TX" as people read it aloud: "K7QF2-9MD4T-X". */
export function formatReference(reference: string): string {
  return `${reference.slice(0, 5)}-${reference.slice(5, 10)}-${reference.slice(10)}`;
}

/**
 * A reference as somebody typed it: case, spaces and hyphens do not matter, O is 0, I and L are 1.
 * @returns the stored form, or null if it cannot be one (length, character or check character).
 */
export function readReference(typed: string): string | null {
  const text = typed
    .toUpperCase()
    .replace(/[\s\-‐-–]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (text.length !== LENGTH + 1 || [...text].some((c) => !ALPHABET.includes(c))) return null;
  return checkCharacter(text.slice(0, LENGTH)) === text.slice(LENGTH) ? text : null;
}

/** Luhn's scheme in base 32: finds every single wrong character and nearly every swap of neighbours. */
function checkCharacter(body: string): string {
  let sum = 0;
  [...body].reverse().forEach((character, i) => {
    const value = ALPHABET.indexOf(character) * (i % 2 === 0 ? 2 : 1);
    sum += Math.floor(value / 32) + (value % 32);
  });
  return ALPHABET[(32 - (sum % 32)) % 32] as string;
}
