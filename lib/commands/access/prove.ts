import { totpStep } from "@/lib/commands/access/totp";
import type { Tx } from "@/lib/db/client";
import { verifyPassword } from "@/lib/db/password-hash";
import { consume } from "@/lib/db/rate-limit";
import { spendRecoveryCode } from "@/lib/db/recovery-code";
import { type Staff, spendTotpStep } from "@/lib/db/staff";
import { sixDigits } from "@/lib/domain/identity/totp";
import { Refused } from "@/lib/domain/kernel/refusal";

/** Proofs by somebody already signed in: few, since an open session is all a thief would have. */
const PROOFS = { points: 10, seconds: 900 };

/** Spends the second factor inside the transaction of the change it is for. @throws Refused bad_input */
export type SpendFactor = (tx: Tx, at: Date) => Promise<void>;

/**
 * Checks that whoever holds the session also has the password and the second factor.
 * @throws Refused bad_input (both are named: neither is said to be right), too_many
 */
export async function prove(staff: Staff, password: string, code: string): Promise<SpendFactor> {
  await consume("staff-proof", staff.id, PROOFS);
  const passwordRight = await verifyPassword(staff.passwordHash, password);
  const digits = sixDigits(code);
  const step = digits === null ? null : await totpStep(staff.totpSecret, digits);
  if (!passwordRight || (digits !== null && step === null)) throw notProven();
  return async (tx, at) => {
    const spent =
      step === null
        ? await spendRecoveryCode(tx, staff.id, code, at)
        : await spendTotpStep(tx, staff.id, step);
    if (!spent) throw notProven();
  };
}

function notProven(): Refused {
  return new Refused({
    code: "bad_input",
    issues: [
      { field: "password", message: "proof" },
      { field: "code", message: "proof" },
    ],
  });
}
