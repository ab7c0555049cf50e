import { z } from "zod";
import { REOPENING_SOURCES } from "@/lib/domain/request/reopening";
import { seenWithLetter } from "@/lib/schemas/request/desk";
import { isoDate, requiredLines } from "@/lib/schemas/text";

/** Why a closed request is opened again, and on which day what called for it reached us. */
export const reopenInput = z.strictObject({
  ...seenWithLetter,
  source: z.enum(REOPENING_SOURCES),
  text: requiredLines(5_000),
  on: isoDate,
  /** By which day an authority or a court ordered the answer; empty where no day was set. */
  orderedBy: z.union([z.literal(""), isoDate]).default(""),
});
