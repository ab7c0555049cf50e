import { z } from "zod";
import { seenRequest } from "@/lib/schemas/request/desk";
import { requiredLines } from "@/lib/schemas/text";

/** `letter` is the fingerprint of the letter that was read. */
export const approveInput = z.strictObject({
  ...seenRequest,
  letter: z.string().regex(/^[0-9a-f]{64}$/, "errors.format"),
});

export const sendBackInput = z.strictObject({ ...seenRequest, text: requiredLines(5_000) });
