import { z } from "zod";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { addresseeFields, isReachable, UNREACHABLE } from "@/lib/schemas/notice/addressee";
import { seenWithLetter } from "@/lib/schemas/request/desk";
import { lines } from "@/lib/schemas/text";

/** The letter of a task: to whom, in which language, by what they find the person, and what is said besides. */
export const othersInput = z
  .strictObject({
    ...seenWithLetter,
    taskId: z.guid(),
    ...addresseeFields,
    language: z.enum(LANGUAGES),
    identifiers: lines(1_000).default(""),
    text: lines(2_000).default(""),
  })
  .refine(isReachable, UNREACHABLE);
