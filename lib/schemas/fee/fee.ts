import { z } from "zod";
import { COST_KINDS, CURRENCIES, MOST_HUNDREDTHS, MOST_MINOR } from "@/lib/domain/fee/amount";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { letterFingerprint, seenRequest, wholeNumber } from "@/lib/schemas/request/desk";
import { isoDate, line, requiredLine, requiredLines } from "@/lib/schemas/text";

/** "12", "12,5", "12.50" to hundredths, by digits: no floating point on the way. */
function hundredths(most: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,7}(?:[.,]\d{1,2})?$/, "errors.amount")
    .transform((typed) => {
      const [whole = "0", part = ""] = typed.split(/[.,]/);
      return Number(whole) * 100 + Number(part.padEnd(2, "0"));
    })
    .refine((value) => value <= most, "errors.amount");
}

/** An amount of money as people type it, in minor units. */
export const money = hundredths(MOST_MINOR);

/** How much of a line is charged; empty is none of it. */
const quantity = z
  .literal("")
  .transform(() => 0)
  .or(hundredths(MOST_HUNDREDTHS));

/** Quantities by the position of the rate card's line, as the form names them: q0, q1 ... */
export const feeInput = z.strictObject({
  ...seenRequest,
  card: wholeNumber,
  quantities: z.array(quantity).max(30),
  answerBy: isoDate,
  /** The letter that was previewed; another is not sent in its place. */
  letter: letterFingerprint,
});

/** What a fee is looked at with, before it is sent. */
export const feePreviewInput = z.object({ quantities: z.array(quantity).max(30), answerBy: isoDate });

const rate = z.strictObject({
  kind: z.enum(COST_KINDS),
  label: z.partialRecord(z.enum(LANGUAGES), line(120)),
  minor: money.refine((value) => value > 0, "errors.amount"),
});

export const rateCardInput = z.strictObject({
  version: wholeNumber,
  currency: z.enum(CURRENCIES),
  lines: z.array(rate).max(30),
});

/** What the requester may choose; taking the request back has a step of its own. */
export const choiceInput = z.discriminatedUnion("choice", [
  z.strictObject({ choice: z.literal("accept"), reference: requiredLine(40), fee: z.guid() }),
  z.strictObject({
    choice: z.enum(["narrow", "object"]),
    reference: requiredLine(40),
    fee: z.guid(),
    text: requiredLines(5_000),
  }),
]);

const aboutFee = { ...seenRequest, feeId: z.guid() };

export const recallFeeInput = z.strictObject(aboutFee);

export const paymentInput = z.strictObject({
  ...aboutFee,
  amount: money.refine((value) => value > 0, "errors.amount"),
  on: isoDate,
  payment: requiredLine(200),
});

export const refundInput = z.strictObject({
  ...aboutFee,
  amount: money.refine((value) => value > 0, "errors.amount"),
  on: isoDate,
  payment: requiredLine(200),
  reason: requiredLines(5_000),
});

export const waiverInput = z.strictObject({ ...aboutFee, reason: requiredLines(5_000) });

export const objectionInput = z.strictObject({
  ...aboutFee,
  letter: letterFingerprint.optional(),
  outcome: z.enum(["upheld", "given_in"]),
  answerBy: isoDate.or(z.literal("")).default(""),
  text: requiredLines(5_000),
});
