import { hashPassword } from "@/lib/db/password-hash";
import type { StaffWho } from "@/lib/db/staff";
import { checkPassword, PASSWORD_MAX, PASSWORD_MIN } from "@/lib/domain/identity/password";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";

/**
 * Hashes a password that somebody chose, if it may be chosen. Every way to a password goes through here.
 * @param field the form's field it was typed into
 * @throws Refused bad_input with what is wrong with it
 */
export async function hashChosen(typed: string, who: StaffWho, field: string): Promise<string> {
  const checked = checkPassword(typed, [who.name, who.email]);
  if (checked.ok) return hashPassword(checked.value);
  const issue: FieldIssue = {
    field,
    message: checked.refusal,
    values: { min: PASSWORD_MIN, max: PASSWORD_MAX },
  };
  throw new Refused({ code: "bad_input", issues: [issue] });
}
