import { z } from "zod";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { RECORDED_AT_ONCE } from "@/lib/domain/request/received-otherwise";
import { seenRequest, seenWithLetter } from "@/lib/schemas/request/desk";
import { isoDate, requiredLines } from "@/lib/schemas/text";

/** How and on which day it came, and what was said, word for word. */
const came = { way: z.enum(ANSWER_WAYS), on: isoDate, text: requiredLines(10_000) };

export const receivedInput = z.strictObject({ ...seenRequest, kind: z.enum(RECORDED_AT_ONCE), ...came });

export const withdrawalInput = z.strictObject({ ...seenWithLetter, ...came });
