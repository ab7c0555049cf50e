import { hashChosen, passwordIssue } from "@/lib/commands/access/new-password";
import { totpStep } from "@/lib/commands/access/totp";
import { authoriseAnybody, type InstallationCtx } from "@/lib/commands/context";
import { consume } from "@/lib/db/rate-limit";
import { makeRecoveryCodes, replaceRecoveryCodes } from "@/lib/db/recovery-code";
import { lockStaff, type Staff, type StaffChange, saveStaff, staffById } from "@/lib/db/staff";
import { offeredSecret, type StaffLink, spendStaffLink, staffLinkByToken } from "@/lib/db/staff-link";
import { endStaffSessions } from "@/lib/db/staff-session";
import { isDuplicate, transact } from "@/lib/db/transact";
import { linkRefusal } from "@/lib/domain/identity/link";
import { base32, sixDigits } from "@/lib/domain/identity/totp";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";
import { joinInput } from "@/lib/schemas/access/account";
import { parse } from "@/lib/schemas/parse";

/** Tries with one link: a mistyped code or a refused password, not a search. */
const TRIES = { points: 20, seconds: 900 };

/**
 * Spends an invitation or reset link: the person chooses a password and proves the second factor that the page
 * offered. Earlier sessions end.
 * @returns ten recovery codes, which can never be read again
 * @throws Refused bad_input, link_unknown, link_used, link_expired, link_superseded, too_many
 */
export async function join(ctx: InstallationCtx, typed: unknown): Promise<readonly string[]> {
  authoriseAnybody(ctx);
  const input = parse(joinInput, typed);
  const { link, staff } = await usable(input.token);
  await consume("staff-join", link.id, TRIES);
  const change: StaffChange = link.purpose === "first" ? firstOf(input) : {};
  const secret = base32(offeredSecret(link.id));
  const digits = sixDigits(input.code);
  const step = digits === null ? null : await totpStep(secret, digits);
  const who = change.who ?? staff.who;
  const password = passwordIssue(input.password, who, "password");
  const code = step === null ? { field: "code", message: "codeWrong" } : null;
  if (step === null || password) throw wrong([password, code].filter((issue) => issue !== null));
  const passwordHash = await hashChosen(input.password, who, "password");
  const codes = makeRecoveryCodes();

  const by = { ...ctx, actor: { kind: "staff", staffId: staff.id, roles: [] } } as const;
  await transact(by, async ({ tx, audit }) => {
    const now = await lockStaff(tx, staff.id);
    if (!now || now.disabledAt || !(await spendStaffLink(tx, link.id)))
      throw new Refused({ code: "link_used" });
    await saveStaff(tx, staff, { ...change, passwordHash, totpSecret: secret, totpLastStep: step });
    await replaceRecoveryCodes(tx, staff.id, codes);
    await endStaffSessions(tx, staff.id);
    audit({ type: "staff.activated", subject: staff.id, facts: { link: link.purpose } });
    audit({ type: "staff.recovery_codes_made", subject: staff.id, facts: { codes: codes.length } });
  }).catch((error: unknown) => {
    throw isDuplicate(error) ? wrong([{ field: "email", message: "staffExists" }]) : error;
  });
  return codes;
}

/** The link of a token and its account. @throws Refused if it does not work (any more) */
async function usable(token: string): Promise<{ readonly link: StaffLink; readonly staff: Staff }> {
  const link = await staffLinkByToken(token);
  const staff = link && (await staffById(link.staffId));
  if (!link || !staff) throw new Refused({ code: "link_unknown" });
  const refusal = staff.disabledAt ? "superseded" : linkRefusal(link);
  if (refusal) throw new Refused({ code: `link_${refusal}` });
  return { link, staff };
}

/** The first administrator of an installation says who they are; everybody else was invited by name. */
function firstOf(input: ReturnType<typeof joinInput.parse>): StaffChange {
  const { name, email, language } = input;
  if (name !== undefined && email !== undefined)
    return { who: { name, email }, ...(language ? { language } : {}) };
  throw wrong([
    ...(name === undefined ? [{ field: "name", message: "required" }] : []),
    ...(email === undefined ? [{ field: "email", message: "required" }] : []),
  ]);
}

function wrong(issues: readonly FieldIssue[]): Refused {
  return new Refused({ code: "bad_input", issues });
}
