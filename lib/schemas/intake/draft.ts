import type { z } from "zod";
import type { DraftAnswers, Step, Typed } from "@/lib/domain/intake/draft";
import { stepsOf } from "@/lib/domain/intake/draft";
import type { Details, FilingInput, Who } from "@/lib/domain/intake/filing";
import type { Language } from "@/lib/domain/kernel/language";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { DETAILS } from "@/lib/schemas/intake/details";
import { who } from "@/lib/schemas/intake/filing";
import { parse } from "@/lib/schemas/parse";
import { DATE_PARTS, readDateParts } from "./date-parts";

const dateFields = (name: string) => DATE_PARTS.map((part) => `${name}-${part}`);

/** The fields of each page; whatever else a form sends is not kept. */
const FIELDS: Readonly<Record<Step, readonly string[]>> = {
  rights: ["rights"],
  access: ["scope", ...dateFields("from"), ...dateFields("to"), "subject"],
  rectification: ["wrong", "correct", "complete"],
  erasure: ["grounds", "what"],
  restriction: ["grounds", "what"],
  portability: ["to", "receiver"],
  objection: ["what", "disclosure", "situation"],
  marketing_objection: ["channels"],
  consent_withdrawal: ["what"],
  automated_decision_review: ["decision", "view"],
  complaint: ["what"],
  "on-behalf": ["onBehalf", "subjectName", "authority"],
  contact: ["name", "email", "relationship", "identifiers"],
};

const MOST_VALUES = 20;
/** Far more than any field takes: what is too long is kept with its error up to here, and a form stays small on disk. */
const MOST_CHARACTERS = 20_000;
const MOST_OF_A_PAGE = 60_000;

/**
 * What a page sent, by field: only its own fields, line breaks as they were typed, cut where it is longer than anybody
 * types.
 */
export function typedOf(step: Step, fields: Iterable<readonly [string, string]>): Typed {
  const typed: Record<string, string[]> = {};
  let kept = 0;
  for (const [name, value] of fields) {
    if (!FIELDS[step].includes(name)) continue;
    const values = typed[name] ?? [];
    if (values.length === MOST_VALUES) continue;
    const said = value.slice(0, Math.min(MOST_CHARACTERS, MOST_OF_A_PAGE - kept));
    kept += said.length;
    typed[name] = [...values, said.replaceAll("\r\n", "\n")];
  }
  return typed;
}

type WhoPart =
  | Pick<Who, "onBehalf" | "subjectName" | "authority">
  | Pick<Who, "name" | "email" | "relationship" | "identifiers">;

/** What a page says once it is in order. */
export type StepValue =
  | { readonly rights: readonly Right[] }
  | { readonly details: Details }
  | { readonly who: WhoPart };

export type StepRead =
  | { readonly ok: true; readonly value: StepValue }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

const one = (typed: Typed, name: string): string | undefined => typed[name]?.[0] || undefined;
const text = (typed: Typed, name: string): string => typed[name]?.[0] ?? "";

/** One page's fields as typed, checked by the same rules as a filing. */
export function readStep(step: Step, typed: Typed): StepRead {
  switch (step) {
    case "rights":
      return readRights(typed);
    case "on-behalf":
      return readWho(typed, ["onBehalf", "subjectName", "authority"]);
    case "contact":
      return readWho(typed, ["name", "email", "relationship", "identifiers"]);
    case "access":
      return readAccess(typed);
    default:
      return readDetails(step, shape(step, typed));
  }
}

function readRights(typed: Typed): StepRead {
  const rights = RIGHTS.filter((right) => typed.rights?.includes(right));
  if (rights.length > 0) return { ok: true, value: { rights } };
  return { ok: false, issues: [{ field: "rights", message: "required" }] };
}

