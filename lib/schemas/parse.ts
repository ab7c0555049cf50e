import type { z } from "zod";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";

/**
 * Input from outside to primitives of known shape, or a refusal that names every field.
 * @throws Refused bad_input; an issue's message is a key of the errors namespace.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Refused({ code: "bad_input", issues: parsed.error.issues.map(toFieldIssue) });
}

function toFieldIssue(issue: z.core.$ZodIssue): FieldIssue {
  const field = issue.path.map(String).join(".");
  if (issue.code === "custom" || issue.message.startsWith("errors.")) {
    return { field, message: issue.message.replace(/^errors\./, "") };
  }
  switch (issue.code) {
    case "too_big":
      return { field, message: "tooLong", values: { max: Number(issue.maximum) } };
    case "too_small":
      return issue.minimum === 1 || issue.minimum === 1n
        ? { field, message: "required" }
        : { field, message: "tooShort", values: { min: Number(issue.minimum) } };
    case "invalid_format":
      return { field, message: issue.format === "email" ? "email" : "format" };
    case "unrecognized_keys":
      return { field: field || (issue.keys[0] ?? ""), message: "unknownField" };
    default:
      return { field, message: issue.input === undefined ? "required" : "choose" };
  }
}
