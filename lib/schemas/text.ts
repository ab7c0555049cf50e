import { z } from "zod";

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u;
const CONTROL_OR_BREAK = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/u;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const STACKED_MARKS = /\p{M}{5,}/u;

const clean = (text: string) => text.isWellFormed() && !STACKED_MARKS.test(text);

// What is too long is looked at no further: no rule below may cost more than its longest text.

/** One line that a person typed: trimmed, no control, bidirectional or invisible characters. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .max(max, { abort: true })
    .refine((t) => clean(t) && !CONTROL_OR_BREAK.test(t) && !INVISIBLE.test(t), "errors.characters");
}

/** Several lines, kept byte for byte; line breaks and tabs are fine, other control characters are not. */
export function lines(max: number) {
  return z
    .string()
    .max(max, { abort: true })
    .refine((t) => clean(t) && !CONTROL.test(t), "errors.characters");
}

/** As `line`, and something must be there. */
export function requiredLine(max: number) {
  return line(max).min(1);
}

/** As `lines`, and something must be there. */
export function requiredLines(max: number) {
  return lines(max).refine((t) => t.trim().length > 0, "errors.required");
}

/** An address that a mail can go to; internationalised domains in their xn-- form. */
export const emailAddress = z.string().trim().min(1).max(254, { abort: true }).pipe(z.email());

/** A form's own key against double submits. */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, "errors.format");

/** A day that exists, "2026-02-28". */
export const isoDate = z.iso.date("errors.date");