/** `who` is one rule over two pages: the other page's fields get a value that is always in order. */
function readWho(typed: Typed, names: readonly (keyof Who)[]): StepRead {
  const given = Object.fromEntries(names.map((name) => [name, one(typed, name)]));
  if (names.includes("onBehalf") && !given.onBehalf) {
    return { ok: false, issues: [{ field: "onBehalf", message: "required" }] };
  }
  if (given.onBehalf === "self") Object.assign(given, { subjectName: undefined, authority: undefined });
  const missing = names.includes("name") ? { name: given.name ?? "", email: given.email ?? "" } : {};
  const result = read(who, { name: "-", email: "a@example.org", ...given, ...missing }, (whole) => {
    return { who: Object.fromEntries(names.map((name) => [name, whole[name]])) as WhoPart };
  });
  return result.ok
    ? result
    : { ok: false, issues: result.issues.map((issue) => aboutDomain(issue, given.email ?? "")) };
}

/** An address that is only wrong in its domain's letters is told so: the rule takes the xn-- form alone. */
function aboutDomain(issue: FieldIssue, email: string): FieldIssue {
  const foreign = issue.field === "email" && issue.message === "email" && /@.*[^ -~]/u.test(email);
  return foreign ? { ...issue, message: "emailLetters" } : issue;
}

function readAccess(typed: Typed): StepRead {
  if (one(typed, "scope") !== "part") return readDetails("access", { scope: one(typed, "scope") });
  const dates = ["from", "to"].map((name) => {
    const [day = "", month = "", year = ""] = DATE_PARTS.map((part) => text(typed, `${name}-${part}`));
    return { name, date: readDateParts({ day, month, year }) };
  });
  const issues = dates.flatMap(({ name, date }): FieldIssue[] =>
    "iso" in date ? [] : [{ field: `${name}-${date.part}`, message: date.message }],
  );
  const [from = "", to = ""] = dates.map(({ date }) => ("iso" in date ? date.iso : ""));
  const rest = readDetails("access", { scope: "part", from, to, subject: text(typed, "subject") });
  if (issues.length === 0) return rest;
  return { ok: false, issues: [...issues, ...(rest.ok ? [] : rest.issues)] };
}

/** The fields of a right's page in the shape of its details. */
function shape(right: Exclude<Right, "access">, typed: Typed): Readonly<Record<string, unknown>> {
  switch (right) {
    case "erasure":
    case "restriction":
      return { grounds: typed.grounds ?? [], what: text(typed, "what") };
    case "portability":
      return {
        to: one(typed, "to"),
        receiver: one(typed, "to") === "controller" ? text(typed, "receiver") : "",
      };
    case "objection":
      return {
        what: text(typed, "what"),
        disclosure: text(typed, "disclosure") === "yes",
        situation: text(typed, "situation"),
      };
    case "marketing_objection":
      return { channels: typed.channels ?? [] };
    default:
      return Object.fromEntries(FIELDS[right].map((name) => [name, text(typed, name)]));
  }
}

function readDetails(right: Right, given: Readonly<Record<string, unknown>>): StepRead {
  return read<z.ZodType<Details, unknown>>(DETAILS[right], { right, ...given }, (details) => ({ details }));
}

function read<S extends z.ZodType>(
  schema: S,
  given: unknown,
  toValue: (data: z.output<S>) => StepValue,
): StepRead {
  try {
    return { ok: true, value: toValue(parse(schema, given)) };
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === "bad_input") {
      return { ok: false, issues: error.refusal.issues };
    }
    throw error;
  }
}

/** The form asks for an email address; only staff enter other ways to answer. */
type FormWho = Omit<Who, "postalAddress" | "phone">;
type FormFiling = Omit<FilingInput, "who"> & { readonly who: FormWho };

/**
 * The filing that the answers make, without what is not asked any more.
 * @throws Refused bad_input naming what is not in order
 */
export function filingOf(answers: DraftAnswers, language: Language): FormFiling {
  const parts = stepsOf(answers).map((step) => readStep(step, answers.steps[step]?.typed ?? {}));
  const issues = parts.flatMap((part) => (part.ok ? [] : part.issues));
  if (issues.length > 0) throw new Refused({ code: "bad_input", issues });
  const values = parts.flatMap((part) => (part.ok ? [part.value] : []));
  return {
    language,
    who: Object.assign({}, ...values.flatMap((value) => ("who" in value ? [value.who] : []))) as FormWho,
    requests: values.flatMap((value) => ("details" in value ? [value.details] : [])),
  };
}
