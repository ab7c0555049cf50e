import { z } from "zod";
import { addresseeFields, isReachable, UNREACHABLE } from "@/lib/schemas/notice/addressee";
import { seenWithLetter } from "@/lib/schemas/request/desk";
import { lines } from "@/lib/schemas/text";

/** To which customer-controller a request is sent on, and what is said to it besides. */
export const forwardInput = z
  .strictObject({ ...seenWithLetter, ...addresseeFields, note: lines(2_000).default("") })
  .refine(isReachable, UNREACHABLE);
