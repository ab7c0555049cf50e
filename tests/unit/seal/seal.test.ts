/** Sealing: AES-256-GCM bound to key, table, column and row (design section 7; security case 80 b and c). */
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { commitment, type DataKeyHandle, open, type Place, seal, unwrap, wrap } from "@/lib/db/seal";

const handle: DataKeyHandle = { id: "key-1", key: randomBytes(32) };
const place: Place = { table: "Filing", column: "whoSealed", row: "row-1" };

test("whatever is sealed opens the same, and never looks the same twice", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value));
      expect(open(handle, place, seal(handle, place, json))).toEqual(json);
    }),
  );
  expect(Buffer.from(seal(handle, place, "a"))).not.toEqual(Buffer.from(seal(handle, place, "a")));
});

test.each([
  ["another table", handle, { ...place, table: "Draft" }],
  ["another column", handle, { ...place, column: "verbatimSealed" }],
  ["another row", handle, { ...place, row: "row-2" }],
  ["another key id", { ...handle, id: "key-2" }, place],
  ["another key", { ...handle, key: randomBytes(32) }, place],
])("does not open from %s", (_, key, at) => {
  const blob = seal(handle, place, "hemligt");
  expect(() => open(key, at, blob)).toThrow();
});

test("one flipped bit anywhere, or a shorter tag, does not open", () => {
  const blob = seal(handle, place, "hemligt");
  for (let i = 0; i < blob.length; i++) {
    const damaged = new Uint8Array(blob);
    damaged[i] = (damaged[i] as number) ^ 1;
    expect(() => open(handle, place, damaged)).toThrow();
  }
  for (let cut = 1; cut <= blob.length; cut++) {
    expect(() => open(handle, place, blob.slice(0, blob.length - cut))).toThrow();
  }
});

test("a wrapped key opens only with its own key-encryption key, id and data key id", () => {
  const kek = randomBytes(32);
  const key = randomBytes(32);
  const wrapped = wrap(kek, "k1", "d1", key);
  expect(unwrap(kek, "k1", "d1", wrapped)).toEqual(key);
  expect(() => unwrap(randomBytes(32), "k1", "d1", wrapped)).toThrow();
  expect(() => unwrap(kek, "k2", "d1", wrapped)).toThrow();
  expect(() => unwrap(kek, "k1", "d2", wrapped)).toThrow();
});

test("a commitment is the same for the same text and key, and another for anything else", () => {
  const made = commitment(handle, place, "ja");
  expect(commitment(handle, place, "ja")).toBe(made);
  expect(commitment(handle, place, "nej")).not.toBe(made);
  expect(commitment({ ...handle, key: randomBytes(32) }, place, "ja")).not.toBe(made);
  expect(commitment(handle, { ...place, row: "row-2" }, "ja")).not.toBe(made);
});
