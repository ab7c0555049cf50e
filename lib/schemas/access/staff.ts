import { z } from "zod";
import { ROLES } from "@/lib/domain/access/access";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { emailAddress, requiredLine } from "@/lib/schemas/text";

/** Each role at most once, kept in the order of the access table. */
const roles = z
  .array(z.enum(ROLES))
  .min(1, "errors.rolesRequired")
  .max(ROLES.length)
  .transform((chosen) => ROLES.filter((role) => chosen.includes(role)));

export const inviteInput = z.strictObject({
  name: requiredLine(200),
  email: emailAddress,
  language: z.enum(LANGUAGES),
  roles,
});

/** No roles at all takes the colleague away from this controller. */
export const changeRolesInput = z.strictObject({
  staffId: z.uuid(),
  version: z.int().min(1),
  roles: z
    .array(z.enum(ROLES))
    .max(ROLES.length)
    .transform((chosen) => ROLES.filter((role) => chosen.includes(role))),
});

export const recoverInput = z.strictObject({ email: emailAddress });

export const staffIdInput = z.strictObject({ staffId: z.uuid() });
