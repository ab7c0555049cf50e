import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { controllerById, controllerBySlug } from "@/lib/db/controller";
import { requesterSession } from "@/lib/db/requester-session";
import { isLanguage } from "@/lib/domain/kernel/language";
import { readEnv } from "@/lib/env";

export const COOKIES = {
  draft: "__Host-habeas.draft",
  link: "__Host-habeas.link",
  requester: "__Host-habeas.requester",
} as const;

/** A Set-Cookie value for one of COOKIES; zero seconds clears it. */
export function cookieHeader(name: (typeof COOKIES)[keyof typeof COOKIES], value: string, seconds: number): string {
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
  return { ...(await installationCtx()), controller, actor: { kind: "requester", filingId: session.filingId } };
}
