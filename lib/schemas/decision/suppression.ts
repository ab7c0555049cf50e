import { z } from "zod";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { emailAddress, isoDate, requiredLines } from "@/lib/schemas/text";

/** An address that comes off the list, and the person's own wish: on which day and how they said it, in which words. */
export const liftSuppressionInput = z.strictObject({
  email: emailAddress,
  on: isoDate,
  way: z.enum(ANSWER_WAYS),
  text: requiredLines(5_000),
});
