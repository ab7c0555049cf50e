import { z } from "zod";
import type { Details } from "@/lib/domain/intake/filing";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import { isoDate, line, lines, requiredLines } from "@/lib/schemas/text";

const LONG = 5_000;

const text = lines(LONG).default("");
const day = z
  .union([isoDate, z.literal("").transform(() => null), z.null()])
  .default(null)
  .transform((value) => value as IsoDate | null);

const access = z
  .strictObject({
    right: z.literal("access"),
    scope: z.enum(["everything", "part", "unknown"]).default("everything"),
    from: day,
    to: day,
    subject: text,
  })
  .refine((d) => !d.from || !d.to || d.from <= d.to, { path: ["to"], message: "errors.periodOrder" });

/**
 * What each right asks about, and nothing more. Only what is wrong is required, for rectification;
 * everything else may stay empty or "unknown".
 */
export const DETAILS = {
  access,
  rectification: z.strictObject({
    right: z.literal("rectification"),
    wrong: requiredLines(LONG),
    correct: text,
    complete: text,
  }),
  erasure: z.strictObject({
    right: z.literal("erasure"),
    grounds: z
      .array(z.enum(["a", "b", "c", "d", "e", "f", "unknown"]))
      .max(7)
      .default([]),
    what: text,
  }),
  restriction: z.strictObject({
    right: z.literal("restriction"),
    grounds: z
      .array(z.enum(["a", "b", "c", "d", "unknown"]))
      .max(5)
      .default([]),
    what: text,
  }),
  portability: z.strictObject({
    right: z.literal("portability"),
    to: z.enum(["me", "controller", "unknown"]).default("unknown"),
    receiver: line(500).default(""),
  }),
  objection: z.strictObject({
    right: z.literal("objection"),
    what: text,
    disclosure: z.boolean().default(false),
    situation: text,
  }),
  marketing_objection: z.strictObject({
    right: z.literal("marketing_objection"),
    channels: z
      .array(z.enum(["email", "phone", "sms", "post", "profiling", "all"]))
      .max(6)
      .default([]),
  }),
  consent_withdrawal: z.strictObject({ right: z.literal("consent_withdrawal"), what: text }),
  automated_decision_review: z.strictObject({
    right: z.literal("automated_decision_review"),
    decision: text,
    view: text,
  }),
  complaint: z.strictObject({ right: z.literal("complaint"), what: text }),
} as const satisfies Record<Right, z.ZodType<Details, unknown>>;

export const details = z.discriminatedUnion("right", [
  DETAILS.access,
  DETAILS.rectification,
  DETAILS.erasure,
  DETAILS.restriction,
  DETAILS.portability,
  DETAILS.objection,
  DETAILS.marketing_objection,
  DETAILS.consent_withdrawal,
  DETAILS.automated_decision_review,
  DETAILS.complaint,
]);
