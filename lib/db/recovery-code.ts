import { createHmac, randomInt, randomUUID } from "node:crypto";
import type { Tx } from "./client";
import { derivedKey, keys } from "./keys";

const RECOVERY_CODES = 10;

/** Crockford's base32: nothing that looks like something else, and no vowel that makes a word. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;
const GROUP = 4;

/** A code as a person may type it, in the one form that is hashed: capitals, O as 0, I and L as 1, no gaps. */
function normaliseRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** Keyed, since 80 random bits alone would be within reach of somebody who has only the database. */
function codeHash(staffId: string, code: string): Uint8Array<ArrayBuffer> {
  const key = derivedKey(keys().index, "recovery-code|v1", staffId);
  return new Uint8Array(createHmac("sha256", key).update(normaliseRecoveryCode(code)).digest());
}

/** Ten fresh codes of 80 random bits, as shown once: "7K3M-9QXT-0VBA-42RD". */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
    return letters.replace(new RegExp(`.{${GROUP}}(?=.)`, "g"), "$&-");
  });
}

/** Puts these codes in the place of all earlier ones of the account. */
export async function replaceRecoveryCodes(tx: Tx, staffId: string, codes: readonly string[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { staffId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: randomUUID(), staffId, codeHash: codeHash(staffId, code) })),
  });
}

/** Spends a code; false if it is not one of the account's or was used before. */
export async function spendRecoveryCode(tx: Tx, staffId: string, typed: string, at: Date): Promise<boolean> {
  const spent = await tx.recoveryCode.updateMany({
    where: { staffId, codeHash: codeHash(staffId, typed), usedAt: null },
    data: { usedAt: at },
  });
  return spent.count === 1;
}

/** How many codes of an account are still unused. */
export async function recoveryCodesLeft(tx: Tx, staffId: string): Promise<number> {
  return tx.recoveryCode.count({ where: { staffId, usedAt: null } });
}
