import { randomUUID } from "node:crypto";
import { createStaff } from "@/lib/commands/access/create-staff";
import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { createController } from "@/lib/commands/controller/create-controller";
import { fileRequests } from "@/lib/commands/intake/file-requests";
import { type Controller, controllerById } from "@/lib/db/controller";
import { markConfirmed } from "@/lib/db/filing";
import { hashPassword } from "@/lib/db/password-hash";
import { quietly } from "@/lib/db/transact";
import type { Role } from "@/lib/domain/access/access";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { AccessDetails, Details } from "@/lib/domain/intake/filing";
import type { Receipt } from "@/lib/domain/intake/receipt";

export const BASE_URL = "http://localhost:3000";
export const TEST_PASSWORD = "correct horse battery staple 7";
export const TEST_TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** The context of the command line, at an instant. */
export function setupCtx(now: () => Date = () => new Date()): InstallationCtx {
  return { actor: { kind: "setup" }, now, language: "sv", baseUrl: BASE_URL };
}

export const SETTINGS: ControllerSettings = {
  name: "Exempelbolaget AB",
  registrationNumber: "556000-0000",
  address: "Påhittade gatan 1\n111 11 Stockholm",
  contactEmail: "dataskydd@exempelbolaget.test",
  contactPhone: "+46 8 000 00 00",
  country: "SE",
  region: "SE",
  zone: "Europe/Stockholm",
  languages: ["sv", "en"],
  dpo: { name: "Dataskyddsombudet", email: "dpo@exempelbolaget.test", phone: "" },
  authority: "sedi",
  profile: "gdpr-se",
  holidayPolicy: "official",
  feeEnabled: true,
  targetDaysBefore: 7,
  privacyPolicyUrl: "https://exempelbolaget.test/integritet",
  cookieSettingsUrl: "https://exempelbolaget.test/kakor",
  otherWays: { sv: "Skriv till oss eller ring.", en: "Write to us or call." },
  protectedIdentityNotice: {},
};

/** A controller of its own. */
export async function aController(settings: Partial<ControllerSettings> = {}): Promise<Controller> {
  const slug = `c-${randomUUID().slice(0, 8)}`;
  const { id } = await createController(setupCtx(), { slug, settings: { ...SETTINGS, ...settings } });
  return (await controllerById(id)) as Controller;
}

/** The context of somebody of whom nothing is known. */
export function publicCtxAt(controller: Controller, now: () => Date = () => new Date()): Ctx {
  return { actor: { kind: "public" }, controller, now, language: "sv", baseUrl: BASE_URL };
}

/** An active staff member with roles at a controller, and their context there. */
export async function staffCtxAt(
  controller: Controller,
  roles: readonly Role[],
  now: () => Date = () => new Date(),
): Promise<Ctx & { readonly staffId: string; readonly email: string }> {
  const email = `${roles.join("-")}-${randomUUID().slice(0, 8)}@exempelbolaget.test`;
  const staffId = await createStaff(setupCtx(), {
    who: { name: `Test ${roles.join(" ")}`, email },
    language: "sv",
    passwordHash: await hashPassword(TEST_PASSWORD),
    totpSecret: TEST_TOTP,
    roles: [{ controllerId: controller.id, roles }],
  });
  return { ...publicCtxAt(controller, now), actor: { kind: "staff", staffId, roles }, staffId, email };
}

/** A filing as the form sends it. */
export function aFiling(
  requests: readonly Details[] = [ACCESS],
  who: Partial<{ name: string; email: string }> = {},
) {
  return {
    language: "sv" as const,
    who: { name: "Åsa Påhittad", email: `${randomUUID().slice(0, 8)}@person.test`, ...who },
    requests,
  };
}

export const ACCESS: AccessDetails = {
  right: "access",
  scope: "everything",
  from: null,
  to: null,
  subject: "",
};

/** Files requests as somebody does through the form. */
export async function filed(ctx: Ctx, filing: unknown = aFiling()): Promise<Receipt> {
  return fileRequests(ctx, filing, { idempotencyKey: randomUUID(), channel: "form" });
}

/** As `filed`, with the address confirmed, and the requester's own context. */
export async function filedAndConfirmed(ctx: Ctx, filing: unknown = aFiling()) {
  const receipt = await filed(ctx, filing);
  await quietly((tx) => markConfirmed(tx, ctx.controller.id, receipt.filingId, ctx.now()));
  const requester: Ctx = { ...ctx, actor: { kind: "requester", filingId: receipt.filingId } };
  return { receipt, requester, reference: receipt.requests[0]?.reference as string };
}
