import { hkdfSync } from "node:crypto";
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

/** For tests that change keys. */
export function forgetKeys(): void {
  loaded = undefined;
}
