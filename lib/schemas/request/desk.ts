import { z } from "zod";
import { FLAG_GROUNDS } from "@/lib/domain/request/flag";
import { requiredLine, requiredLines } from "@/lib/schemas/text";

/** A whole number from 0, as a form or as JSON writes it. */
export const wholeNumber = z.union([
  z.int().min(0).max(1_000_000_000),
  z
    .string()
    .regex(/^\d{1,9}$/, "errors.format")
    .transform(Number),
]);

/** Which request, and as which version its reader saw it. */
export const seenRequest = {
  reference: requiredLine(40),
  version: wholeNumber,
  /** The last line of the log that the reader was shown; lets a lost race say what happened since. */
  seen: wholeNumber.optional(),
};

/** The fingerprint of a letter that was previewed: another is not sent in its place. */
export const letterFingerprint = z.string().regex(/^[0-9a-f]{64}$/, "errors.format");

/** A request as its reader saw it, with the letter that they looked at. */
export const seenWithLetter = { ...seenRequest, letter: letterFingerprint.optional() };

const nobody = z.literal("").transform(() => null);

export const openInput = z.strictObject({ reference: requiredLine(40) });

/** To whom a request is given; an empty choice takes it from everybody. */
export const assignInput = z.strictObject({
  ...seenRequest,
  assigneeId: z.union([z.guid(), nobody, z.null()]),
});

export const noteInput = z.strictObject({ ...seenRequest, text: requiredLines(10_000) });

export const questionInput = z.strictObject({ ...seenWithLetter, text: requiredLines(5_000) });

export const flagInput = z.strictObject({
  ...seenRequest,
  ground: z.enum(FLAG_GROUNDS),
  reason: requiredLines(5_000),
});

export const removeFlagInput = z.strictObject({ ...seenRequest, flagId: z.guid() });

export const recallInput = z.strictObject(seenRequest);

export const undoSendInput = z.strictObject({ ...seenRequest, noticeId: z.guid() });
