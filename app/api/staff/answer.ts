import { respondRefused } from "@/app/_ui/refusal";
import { Refused } from "@/lib/domain/kernel/refusal";

/** Runs a route handler; a refusal becomes its answer. */
export async function answer(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return respondRefused(error, request);
  }
}

/**
 * The JSON that a staff form sent. Anything else is refused, also a form that another site could post.
 * @throws Refused bad_input
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(?:;|$)/i.test(type)) throw notJson();
  return parseJson(await request.text());
}

/** What a text says as JSON. @throws Refused bad_input */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

function notJson(): Refused {
  return new Refused({ code: "bad_input", issues: [{ field: "", message: "json" }] });
}

/** The fields of a plain form, each once. @throws Refused bad_input for another kind of body */
export async function readForm(request: Request): Promise<Readonly<Record<string, string>>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    throw new Refused({ code: "bad_input", issues: [{ field: "", message: "format" }] });
  }
  return Object.fromEntries(new URLSearchParams(await request.text()));
}

/** The fields of a plain form, or the JSON of a script; anything else is refused. */
export async function readFields(request: Request): Promise<Readonly<Record<string, unknown>>> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) return readForm(request);
  const body = await readJson(request);
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
}

/** To another page of ours after a plain form, or the path for a script to go to. */
export function goOn(request: Request, path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers(cookies.map((line): [string, string] => ["Set-Cookie", line]));
  if (!request.headers.get("accept")?.includes("text/html")) return Response.json({ to: path }, { headers });
  headers.set("Location", path);
  return new Response(null, { status: 303, headers });
}
