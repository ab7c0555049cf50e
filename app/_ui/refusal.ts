import { pageLanguage, words } from "@/app/_ui/words";
import { type FieldIssue, type Refusal, Refused } from "@/lib/domain/kernel/refusal";

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
    case "address_not_confirmed":
    case "key_reused":
      return 409;
    case "link_used":
    case "link_expired":
    case "link_superseded":
    case "draft_gone":
      return 410;
    case "refusal_incomplete":
      return 422;
    case "too_many":
      return 429;
    case "unavailable":
      return 503;
  }
}

/** A refusal in the words of the page's language. */
export type RefusalWords = {
  readonly error: Refusal["code"];
  readonly message: string;
  /** What is wrong with which field; empty for anything but bad_input. */
  readonly issues: readonly { readonly field: string; readonly message: string }[];
};

export async function refusalWords(refusal: Refusal): Promise<RefusalWords> {
  const say = await words("errors");
  const seconds = refusal.code === "too_many" ? refusal.retryAfterSeconds : 0;
  const issues = refusal.code === "bad_input" ? refusal.issues : [];
  return {
    error: refusal.code,
    message: say(`refusal.${refusal.code}`, { seconds }),
    issues: issues.map((issue) => ({ field: issue.field, message: issueText(issue, say) })),
  };
}

/** The sentence of one field's issue. */
export function issueText({ message, values }: FieldIssue, say: Awaited<ReturnType<typeof words>>): string {
  return say(message, values);
}

/**
 * The answer of a route handler whose command or query refused: JSON for a script, a small page for a form that was
 * posted by itself. What is not a refusal is thrown on.
 */
export async function respondRefused(thrown: unknown, request: Request): Promise<Response> {
  if (!(thrown instanceof Refused)) throw thrown;
  const { refusal } = thrown;
  const said = await refusalWords(refusal);
  const status = refusalStatus(refusal);
  const headers: Record<string, string> = {};
  if (refusal.code === "too_many") headers["Retry-After"] = String(refusal.retryAfterSeconds);
  if (refusal.code === "unavailable") headers["Retry-After"] = "5";
  if (!request.headers.get("accept")?.includes("text/html")) {
    const { code: _, ...facts } = refusal;
    return Response.json({ ...facts, ...said }, { status, headers });
  }
  const page = await refusalPage(said, request.headers.get("x-nonce") ?? "");
  return new Response(page, { status, headers: { ...headers, "Content-Type": "text/html; charset=utf-8" } });
}

async function refusalPage({ message, issues }: RefusalWords, nonce: string): Promise<string> {
  const lines = issues.map((issue) => `<li>${escapeHtml(issue.message)}</li>`).join("");
  return `<!doctype html>
<html lang="${await pageLanguage()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(message)}</title>
<style nonce="${escapeHtml(nonce)}">body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}</style>
</head>
<body><main><h1>${escapeHtml(message)}</h1>${lines ? `<ul>${lines}</ul>` : ""}</main></body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
