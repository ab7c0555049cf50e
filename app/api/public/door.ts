import { cookies } from "next/headers";
import { respondRefused } from "@/app/_ui/refusal";
import type { Ctx } from "@/lib/commands/context";
import { Refused } from "@/lib/domain/kernel/refusal";
import { type DraftView, draftOf } from "@/lib/queries/intake/draft";
import { COOKIES, cookieHeader, publicCtx } from "@/lib/session/requester";

export type ControllerParams = { readonly params: Promise<{ readonly controller: string }> };

/** A draft lives seven days by the database's clock; its cookie no longer than that. */
const DRAFT_SECONDS = 7 * 86_400;

/** Runs a route handler; a refusal becomes its answer. */
export async function answer(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return respondRefused(error, request);
  }
}

/**
 * The context of a visitor at the controller of the address, in a language of the controller's.
 * @throws Refused not_found
 */
export async function controllerCtx({ params }: ControllerParams): Promise<Ctx> {
  const ctx = await publicCtx((await params).controller);
  if (!ctx) throw new Refused({ code: "not_found" });
  return inItsLanguage(ctx);
}

/** A controller can only be spoken with in its own languages. */
export function inItsLanguage(ctx: Ctx): Ctx {
  const { languages } = ctx.controller.settings;
  return {
    ...ctx,
    language: languages.includes(ctx.language) ? ctx.language : (languages[0] ?? ctx.language),
  };
}

/**
 * What was sent from this browser.
 * @throws Refused draft_gone if nothing was, or it is a day ago
 */
export async function sentDraft(ctx: Ctx): Promise<Extract<DraftView, { state: "sent" }>> {
  const draft = await draftOf(ctx, await draftToken());
  if (draft?.state !== "sent") throw new Refused({ code: "draft_gone" });
  return draft;
}

/** The token of the form begun in this browser, if there is one. */
export async function draftToken(): Promise<string | null> {
  return (await cookies()).get(COOKIES.draft)?.value ?? null;
}

/** The Set-Cookie lines that keep a new form's token, none when no form was begun. */
export function draftCookie(token: string | undefined): readonly string[] {
  return token === undefined ? [] : [cookieHeader(COOKIES.draft, token, DRAFT_SECONDS)];
}

/**
 * The fields of a plain form in the order sent, each as often as sent.
 * @throws Refused bad_input for another kind of body
 */
export async function formPairs(request: Request): Promise<readonly (readonly [string, string])[]> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    throw new Refused({ code: "bad_input", issues: [{ field: "", message: "format" }] });
  }
  return [...new URLSearchParams(await request.text())];
}

/** The last value of a field, undefined if it was not sent. */
export function field(pairs: readonly (readonly [string, string])[], name: string): string | undefined {
  return pairs.findLast(([given]) => given === name)?.[1];
}

/** On to another page of ours. */
export function goTo(path: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers(setCookies.map((line): [string, string] => ["Set-Cookie", line]));
  headers.set("Location", path);
  return new Response(null, { status: 303, headers });
}
