import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { normalisePassword } from "@/lib/domain/identity/password";
import { Refused } from "@/lib/domain/kernel/refusal";

const argon2Async = promisify<"argon2id", Argon2Parameters, Buffer>(argon2);

/** Argon2id as OWASP's password storage cheat sheet gives it: 46 MiB, one pass, one lane. */
const COST = { memory: 47_104, passes: 1, parallelism: 1 } as const;
const TAG_BYTES = 32;
const SALT_BYTES = 16;

/** What an unknown account is compared with, so that it takes as long as a known one. No password has this hash. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,86})\$([A-Za-z0-9+/]{43,86})$/;

/** Hashes under way at once: each holds 46 MiB, and all threads of the pool busy would stop file access. */
const AT_ONCE = 2;
/** How many may wait; more is an attack or an overload, and waiting longer helps nobody. */
const MAY_WAIT = 100;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs one hash, at most `AT_ONCE` together. @throws Refused unavailable when too many wait */
async function derive(
  password: string,
  salt: Buffer,
  cost: typeof COST | Cost,
  length: number,
): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAY_WAIT) throw new Refused({ code: "unavailable" });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    const message = Buffer.from(normalisePassword(password), "utf8");
    return await argon2Async("argon2id", { message, nonce: salt, tagLength: length, ...cost });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

/** Hashes a password for storage, as a PHC string with its salt and cost. Every byte of the password counts. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await derive(password, salt, COST, TAG_BYTES);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Whether a password is the one that was hashed. Without a hash (unknown account, nobody joined yet) the answer is no
 * after the same work.
 */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = PHC.exec(hash ?? NOBODY) ?? [];
  if (salt === undefined || tag === undefined) throw new Error("a stored password hash is damaged");
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const wanted = Buffer.from(tag, "base64");
  const found = await derive(password, Buffer.from(salt, "base64"), cost, wanted.length);
  return timingSafeEqual(found, wanted) && hash !== null;
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
