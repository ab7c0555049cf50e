import { z } from "zod";
import { INTENT_SIGNS, PROPOSALS } from "@/lib/domain/fee/assessment";
import { FLAG_GROUNDS } from "@/lib/domain/request/flag";
import { seenRequest } from "@/lib/schemas/request/desk";
import { lines, requiredLine, requiredLines } from "@/lib/schemas/text";

const text = lines(10_000).default("");

/** What proves it, one a line; empty lines fall away. */
const evidence = lines(10_000)
  .default("")
  .transform((all) =>
    all
      .split(/\r?\n/)
      .map((each) => each.trim())
      .filter((each) => each !== ""),
  );

/** An assessment as it is written; what it still lacks is for the domain to say. */
export const assessmentInput = z.strictObject({
  ...seenRequest,
  ground: z.enum(FLAG_GROUNDS),
  proposal: z.enum(PROPOSALS),
  facts: text,
  evidence,
  sign: z.enum(INTENT_SIGNS).or(z.literal("")).default(""),
  shown: text,
  against: text,
  narrow: text,
  noFee: text,
  exceptional: text,
});

export const seenInput = z.strictObject(seenRequest);

export const removeEvidenceInput = z.strictObject({ ...seenRequest, file: z.guid() });

export const reasonInput = z.strictObject({ ...seenRequest, reason: requiredLines(5_000) });

export const linkPersonInput = z.strictObject({
  ...seenRequest,
  /** A reference of the other address's. */
  other: requiredLine(40),
  reason: requiredLines(5_000),
});

export const unlinkPersonInput = z.strictObject({ ...seenRequest, linkId: z.guid() });
