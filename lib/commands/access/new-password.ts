import { hashPassword } from "@/lib/db/password-hash";
import type { StaffWho } from "@/lib/db/staff";
import { checkPassword, PASSWORD_MAX, PASSWORD_MIN } from "@/lib/domain/identity/password";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";

/**
 * What is wrong with a password that somebody wants, or null.
 * @param field the form's field it was typed into
 */
export function passwordIssue(typed: string, who: StaffWho, field: string): FieldIssue | null {
  const checked = checkPassword(typed, [who.name, who.email]);
  return checked.ok
    ? null
    : { field, message: checked.refusal, values: { min: PASSWORD_MIN, max: PASSWORD_MAX } };
}

/**
 * Hashes a password that somebody chose, if it may be chosen. Every way to a password goes through here.
 * @throws Refused bad_input with what is wrong with it
 */
export async function hashChosen(typed: string, who: StaffWho, field: string): Promise<string> {
  const issue = passwordIssue(typed, who, field);
  if (issue) throw new Refused({ code: "bad_input", issues: [issue] });
  return hashPassword(typed);
}
