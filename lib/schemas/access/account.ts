import { z } from "zod";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { secondFactor, token, typedPassword } from "@/lib/schemas/access/sign-in";
import { emailAddress, requiredLine } from "@/lib/schemas/text";

/** Whether a new password is good enough is decided with the account's own words (lib/domain/identity/password.ts). */
export const changePasswordInput = z.strictObject({
  password: typedPassword,
  newPassword: typedPassword,
  code: secondFactor,
});

export const proveInput = z.strictObject({ password: typedPassword, code: secondFactor });

/** What somebody with an invitation or reset link sends; which fields count depends on the link. */
export const joinInput = z.strictObject({
  token,
  password: typedPassword,
  code: secondFactor,
  name: requiredLine(200).optional(),
  email: emailAddress.optional(),
  language: z.enum(LANGUAGES).optional(),
});
