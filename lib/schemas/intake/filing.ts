import { z } from "zod";
import { ON_BEHALF, RELATIONSHIPS } from "@/lib/domain/intake/filing";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { emailAddress, line, lines, requiredLine } from "@/lib/schemas/text";
import { details } from "./details";

/** Who asks and how to answer. Required: name and email; for somebody else also whose data it is about. */
export const who = z
  .strictObject({
    name: requiredLine(200),
    email: emailAddress,
    onBehalf: z.enum(ON_BEHALF).default("self"),
    subjectName: line(200).default(""),
    authority: lines(2_000).default(""),
    relationship: z.enum(RELATIONSHIPS).default("unknown"),
    identifiers: line(500).default(""),
  })
  .refine((w) => w.onBehalf === "self" || w.subjectName !== "", {
    path: ["subjectName"],
    message: "errors.required",
  })
  // Only staff enter somebody without an email address (lib/schemas/intake/entry.ts).
  .transform((w) => ({ ...w, postalAddress: "", phone: "" }));

/** One act of asking: one or more rights, each once. */
export const filingInput = z.strictObject({
  language: z.enum(LANGUAGES),
  who,
  requests: z
    .array(details)
    .min(1)
    .max(RIGHTS.length)
    .refine((list) => new Set(list.map((d) => d.right)).size === list.length, "errors.rightTwice"),
});
