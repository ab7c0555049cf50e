import { z } from "zod";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { LONGEST_WORDING, WORDING_KINDS } from "@/lib/domain/notice/wording";
import { lines } from "@/lib/schemas/text";

/** Line ends as one character, so that a browser's two do not count double. */
const words = z
  .string()
  .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
  .pipe(lines(LONGEST_WORDING));

/** Which of a controller's own words. */
export const wordingOf = z.strictObject({ kind: z.enum(WORDING_KINDS), language: z.enum(LANGUAGES) });

/** The next version of a controller's own words; version 0 where it has none yet. */
export const saveWordingInput = wordingOf.extend({
  version: z.coerce.number().int().min(0),
  opening: words,
  closing: words,
});
