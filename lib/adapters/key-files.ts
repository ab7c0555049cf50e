import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** The root keys of an installation, 32 bytes each. */
export type Keys = {
  /** Key-encryption keys by id; older ones stay so that what they wrapped can still be opened. */
  readonly keks: ReadonlyMap<string, Buffer>;
  readonly activeKek: string;
  /** Root of the keyed search indexes. */
  readonly index: Buffer;
  /** Root of the tokens in mail links. */
  readonly link: Buffer;
  /** Signs sessions. */
  readonly session: Buffer;
};

/** Something is wrong with a key file. The message names the file and the remedy, never the content. */
export class KeyFileError extends Error {}

const KEY_BYTES = 32;
const HEX_KEY = /^[0-9a-f]{64}$/;
const SINGLE = ["index", "link", "session"] as const;
const ACTIVE_FILE = "kek-active";
const KEK_FILE = /^kek-([0-9a-z]{1,32})$/;

/** True when the folder holds at least one key file. */
export function hasKeys(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => isKeyFile(name));
}

/**
 * Makes one key file of each kind, mode 0600, in a folder of mode 0700. Only for an empty database: the caller
 * checks that, because fresh keys would make everything stored before unreadable.
 * @throws KeyFileError when a key file is already there; nothing is overwritten.
 */
export function createKeys(folder: string): void {
  if (hasKeys(folder)) {
    throw new KeyFileError(
      `${folder} already holds key files. They are never replaced; move the folder away to start anew.`,
    );
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  for (const name of [`kek-${randomBytes(4).toString("hex")}`, ...SINGLE]) {
    writeFileSync(join(folder, name), `${randomBytes(KEY_BYTES).toString("hex")}\n`, {
      mode: 0o600,
      flag: "wx",
    });
  }
}

/**
 * Reads the key files of a folder. With several key-encryption keys, the file `kek-active` holds the id of the one
 * that wraps what is new.
 * @throws KeyFileError when a file is missing, readable by others, of the wrong length or not random.
 */
export function loadKeys(folder: string): Keys {
  if (!existsSync(folder)) {
    throw new KeyFileError(
      `The key folder ${folder} does not exist. Restore it from your backup, or set KEY_DIR.`,
    );
  }
  const ids = readdirSync(folder)
    .filter((name) => KEK_FILE.test(name) && name !== ACTIVE_FILE)
    .map((name) => name.replace("kek-", ""));
  const keks = new Map(ids.map((id) => [id, readKey(join(folder, `kek-${id}`))]));
  const [index, link, session] = SINGLE.map((name) =>
    readKey(join(/* turbopackIgnore: true */ folder, name)),
  );
  if (!index || !link || !session) throw new KeyFileError(`Key files are missing in ${folder}.`);
  refuseRepeated(folder, [...keks.values(), index, link, session]);
  return { keks, activeKek: activeKek(folder, ids), index, link, session };
}

function isKeyFile(name: string): boolean {
  return KEK_FILE.test(name) || SINGLE.some((single) => single === name);
}

function activeKek(folder: string, ids: readonly string[]): string {
  const [only] = ids;
  if (only === undefined) {
    throw new KeyFileError(
      `${folder} holds no file kek-<id>. Restore it from your backup; without it nothing stored can be read.`,
    );
  }
  const choice = join(folder, ACTIVE_FILE);
  if (!existsSync(choice)) {
    if (ids.length === 1) return only;
    throw new KeyFileError(
      `${folder} holds several kek files. Write the id of the one for new data into ${choice}.`,
    );
  }
  const chosen = readFileSync(choice, "utf8").trim();
  if (!ids.includes(chosen)) {
    throw new KeyFileError(
      `${choice} names a key without a file. It must hold the id of one of the kek files beside it.`,
    );
  }
  return chosen;
}

function readKey(file: string): Buffer {
  if (!existsSync(file)) {
    throw new KeyFileError(
      `The key file ${file} is missing. Restore it from your backup; a new one cannot read what is stored.`,
    );
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new KeyFileError(`The key file ${file} can be read by others. Run: chmod 600 ${file}`);
  }
  const text = readFileSync(file, "utf8").trim();
  if (!HEX_KEY.test(text)) {
    throw new KeyFileError(
      `The key file ${file} does not hold a 32-byte key (64 hexadecimal characters). Restore it from your backup.`,
    );
  }
  const key = Buffer.from(text, "hex");
  if (new Set(key).size < 12) {
    throw new KeyFileError(
      `The key file ${file} does not look random. Use the one that was generated, or restore it from your backup.`,
    );
  }
  return key;
}

function refuseRepeated(folder: string, keys: readonly Buffer[]): void {
  if (new Set(keys.map((key) => key.toString("hex"))).size < keys.length) {
    throw new KeyFileError(
      `Two key files in ${folder} hold the same key. Each must be its own; restore them from your backup.`,
    );
  }
}
