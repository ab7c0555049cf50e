import { z } from "zod";
import { seenWithLetter } from "@/lib/schemas/request/desk";
import { emailAddress, lines, requiredLine } from "@/lib/schemas/text";

/** To which customer-controller a request is sent on, and what is said to it besides. */
export const forwardInput = z
  .strictObject({
    ...seenWithLetter,
    name: requiredLine(200),
    email: z.union([z.literal(""), emailAddress]).default(""),
    postalAddress: lines(500).default(""),
    note: lines(2_000).default(""),
  })
  .refine((typed) => typed.email !== "" || typed.postalAddress.trim() !== "", {
    path: ["email"],
    message: "errors.customerAddress",
  });
