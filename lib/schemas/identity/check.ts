import { z } from "zod";
import { DOUBTS, METHODS, type Method, RESULTS } from "@/lib/domain/identity/check";
import { AUTHORITY_KINDS } from "@/lib/domain/identity/representation";
import { seenRequest, seenWithLetter } from "@/lib/schemas/request/desk";
import { emailAddress, isoDate, line, lines, requiredLine, requiredLines } from "@/lib/schemas/text";

const box = z.enum(["on", ""]).default("");
const boxes = {
  by_account: box,
  by_known_address: box,
  by_facts: box,
  by_call_back: box,
  by_in_person: box,
  by_id_copy: box,
} satisfies Record<`by_${Method}`, typeof box>;

/** An identity request as it is written; what it still lacks is for the domain to say. */
export const identityDraftInput = z
  .strictObject({
    ...seenRequest,
    category: z.enum(DOUBTS).default("other"),
    doubt: lines(3_000).default(""),
    needed: lines(3_000).default(""),
    ...boxes,
  })
  .transform(({ reference, category, doubt, needed, ...rest }) => ({
    reference,
    draft: { category, doubt, needed, methods: METHODS.filter((method) => rest[`by_${method}`] === "on") },
  }));

/** `letter` is the fingerprint of the letter that was previewed. */
export const identitySendInput = z.strictObject({
  ...seenRequest,
  letter: z.string().regex(/^[0-9a-f]{64}$/, "errors.format"),
});

const noMethod = z.literal("").transform(() => null);

export const identityResultInput = z.strictObject({
  ...seenRequest,
  result: z.enum(RESULTS),
  method: z.union([z.enum(METHODS), noMethod]).default(null),
  /** The local day on which the proof came, where staff saw it themselves; empty for today. */
  arrivedOn: z.union([isoDate, noMethod]).default(null),
  note: lines(2_000).default(""),
});

/** What a requester sends: the way they choose and, by it, a code, some words, files. */
export const identityAnswerInput = z.strictObject({
  reference: requiredLine(40),
  method: z.enum(METHODS),
  code: line(40).default(""),
  text: lines(5_000).default(""),
});

export const authorityInput = z.strictObject({
  ...seenRequest,
  result: z.enum(["accepted", "rejected"]),
  kind: z.enum(AUTHORITY_KINDS),
  shown: requiredLines(2_000),
});

export const answerDirectlyInput = z.strictObject({
  ...seenWithLetter,
  email: emailAddress,
  why: requiredLines(2_000),
});
