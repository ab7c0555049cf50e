import { verifySync } from "otplib";
import type { Tx } from "@/lib/db/client";
import { databaseNow } from "@/lib/db/staff-session";
import { TOTP_PERIOD_SECONDS } from "@/lib/domain/identity/totp";

/** Compared with where there is no secret, so that it takes as long. */
const NOBODY = "A".repeat(32);

/**
 * The 30-second step a code belongs to: the current one, the one before or the one after, by the database's clock;
 * null if it is none of them (RFC 6238 section 5.2).
 * @param secret base32; null gives null after the same work
 * @param code six digits
 */
export async function totpStep(secret: string | null, code: string, tx?: Tx): Promise<number | null> {
  const epoch = Math.floor((await databaseNow(tx)).getTime() / 1000);
  const checked = verifySync({
    secret: secret ?? NOBODY,
    token: code,
    epoch,
    epochTolerance: TOTP_PERIOD_SECONDS,
  });
  if (!checked.valid || secret === null) return null;
  return Math.floor(epoch / TOTP_PERIOD_SECONDS) + checked.delta;
}
