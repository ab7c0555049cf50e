import { z } from "zod";
import { LEGAL_BASES, SAFEGUARDS, SPECIAL_BASES } from "@/lib/domain/controller/activity";
import { RELATIONSHIPS } from "@/lib/domain/intake/filing";
import { LANGUAGES, type Language } from "@/lib/domain/kernel/language";
import { line, lines, requiredLine } from "@/lib/schemas/text";

/** A text per language; what is empty is left out. */
const local = (max: number) =>
  z
    .strictObject(
      Object.fromEntries(LANGUAGES.map((language) => [language, lines(max).default("")])) as Record<
        Language,
        z.ZodDefault<z.ZodString>
      >,
    )
    .partial()
    .default({})
    .transform(
      (texts) =>
        Object.fromEntries(Object.entries(texts).filter(([, text]) => text?.trim())) as Partial<
          Record<Language, string>
        >,
    );

const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, "errors.format");

const activity = z.strictObject({
  name: local(200),
  purpose: local(2_000),
  basis: z.enum(LEGAL_BASES),
  interest: local(2_000),
  special: z.enum(["", ...SPECIAL_BASES]).default(""),
  relationships: z
    .array(z.enum(RELATIONSHIPS))
    .default([])
    .transform((chosen) => RELATIONSHIPS.filter((one) => chosen.includes(one))),
  categories: local(2_000),
  recipients: z
    .array(z.strictObject({ name: requiredLine(200), country }))
    .max(100)
    .default([]),
  transfers: z
    .array(z.strictObject({ recipient: requiredLine(200), country, safeguard: z.enum(SAFEGUARDS) }))
    .max(100)
    .default([]),
  retention: local(2_000),
  trigger: local(300),
  years: z.coerce.number().int().min(0).max(100).default(0),
  months: z.coerce.number().int().min(0).max(11).default(0),
  source: local(2_000),
  systems: z
    .array(line(200))
    .max(50)
    .default([])
    .transform((all) => all.filter((system) => system !== "")),
  automated: z
    .strictObject({ logic: local(5_000), significance: local(2_000), consequences: local(2_000) })
    .nullable()
    .default(null),
  consent: local(5_000),
});

/** The next version of an activity; version 0 is one that is not there yet, under an id made with the form. */
export const saveActivityInput = z.strictObject({
  id: z.uuid(),
  version: z.int().min(0),
  active: z.boolean(),
  activity,
});
