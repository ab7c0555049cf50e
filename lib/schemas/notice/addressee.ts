import { z } from "zod";
import { emailAddress, lines, requiredLine } from "@/lib/schemas/text";

/** Whom a letter goes to that is neither for the requester nor for one of us. */
export const addresseeFields = {
  name: requiredLine(200),
  email: z.union([z.literal(""), emailAddress]).default(""),
  postalAddress: lines(500).default(""),
};

/** Something has to be there for the letter to go to. */
export function isReachable(to: { readonly email: string; readonly postalAddress: string }): boolean {
  return to.email !== "" || to.postalAddress.trim() !== "";
}

export const UNREACHABLE = { path: ["email"], message: "errors.addresseeAddress" };
