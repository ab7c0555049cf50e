import { z } from "zod";
import { emailAddress } from "@/lib/schemas/text";

/** As typed: nothing is trimmed, and the longest password in characters may need more bytes. */
export const typedPassword = z.string().min(1).max(1_000);

/** Six digits of the app, or a recovery code; gaps that people type are fine. */
export const secondFactor = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[A-Za-z0-9 -]+$/, "errors.format");

export const signInInput = z.strictObject({
  email: emailAddress,
  password: typedPassword,
  code: secondFactor,
});

/** A cookie's or link's token as we make them. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "errors.format");
