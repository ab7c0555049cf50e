import type { PlainField, PlainForm } from "@/app/_ui/plain-form";
import type { Onward } from "@/app/_ui/refusal";
import type { Form, FormField, Label } from "@/app/api/staff/form-fields";
import { ACCEPTED } from "@/lib/domain/intake/upload";
import type { Language } from "@/lib/domain/kernel/language";
import { type Refusal, Refused } from "@/lib/domain/kernel/refusal";
import type { Namespace } from "@/lib/i18n/catalogue";
import { translatorUnder } from "@/lib/i18n/law-words";

type Fields = Readonly<Record<string, unknown>>;

/** What somebody sent that was not taken. */
export type Sent = {
  readonly form: Form;
  readonly fields: Fields;
  /** The names of the files that came with it. They are gone: a browser sends no file twice. */
  readonly files?: readonly string[];
};

/** The field of a form sent again that names the files which did not come along with it. */
const LOST = "filesLost";
/** The tick that it is to be saved without them. */
const WITHOUT = "withoutFiles";

/**
 * A form of the staff as it was filled in, to be put right field by field and sent again; undefined where nothing was
 * typed in it. Files that came with it are asked for by name, and it is not taken without them unless that is ticked.
 * @param profile under whose law its words are; "" where that is not known
 */
export function formAgain(
  request: Request,
  { form, fields, files = [] }: Sent,
  refusal: Refusal,
  { language, profile = "", button }: { language: Language; profile?: string; button?: string | undefined },
): Onward["again"] {
  const say = (label: Label) => {
    const [namespace = "", ...key] = label.split(".");
    return translatorUnder(profile, language, namespace as Namespace)(key.join("."));
  };
  const lost = files.length > 0 ? files.slice(0, 20).join(", ") : String(fields[LOST] ?? "");
  const wrong = refusal.code === "bad_input" ? refusal.issues.map(({ field }) => field) : [];
  const shown = form
    .filter((field) => isShown(field, fields, wrong))
    .flatMap((field): PlainField[] => {
      const one = again(field, fields, lost ? `${say("errors.filesLost")} ${lost}` : undefined, say);
      if (one.as !== "files" || !lost || bringsOnlyFiles(form)) return [one];
      const label = say("errors.withoutFiles");
      return [one, { as: "tick", name: WITHOUT, label, value: "yes", ticked: fields[WITHOUT] === "yes" }];
    });
  const typed = form.some(({ name, as }) => as !== "files" && typeof fields[name] === "string");
  if (!typed && !lost && !form.some(({ name }) => wrong.includes(name))) return undefined;
  return {
    lead: say("staff.request.conflict.kept"),
    action: new URL(request.url).pathname,
    hidden: {
      ...hidden(form, fields, refusal),
      ...(lost ? { [LOST]: lost } : {}),
    },
    fields: shown,
    button:
      button ??
      say(refusal.code === "changed_meanwhile" ? "staff.request.conflict.sendAgain" : "errors.save"),
  } satisfies PlainForm & { lead: string };
}

/**
 * What the command is to get of a form: without what only this page added to it.
 * @throws Refused bad_input where files were lost on the way, none came now, and nobody ticked that it goes without
 */
export function withFiles(form: Form, fields: Fields, count: number): Fields {
  const { [LOST]: lost, [WITHOUT]: without, ...given } = fields;
  if (lost && count === 0 && without !== "yes" && !bringsOnlyFiles(form)) {
    const field = form.find(({ as }) => as === "files")?.name ?? "";
    throw new Refused({ code: "bad_input", issues: [{ field, message: "filesAgain" }] });
  }
  return given;
}

/** Without its files there is nothing to take; its command says so itself. */
function bringsOnlyFiles(form: Form): boolean {
  return form.every(({ as }) => as === "files");
}

/** What the page that sent it had and a field that is wrong; not what only other pages with this form have. */
function isShown(field: FormField, fields: Fields, wrong: readonly string[]): boolean {
  if (field.as === "files" || (field.as === "tick" && !field.seldom)) return true;
  return typeof fields[field.name] === "string" || wrong.includes(field.name);
}

function again(
  field: FormField,
  fields: Fields,
  lost: string | undefined,
  say: (label: Label) => string,
): PlainField {
  const { name } = field;
  const label = say(field.label);
  const typed = typeof fields[name] === "string" ? fields[name] : "";
  switch (field.as) {
    case "files":
      return { as: "files", name, label, accept: ACCEPTED, hint: lost };
    case "tick":
      return { as: "tick", name, label, value: field.value, ticked: typed === field.value };
    case "one": {
      const choices = Object.entries(field.choices).map(([value, words]) => ({ value, label: say(words) }));
      return { as: "one", name, label, typed, choices };
    }
    default:
      return { as: field.as, name, label, typed };
  }
}

/** Everything else of the form, without what is none of it; after a lost race for the version there is now, which was just told. */
function hidden(form: Form, fields: Fields, refusal: Refusal): Record<string, string> {
  const issues = refusal.code === "bad_input" ? refusal.issues : [];
  const unknown = issues.filter(({ message }) => message === "unknownField").map(({ field }) => field);
  const seen = new Set([...form.map(({ name }) => name), ...unknown, WITHOUT]);
  const others = Object.entries(fields).filter(
    ([name, value]) => !seen.has(name) && typeof value === "string",
  );
  const same = Object.fromEntries(others) as Record<string, string>;
  if (refusal.code !== "changed_meanwhile") return same;
  const { seen: _, ...rest } = same;
  return { ...rest, version: String(refusal.version) };
}
