import { z } from "zod";
import { type Details, ENTERED_CHANNELS, ON_BEHALF, RELATIONSHIPS } from "@/lib/domain/intake/filing";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { DETAILS } from "@/lib/schemas/intake/details";
import {
  emailAddress,
  idempotencyKey,
  isoDate,
  line,
  lines,
  requiredLine,
  requiredLines,
} from "@/lib/schemas/text";

/** A letter of a dozen pages. */
export const LONGEST_TEXT = 40_000;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "errors.time");
const none = z.literal("");
const phone = line(40).refine((typed) => /^[0-9+() -]*$/.test(typed), "errors.phone");

const details = z.strictObject({
  access: DETAILS.access.optional(),
  rectification: DETAILS.rectification.optional(),
  erasure: DETAILS.erasure.optional(),
  restriction: DETAILS.restriction.optional(),
  portability: DETAILS.portability.optional(),
  objection: DETAILS.objection.optional(),
  marketing_objection: DETAILS.marketing_objection.optional(),
  consent_withdrawal: DETAILS.consent_withdrawal.optional(),
  automated_decision_review: DETAILS.automated_decision_review.optional(),
  complaint: DETAILS.complaint.optional(),
});

/** A request of another channel, as staff enter it: the form's own rules per right, and when and how it came. */
export const entryInput = z
  .strictObject({
    idempotencyKey,
    channel: z.enum(ENTERED_CHANNELS),
    receivedOn: isoDate,
    receivedAt: time,
    /** The processor it came through, and when it came there. */
    processor: line(200).default(""),
    processorOn: z.union([isoDate, none]).default(""),
    processorAt: z.union([time, none]).default(""),
    /** "The time is right, although it lies back." */
    knownBack: z.boolean().default(false),
    language: z.enum(LANGUAGES),
    name: requiredLine(200),
    email: z.union([none, emailAddress]).default(""),
    postalAddress: lines(500).default(""),
    phone: phone.default(""),
    onBehalf: z.enum(ON_BEHALF).default("self"),
    subjectName: line(200).default(""),
    authority: lines(2_000).default(""),
    relationship: z.enum(RELATIONSHIPS).default("unknown"),
    identifiers: line(500).default(""),
    text: requiredLines(LONGEST_TEXT),
    rights: z
      .array(z.enum(RIGHTS))
      .min(1)
      .max(RIGHTS.length)
      .refine((list) => new Set(list).size === list.length, "errors.rightTwice"),
    details,
  })
  .refine((e) => e.email !== "" || e.postalAddress.trim() !== "" || e.phone !== "", {
    path: ["email"],
    message: "errors.wayToAnswer",
  })
  .refine((e) => e.onBehalf === "self" || e.subjectName !== "", {
    path: ["subjectName"],
    message: "errors.required",
  })
  .superRefine((e, issues) => {
    if (e.channel !== "processor") return;
    for (const field of ["processor", "processorOn", "processorAt"] as const) {
      if (e[field] === "") issues.addIssue({ code: "custom", path: [field], message: "errors.required" });
    }
  })
  .superRefine((e, issues) => {
    for (const right of e.rights) {
      if (!e.details[right]) {
        issues.addIssue({ code: "custom", path: ["details", right], message: "errors.required" });
      }
    }
  });

/** The details of the rights that are asked for, in the order of the rights. */
export function entryDetails(entry: z.output<typeof entryInput>): Details[] {
  return RIGHTS.filter((right) => entry.rights.includes(right)).map(
    (right) => entry.details[right] as Details,
  );
}
