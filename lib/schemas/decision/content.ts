import { z } from "zod";
import { blankContent, NOT_KEPT } from "@/lib/domain/decision/blank";
import { ACCESS_BLOCKS, type AccessBlock, type Block, type ContentOf } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ERASURE_GROUNDS, RESTRICTION_GROUNDS } from "@/lib/domain/law/grounds";
import { isoDate, line, lines } from "@/lib/schemas/text";

const text = lines(10_000).default("");
const short = line(300).default("");
const day = isoDate
  .transform((date) => date as IsoDate)
  .or(z.literal(""))
  .default("");
const yesNo = z.enum(["", "yes", "no"]).default("");

/** Rows of which those without a word fall away. */
function rowsOf<S extends z.ZodType<object>>(row: S) {
  return z
    .array(row)
    .max(100)
    .default([])
    .transform((all) => all.filter((one) => Object.values(one).some((value) => String(value).trim() !== "")));
}

const recipients = rowsOf(z.strictObject({ name: short, country: line(80).default("") }));
/** Whether those who received the data are told of its change. */
const telling = {
  told: z.enum(["", "recipients", "none", "impossible"]).default(""),
  recipients,
  notTold: text,
};
const grounds = <G extends string>(all: readonly [G, ...G[]]) =>
  z
    .array(z.enum(all))
    .max(all.length)
    .default([])
    .transform((chosen) => all.filter((ground) => (chosen as readonly string[]).includes(ground)));

export const searchesInput = rowsOf(
  z.strictObject({
    system: short,
    custodian: short,
    terms: lines(2_000).default(""),
    result: z.enum(["", "found", "nothing"]).default(""),
  }),
);

export const keepingInput = z
  .strictObject({
    trigger: short,
    on: day,
    years: z.coerce.number().int().min(0).max(100).default(0),
    months: z.coerce.number().int().min(0).max(11).default(0),
    criteria: lines(2_000).default(""),
  })
  .default(NOT_KEPT);

const block = z.strictObject({ says: z.enum(["", "text", "none"]).default(""), text, because: text });
const blank = (blankContent("access") as ContentOf<"access">).blocks;
const blocks = z
  .strictObject(
    Object.fromEntries(ACCESS_BLOCKS.map((name) => [name, block.default(blank[name])])) as Record<
      AccessBlock,
      z.ZodDefault<typeof block>
    >,
  )
  .default(blank) as z.ZodType<Record<AccessBlock, Block>>;

/** What each right demands of its answer, as it is written; what is still missing is for the domain to say. */
export const contentInput = z
  .discriminatedUnion("right", [
    z.strictObject({
      right: z.literal("access"),
      activities: z.array(z.uuid()).max(200).default([]),
      blocks,
      recipients,
      unnamed: text,
      scope: text,
      codes: text,
    }),
    z.strictObject({
      right: z.literal("rectification"),
      changes: rowsOf(z.strictObject({ what: short, before: text, after: text, on: day })),
      statement: text,
      disputed: yesNo,
      restrictedFrom: day,
      ...telling,
    }),
    z.strictObject({
      right: z.literal("erasure"),
      grounds: grounds(ERASURE_GROUNDS),
      erased: rowsOf(z.strictObject({ what: text, where: short, on: day })),
      backups: text,
      published: yesNo,
      publishers: rowsOf(z.strictObject({ name: short })),
      ...telling,
    }),
    z.strictObject({
      right: z.literal("restriction"),
      grounds: grounds(RESTRICTION_GROUNDS),
      scope: text,
      from: day,
      uses: text,
      ...telling,
    }),
    z.strictObject({
      right: z.literal("portability"),
      automated: yesNo,
      basis: z.enum(["", "consent", "contract", "other"]).default(""),
      provided: yesNo,
      format: text,
      transmission: z.enum(["", "person", "controller", "not_feasible"]).default(""),
      receiver: short,
      notFeasible: text,
    }),
    z.strictObject({
      right: z.literal("objection"),
      basis: z.enum(["", "e", "f", "other"]).default(""),
      situation: text,
      compelling: text,
      stopped: text,
      from: day,
      disclosure: z.enum(["", "not_asked", "stopped", "continues"]).default(""),
      disclosureText: text,
      restrictedFrom: day,
      recipients,
    }),
    z.strictObject({ right: z.literal("marketing_objection"), stopped: text, from: day, follows: text }),
    z.strictObject({ right: z.literal("consent_withdrawal"), stopped: text, from: day, follows: text }),
    z.strictObject({
      right: z.literal("automated_decision_review"),
      reviewer: short,
      view: text,
      result: text,
      reasons: text,
    }),
    z.strictObject({ right: z.literal("complaint"), finding: text, measures: text }),
  ])
  .nullable()
  .default(null);
