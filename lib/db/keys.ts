import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { type Keys, loadKeys } from "@/lib/adapters/key-files";
import { readEnv } from "@/lib/env";

let loaded: Keys | undefined;

/** The key files, read once per process. */
export function keys(): Keys {
  loaded ??= loadKeys(readEnv().KEY_DIR);
  return loaded;
}

/** A 32-byte key for one purpose and one owner, from a root key. */
export function derivedKey(root: Buffer, purpose: string, owner: string): Buffer {
  return Buffer.from(hkdfSync("sha256", root, Buffer.alloc(0), `${purpose}|${owner}`, 32));
}

/** The derived keys that are used again and again, for as long as their root is loaded: deriving takes longer than using. */
const kept = new WeakMap<Buffer, Map<string, KeyObject>>();

/** As `derivedKey`, kept in memory: for owners of which there are few. */
export function keptKey(root: Buffer, purpose: string, owner: string): KeyObject {
  const known = kept.get(root) ?? new Map<string, KeyObject>();
  kept.set(root, known);
  const name = `${purpose}|${owner}`;
  const key = known.get(name) ?? createSecretKey(derivedKey(root, purpose, owner));
  known.set(name, key);
  return key;
}

/** For tests that change keys. */
export function forgetKeys(): void {
  loaded = undefined;
}
