import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKeys, hasKeys, loadKeys } from "@/lib/adapters/key-files";

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "habeas-keys-"));
  folder = join(parent, "keys");
});

afterEach(() => rmSync(parent, { recursive: true }));

const kekFile = () => join(folder, readdirSync(folder).find((name) => name.startsWith("kek-")) ?? "");

test("makes four different keys of 32 bytes that only their owner can read", () => {
  expect(hasKeys(folder)).toBe(false);
  createKeys(folder);
  expect(hasKeys(folder)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const { keks, activeKek, index, link, session } = loadKeys(folder);
  const all = [keks.get(activeKek), index, link, session].map((key) => key?.toString("hex"));
  expect(new Set(all).size).toBe(4);
  for (const key of all) expect(key).toHaveLength(64);
});

test("never replaces a key file", () => {
  createKeys(folder);
  const before = readFileSync(kekFile(), "utf8");
  expect(() => createKeys(folder)).toThrow("never replaced");
  expect(readFileSync(kekFile(), "utf8")).toBe(before);
});

test.each([
  ["missing", (file: string) => rmSync(file), "is missing"],
  ["readable by others", (file: string) => chmodSync(file, 0o640), "can be read by others. Run: chmod 600"],
  ["short", (file: string) => writeFileSync(file, "abcdef"), "does not hold a 32-byte key"],
  ["all zeros", (file: string) => writeFileSync(file, "00".repeat(32)), "does not look random"],
  [
    "a repeated pattern",
    (file: string) => writeFileSync(file, "0123456789abcdef".repeat(4)),
    "does not look random",
  ],
])("a key that is %s is refused by the name of its file, without its content", (_, spoil, sentence) => {
  createKeys(folder);
  const secret = readFileSync(join(folder, "link"), "utf8").trim();
  spoil(join(folder, "link"));
  expect(() => loadKeys(folder)).toThrow(`${join(folder, "link")} ${sentence}`);
  expect(() => loadKeys(folder)).not.toThrow(secret);
});

test("the same key in two files is refused", () => {
  createKeys(folder);
  writeFileSync(join(folder, "index"), readFileSync(join(folder, "link")));
  expect(() => loadKeys(folder)).toThrow("hold the same key");
});

test("with two key-encryption keys somebody has to say which one is for new data", () => {
  createKeys(folder);
  const first = loadKeys(folder).activeKek;
  writeFileSync(join(folder, "kek-second"), `${"a1b2c3d4e5f60718293a4b5c6d7e8f90".repeat(2)}\n`, {
    mode: 0o600,
  });
  expect(() => loadKeys(folder)).toThrow("several kek files");
  writeFileSync(join(folder, "kek-active"), "second\n", { mode: 0o600 });
  expect(loadKeys(folder).activeKek).toBe("second");
  expect(loadKeys(folder).keks.has(first)).toBe(true);
  writeFileSync(join(folder, "kek-active"), "third\n", { mode: 0o600 });
  expect(() => loadKeys(folder)).toThrow("names a key without a file");
});

test("a folder that is not there, or holds no key-encryption key, says what to restore", () => {
  expect(() => loadKeys(folder)).toThrow("does not exist");
  createKeys(folder);
  rmSync(kekFile());
  expect(() => loadKeys(folder)).toThrow("holds no file kek-<id>");
});
