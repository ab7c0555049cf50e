import type { IncomingMessage } from "node:http";

/** The fields of a plain form in the order sent. */
export type TypedForm = {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

/** Forms whose fields are secrets; what they held is typed anew. */
const SECRET = /^\/api\/(?:auth|staff\/join|staff\/account)(?:\/|$)/;

const PLAIN_FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/**
 * What a browser's plain form held, so that it can be given back if it could not be taken; undefined for anything
 * else, and for forms of secrets.
 * @param path decoded
 */
export function typedForm(request: IncomingMessage, path: string, body: Buffer): TypedForm | undefined {
  const { headers, method } = request;
  if (method !== "POST" || SECRET.test(path) || !headers.accept?.includes("text/html")) return undefined;
  if (!PLAIN_FORM.test(headers["content-type"] ?? "")) return undefined;
  const action = (request.url ?? "").split("?", 1).join("");
  return { action, fields: [...new URLSearchParams(body.toString("utf8"))] };
}

/** The form as hidden fields with a button that sends it again. */
export function formAgain({ action, fields }: TypedForm, button: string): string {
  const inputs = fields.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return `<form method="post" action="${escaped(action)}">${inputs.join("")}<button>${escaped(button)}</button></form>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
