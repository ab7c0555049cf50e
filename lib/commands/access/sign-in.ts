import { totpStep } from "@/lib/commands/access/totp";
import { authoriseAnybody, type InstallationCtx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { verifyPassword } from "@/lib/db/password-hash";
import { recoveryCodesLeft, spendRecoveryCode } from "@/lib/db/recovery-code";
import { admit, deviceOf, deviceToken, forgive } from "@/lib/db/sign-in-throttle";
import { lockStaff, type Staff, spendTotpStep, staffByEmail, staffIndex } from "@/lib/db/staff";
import { endStaffSession, openStaffSession } from "@/lib/db/staff-session";
import { transact } from "@/lib/db/transact";
import type { StaffActor } from "@/lib/domain/access/actor";
import { sixDigits } from "@/lib/domain/identity/totp";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import { signInInput } from "@/lib/schemas/access/sign-in";
import { parse } from "@/lib/schemas/parse";

/** Where an attempt comes from. */
export type SignInFrom = {
  /** The other end, as the front saw it. */
  readonly peer: string;
  /** The device's token of an earlier sign-in, if it brought one. */
  readonly device: string | null;
  /** The session this browser already has; it ends when the new one begins. */
  readonly sessionId: string | null;
};

export type SignInResult = {
  readonly sessionId: string;
  readonly staffId: string;
  /** For the device's cookie: lets it sign in again while strangers are slowed down. */
  readonly device: string;
  readonly language: Language;
};

/** Why an attempt failed, as the log keeps it; whoever tried is told the same sentence for all of them. */
type Reason = "unknown_account" | "not_joined" | "wrong_password" | "wrong_code" | "used_code" | "disabled";

/** Thrown inside the transaction when a code turns out to be spent, so that nothing of it stays. */
class Spent extends Error {}

/**
 * Opens a staff session for address, password and second factor, given together. Every way of failing takes the same
 * work and gives the same refusal; each is an event.
 * @throws Refused bad_input, not_signed_in (one of the three is wrong), too_many, unavailable
 */
export async function signIn(ctx: InstallationCtx, typed: unknown, from: SignInFrom): Promise<SignInResult> {
  authoriseAnybody(ctx);
  const { email, password, code } = parse(signInInput, typed);
  const account = Buffer.from(staffIndex(email)).toString("hex");
  const attempt = { account, peer: from.peer, device: deviceOf(account, from.device) };
  await admit(attempt);

  const staff = await staffByEmail(email);
  const passwordRight = await verifyPassword(staff?.passwordHash ?? null, password);
  const digits = sixDigits(code);
  const step = digits === null ? null : await totpStep(staff?.totpSecret ?? null, digits);
  const reason = reasonOf(staff, passwordRight, digits !== null && step === null);
  if (!staff || reason) return refused(ctx, staff, reason ?? "unknown_account");

  try {
    const sessionId = await open(ctx, staff, step === null ? { recoveryCode: code } : { step }, from);
    await forgive(attempt);
    const device = attempt.device && from.device ? from.device : deviceToken(account);
    return { sessionId, staffId: staff.id, device, language: staff.language };
  } catch (error) {
    if (error instanceof Spent) return refused(ctx, staff, step === null ? "wrong_code" : "used_code");
    throw error;
  }
}

function reasonOf(staff: Staff | null, passwordRight: boolean, codeWrong: boolean): Reason | null {
  if (!staff) return "unknown_account";
  if (staff.disabledAt) return "disabled";
  if (!staff.passwordHash || !staff.totpSecret) return "not_joined";
  if (!passwordRight) return "wrong_password";
  return codeWrong ? "wrong_code" : null;
}

type Factor = { readonly step: number } | { readonly recoveryCode: string };

async function open(ctx: InstallationCtx, staff: Staff, factor: Factor, from: SignInFrom): Promise<string> {
  const actor: StaffActor = { kind: "staff", staffId: staff.id, roles: [] };
  return transact({ ...ctx, actor }, async ({ tx, audit }) => {
    const now = await lockStaff(tx, staff.id);
    const unchanged =
      now?.passwordHash === staff.passwordHash && now.totpSecret === staff.totpSecret && !now.disabledAt;
    if (!unchanged || !(await spend(tx, staff.id, factor, ctx.now()))) throw new Spent();
    const before = from.sessionId ? await endStaffSession(tx, from.sessionId) : null;
    const sessionId = await openStaffSession(tx, staff.id);
    if (before) audit({ type: "staff.signed_out", subject: before, facts: { by: "new_sign_in" } });
    if ("recoveryCode" in factor) {
      const left = await recoveryCodesLeft(tx, staff.id);
      audit({ type: "staff.recovery_code_used", subject: staff.id, facts: { left } });
    }
    audit({
      type: "staff.signed_in",
      subject: staff.id,
      facts: { session: sessionId, factor: "step" in factor ? "totp" : "recovery_code" },
    });
    return sessionId;
  });
}

async function spend(tx: Tx, staffId: string, factor: Factor, at: Date): Promise<boolean> {
  return "step" in factor
    ? spendTotpStep(tx, staffId, factor.step)
    : spendRecoveryCode(tx, staffId, factor.recoveryCode, at);
}

/** Writes the failure down and says no. @throws Refused not_signed_in, always */
async function refused(ctx: InstallationCtx, staff: Staff | null, reason: Reason): Promise<never> {
  await transact(ctx, async ({ audit }) => {
    audit({ type: "staff.sign_in_refused", ...(staff ? { subject: staff.id } : {}), facts: { reason } });
  });
  throw new Refused({ code: "not_signed_in" });
}
