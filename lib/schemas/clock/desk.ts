import { z } from "zod";
import { EXTENSION_REASONS } from "@/lib/domain/clock/extension-reasons";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { CLARIFICATION_REASONS } from "@/lib/domain/clock/stops-clock";
import { letterFingerprint, seenRequest, seenWithLetter } from "@/lib/schemas/request/desk";
import { isoDate, lines, requiredLines } from "@/lib/schemas/text";

/** A tick of a plain form, or a truth value as JSON writes it. */
const tick = z.union([
  z.boolean(),
  z.literal("yes").transform(() => true),
  z.literal("").transform(() => false),
]);

/** Several boxes of one name: a list, or what a plain form makes of it ("a,b"). */
const reasons = z
  .union([
    z.array(z.string()).max(20),
    z
      .string()
      .max(300)
      .transform((text) => text.split(",").filter(Boolean)),
  ])
  .pipe(z.array(z.enum(EXTENSION_REASONS)))
  .transform((chosen) => EXTENSION_REASONS.filter((reason) => chosen.includes(reason)));

/** A question that stops the clock: as it is sent, with choices one a line, and why it is needed. */
export const pausingQuestionInput = z.strictObject({
  ...seenWithLetter,
  text: requiredLines(5_000),
  choices: lines(2_000).default(""),
  category: z.enum(CLARIFICATION_REASONS),
  reason: requiredLines(2_000),
  largeQuantity: tick.default(false),
});

/** What is written of an extension so far; what is still missing is said by the preview. */
export const extensionDraftInput = z.strictObject({
  reference: seenRequest.reference,
  reasons: reasons.default([]),
  specific: lines(5_000),
  done: lines(5_000),
  until: isoDate.or(z.literal("")).default(""),
});

/** The fingerprint of the letter that was previewed. */
export const sendExtensionInput = z.strictObject({
  ...seenRequest,
  letter: letterFingerprint,
});

/** What an answer that came another way should have been recorded as; `corrects` is the id of the wrong record. */
export const correctAnswerInput = z.strictObject({
  ...seenRequest,
  on: isoDate,
  way: z.enum(ANSWER_WAYS),
  reason: requiredLines(2_000),
  corrects: z.guid(),
});

/** No answer had come: a record was wrong altogether. */
export const takeBackAnswerInput = z.strictObject({
  ...seenRequest,
  corrects: z.guid(),
  reason: requiredLines(2_000),
});

export const cancelQuestionInput = z.strictObject(seenRequest);
