import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { type Controller, controllerBySlug, currentSlug } from "@/lib/db/controller";
import { type SignedIn, signedIn } from "@/lib/db/staff-session";
import { isLanguage } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import { readEnv } from "@/lib/env";
import { authOptions } from "@/lib/session/auth-options";

/** The session id in this request's cookie, or null. Says nothing about whether the session still stands. */
export const staffSessionId = cache(async (): Promise<string | null> => {
  const session: Readonly<Record<string, unknown>> | null = await getServerSession(authOptions());
  return typeof session?.sid === "string" ? session.sid : null;
});

/** The session as the database has it now, with the roles at a controller, or anywhere. */
const current = cache(async (controllerId: string | null): Promise<SignedIn | null> => {
  const sessionId = await staffSessionId();
  return sessionId === null ? null : signedIn(sessionId, controllerId);
});

const controllerOf = cache((slug: string): Promise<Controller | null> => controllerBySlug(slug));

async function installation({ staffId, roles, language }: SignedIn): Promise<InstallationCtx> {
  const locale = await getLocale();
  return {
    actor: { kind: "staff", staffId, roles },
    now: () => new Date(),
    language: isLanguage(locale) ? locale : language,
    baseUrl: readEnv().BASE_URL,
  };
}

/**
 * The context of the signed-in staff member outside any controller, with the roles held anywhere. For the account
 * pages and for choosing a controller; never for what belongs to a controller.
 * @throws Refused not_signed_in
 */
export async function installationStaffCtx(): Promise<InstallationCtx> {
  const session = await current(null);
  if (!session) throw new Refused({ code: "not_signed_in" });
  return installation(session);
}

/**
 * The context of the signed-in staff member at a controller. A controller where they have no role does not exist for
 * them. Read from the database on every request: an ended session, a closed account and a taken role count at once.
 * @param slug the controller's address now, or one it had
 * @throws Refused not_signed_in, not_found
 */
export async function staffCtx(slug: string): Promise<Ctx> {
  const controller = (await controllerOf(slug)) ?? (await formerly(slug));
  const session = await current(controller?.id ?? null);
  if (!session) throw new Refused({ code: "not_signed_in" });
  if (!controller || session.roles.length === 0) throw new Refused({ code: "not_found" });
  return { ...(await installation(session)), controller };
}

async function formerly(slug: string): Promise<Controller | null> {
  const now = await currentSlug(slug);
  return now === null ? null : controllerOf(now);
}

/**
 * As staffCtx, for a page: sends to sign-in and back, to the controller's address now, or says that there is no such
 * page.
 * @param rest the page's path after the controller: "/requests/ABC"
 */
export async function staffPageCtx(slug: string, rest = ""): Promise<Ctx> {
  const ctx = await onPage(staffCtx(slug), `/staff/${slug}${rest}`);
  if (ctx.controller.slug !== slug) redirect(`/staff/${ctx.controller.slug}${rest}`);
  return ctx;
}

/** As installationStaffCtx, for a page: sends to sign-in and back. */
export async function installationStaffPageCtx(path: string): Promise<InstallationCtx> {
  return onPage(installationStaffCtx(), path);
}

/**
 * What a page does when its context or query says no: to sign-in and back, or there is no such page. What a role may
 * not see looks like what is not there.
 * @param path the page itself, to come back to
 */
export async function onPage<T>(asked: Promise<T>, path: string): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const code = error instanceof Refused ? error.refusal.code : undefined;
    if (code === "not_signed_in") redirect(`/staff/sign-in?next=${encodeURIComponent(path)}`);
    if (code === "not_found" || code === "not_allowed") notFound();
    throw error;
  }
}
