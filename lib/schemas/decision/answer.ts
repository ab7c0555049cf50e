import { z } from "zod";
import { OUTCOMES } from "@/lib/domain/decision/answer";
import { contentInput, keepingInput, searchesInput } from "@/lib/schemas/decision/content";
import { seenRequest } from "@/lib/schemas/request/desk";
import { line, lines, requiredLine } from "@/lib/schemas/text";

const item = z.strictObject({
  name: line(200).default(""),
  description: lines(2_000).default(""),
  result: z.enum(["granted", "nothing_held"]).default("granted"),
});

const refusal = z.strictObject({
  what: lines(2_000).default(""),
  ground: line(60).default(""),
  reasons: lines(10_000).default(""),
  provision: line(500).default(""),
  balancing: lines(10_000).default(""),
  keeping: keepingInput,
});

const says = (...texts: readonly string[]) => texts.some((text) => text.trim() !== "");

/** An answer as it is written; what it still lacks is for the domain to say. Empty rows fall away. */
export const answerInput = z.strictObject({
  outcome: z.enum(OUTCOMES),
  text: lines(20_000).default(""),
  items: z
    .array(item)
    .max(100)
    .default([])
    .transform((rows) => rows.filter(({ name, description }) => says(name, description))),
  refusals: z
    .array(refusal)
    .max(30)
    .default([])
    .transform((rows) =>
      rows.filter(({ what, ground, reasons, provision, balancing }) =>
        says(what, ground, reasons, provision, balancing),
      ),
    ),
  searches: searchesInput,
  content: contentInput,
});

export const draftInput = z.strictObject({ reference: requiredLine(40), answer: answerInput });

/** `letter` is the fingerprint of the letter that was previewed; another letter is not sent in its place. */
export const decideInput = z.strictObject({
  ...seenRequest,
  answer: answerInput,
  letter: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "errors.format")
    .optional(),
});
