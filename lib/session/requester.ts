import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { controllerById, controllerBySlug } from "@/lib/db/controller";
import { endRequesterSession, requesterSession } from "@/lib/db/requester-session";
import { isLanguage } from "@/lib/domain/kernel/language";
import type { FieldIssue } from "@/lib/domain/kernel/refusal";
import { readEnv } from "@/lib/env";

export const COOKIES = {
  draft: "__Host-habeas.draft",
  link: "__Host-habeas.link",
  requester: "__Host-habeas.requester",
  typed: "__Host-habeas.typed",
} as const;

/** A Set-Cookie value for one of COOKIES; zero seconds clears it. */
export function cookieHeader(
  name: (typeof COOKIES)[keyof typeof COOKIES],
  value: string,
  seconds: number,
): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;
}

/** The context of somebody of whom nothing is known, outside any controller. */
export async function installationCtx(): Promise<InstallationCtx> {
  const locale = await getLocale();
  return {
    actor: { kind: "public" },
    now: () => new Date(),
    language: isLanguage(locale) ? locale : "sv",
    baseUrl: readEnv().BASE_URL,
    peer: (await headers()).get("x-habeas-peer") ?? "unknown",
  };
}

/** The context of somebody of whom nothing is known, at one controller; null if there is none of that slug. */
export async function publicCtx(slug: string): Promise<Ctx | null> {
  const controller = await controllerBySlug(slug);
  return controller && { ...(await installationCtx()), controller };
}

/** The context of a requester who opened a mailed link in the last 30 minutes, or null. */
export async function requesterCtx(): Promise<Ctx | null> {
  const token = (await cookies()).get(COOKIES.requester)?.value;
  const session = token ? await requesterSession(token) : null;
  const controller = session && (await controllerById(session.controllerId));
  if (!session || !controller) return null;
  return {
    ...(await installationCtx()),
    controller,
    actor: { kind: "requester", filingId: session.filingId },
  };
}

/** Ends the session of this browser's requester, if there is one. */
export async function endRequester(): Promise<void> {
  const token = (await cookies()).get(COOKIES.requester)?.value;
  if (token) await endRequesterSession(token);
}

/** What somebody typed into a small form that was refused: goes back to their own browser for a minute. */
export type Typed = {
  readonly values: Readonly<Record<string, string>>;
  readonly issues: readonly FieldIssue[];
};

const LONGEST_KEPT = 300;

export function writeTyped({ values, issues }: Typed): string {
  const kept = Object.entries(values).map(([name, value]) => [name, value.slice(0, LONGEST_KEPT)]);
  return Buffer.from(JSON.stringify({ values: Object.fromEntries(kept), issues })).toString("base64url");
}

/** What writeTyped wrote, or null for anything else: a cookie is input from outside. */
export function readTyped(cookie: string | undefined): Typed | null {
  try {
    const read = JSON.parse(Buffer.from(cookie ?? "", "base64url").toString("utf8")) as Partial<Typed>;
    const values = Object.entries(read.values ?? {}).filter((entry) => typeof entry[1] === "string");
    const issues = (read.issues ?? []).filter(
      (issue) => typeof issue.field === "string" && MESSAGE.test(issue.message),
    );
    return { values: Object.fromEntries(values), issues };
  } catch {
    return null;
  }
}

const MESSAGE = /^[A-Za-z]{1,40}$/;
