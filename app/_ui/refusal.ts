import { issueText, nameOf } from "@/app/_ui/issue-text";
import { type PlainLine, type PlainPage, plainPage } from "@/app/_ui/plain-page";
import { pageLanguage } from "@/app/_ui/words";
import type { Language } from "@/lib/domain/kernel/language";
import { isOutage } from "@/lib/domain/kernel/outage";
import { type FieldIssue, type Refusal, Refused } from "@/lib/domain/kernel/refusal";
import { translator } from "@/lib/i18n/translator";

/** The status of every way in which Habeas says no. */
export function refusalStatus(refusal: Refusal): number {
  switch (refusal.code) {
    case "bad_input":
      return 400;
    case "not_signed_in":
    case "session_ended":
      return 401;
    case "not_allowed":
      return 403;
    case "not_found":
    case "link_unknown":
      return 404;
    case "changed_meanwhile":
    case "wrong_state":
    case "moves_dates":
    case "ends_fees":
    case "address_not_confirmed":
    case "key_reused":
    case "own_assessment":
    case "needs_dpo":
    case "own_decision":
    case "handled_earlier":
    case "no_approved_finding":
    case "clock_cannot_stop":
    case "clock_stands_still":
    case "extension_not_possible":
    case "already_extended":
      return 409;
    case "link_used":
    case "link_expired":
    case "link_superseded":
    case "draft_gone":
      return 410;
    case "file_refused":
      return refusal.reason === "too_large" || refusal.reason === "form_too_large" ? 413 : 400;
    case "not_releasable":
    case "no_check_for_right":
      return 409;
    case "identity_incomplete":
    case "refusal_incomplete":
    case "assessment_incomplete":
      return 422;
    case "too_many":
      return 429;
    case "unavailable":
      return 503;
  }
}

/** A refusal in words. */
export type RefusalWords = {
  readonly error: Refusal["code"];
  readonly title: string;
  readonly message: string;
  /** What is wrong with which field; or what is missing. */
  readonly issues: readonly { readonly field: string; readonly message: string }[];
};

/** @param ownNames whether a field is called something here that the errors know as another field */
export function refusalWords(refusal: Refusal, language: Language, ownNames = false): RefusalWords {
  const say = translator(language, "errors");
  const seconds = refusal.code === "too_many" ? refusal.retryAfterSeconds : 0;
  const file = refusal.code === "file_refused" ? refusal : { reason: "", file: "" };
  const moves = refusal.code === "moves_dates" ? refusal : { open: 0, moves: 0, lastDays: 0, earlier: 0 };
  const fees = refusal.code === "ends_fees" ? refusal : { standing: 0, paid: 0 };
  const issues = refusal.code === "bad_input" ? refusal.issues : [];
  return {
    error: refusal.code,
    title: say(`refusals.${refusal.code}.title`),
    message: say(`refusals.${refusal.code}.text`, {
      minutes: Math.max(1, Math.ceil(seconds / 60)),
      reason: file.reason,
      file: file.file || "-",
      open: moves.open,
      moves: moves.moves,
      lastDays: moves.lastDays,
      earlier: moves.earlier,
      standing: fees.standing,
      paid: fees.paid,
    }),
    issues: [
      ...issues.map((issue) => ({
        field: issue.field,
        message: issueText(language, ownNames ? nameless(issue) : issue),
      })),
      ...missingWords(refusal, language),
    ],
  };
}

/** The issue without the name of its field, for the sentence that fits every field. */
function nameless(issue: FieldIssue): FieldIssue {
  return { ...issue, field: "", values: { field: issue.field, ...issue.values } };
}

/** What is missing before something may leave or be asked, one sentence each; or who can do it. */
function missingWords(refusal: Refusal, language: Language): RefusalWords["issues"] {
  const say = translator(language, "identity");
  if (refusal.code === "handled_earlier") {
    return refusal.who.map((name) => ({ field: "", message: name }));
  }
  if (refusal.code === "not_releasable") {
    return refusal.missing.map((gap) => ({ field: "", message: say(`release.${gap}`) }));
  }
  if (refusal.code === "identity_incomplete") {
    return refusal.missing.map((gap) => ({ field: "", message: say(`gap.${gap}`) }));
  }
  return [];
}

/** What a page of its own offers besides the sentence: where to go on, what was typed, and other words. */
export type Onward = Partial<Pick<PlainPage, "link" | "again" | "title" | "text" | "lines">> & {
  /** The fields of the form have names that mean something else in the forms of the public. */
  readonly ownNames?: boolean;
};

/**
 * The answer of a route handler whose command or query refused: JSON for a script, a small page for a form that a
 * browser posted by itself. A database that is down is `unavailable`; what is no refusal is thrown on.
 */
export async function respondRefused(
  thrown: unknown,
  request: Request,
  { ownNames = false, again, ...onward }: Onward = {},
): Promise<Response> {
  const refusal = refusalIn(thrown);
  if (!refusal) throw thrown;
  const language = await pageLanguage();
  const said = refusalWords(refusal, language, ownNames);
  const status = refusalStatus(refusal);
  const headers = retryAfter(refusal);
  if (!request.headers.get("accept")?.includes("text/html")) {
    const { code: _, ...facts } = refusal;
    return Response.json({ ...facts, ...said }, { status, headers });
  }
  const say = translator(language, "errors");
  const form = again && withErrors(again, said.issues);
  const page = plainPage({
    language,
    nonce: request.headers.get("x-nonce") ?? "",
    title: said.title,
    tab:
      refusal.code === "bad_input"
        ? translator(language, "common")("errorTitle", { title: said.title })
        : undefined,
    text: said.message,
    lines: said.issues.map((issue) => lineOf(issue, form)),
    link: { href: "/", text: say("plain.home") },
    ...onward,
    again: form,
  });
  return new Response(page, {
    status,
    headers: {
      ...headers,
      "Content-Type": "text/html; charset=utf-8",
      // Else the front gives back every field of the form where nothing can be taken just now.
      ...(again ? { "X-Habeas-Form-Kept": "yes" } : {}),
    },
  });
}

/** The form with what is wrong said at each field. */
function withErrors(form: Again, issues: RefusalWords["issues"]): Again {
  const fields = form.fields.map((field) => {
    const error = issues.find((issue) => nameOf(issue.field) === field.name)?.message;
    return error === undefined ? field : { ...field, error };
  });
  return { ...form, fields };
}

/** A line of the summary: it leads to its field, and names it. */
function lineOf({ field, message }: RefusalWords["issues"][number], form: Again | undefined): PlainLine {
  const at = form?.fields.find(({ name }) => name === nameOf(field));
  return at ? { text: `${at.label}: ${message}`, field: at.name } : { text: message };
}

type Again = NonNullable<PlainPage["again"]>;

/** The refusal that was thrown; undefined for what is none. */
export function refusalIn(thrown: unknown): Refusal | undefined {
  if (thrown instanceof Refused) return thrown.refusal;
  return isOutage(thrown) ? { code: "unavailable" } : undefined;
}

function retryAfter(refusal: Refusal): Record<string, string> {
  if (refusal.code === "too_many") return { "Retry-After": String(refusal.retryAfterSeconds) };
  return refusal.code === "unavailable" ? { "Retry-After": "5" } : {};
}
