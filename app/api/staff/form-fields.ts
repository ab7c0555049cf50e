import type { Namespace } from "@/lib/i18n/catalogue";

/** Words of the messages, with their namespace in front: "tasks.done.text". */
export type Label = `${Namespace}.${string}`;

/**
 * A field of a plain form of the staff as the page of its errors shows it again (app/api/staff/form-again.ts), under the
 * label that it has in the form. What is not described goes along unseen: the version, the id of what it is about.
 */
export type FormField = { readonly name: string; readonly label: Label } & (
  | { readonly as: "line" | "lines" | "date" | "files" }
  | { readonly as: "tick"; readonly value: string; readonly seldom: boolean }
  | { readonly as: "one"; readonly choices: Readonly<Record<string, Label>> }
);

export type Form = readonly FormField[];

const plain =
  (as: "line" | "lines" | "date" | "files") =>
  (name: string, label: Label): FormField => ({ as, name, label });

/** One line of text. */
export const line = plain("line");
/** Several lines of text. */
export const lines = plain("lines");
export const date = plain("date");
/** Files; they never come back by themselves, so that they are asked for again. */
export const files = plain("files");

/** A box to tick, and what it sends then. @param seldom only some pages with this form have it */
export function tick(name: string, value: string, label: Label, seldom = false): FormField {
  return { as: "tick", name, value, label, seldom };
}

/** One of several values, each with its words. */
export function oneOf<V extends string>(
  name: string,
  label: Label,
  values: readonly V[],
  wordsOf: (value: V) => Label,
): FormField {
  return { as: "one", name, label, choices: Object.fromEntries(values.map((each) => [each, wordsOf(each)])) };
}
