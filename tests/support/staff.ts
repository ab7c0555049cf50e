import { generateSync } from "otplib";
import { createStaff } from "@/lib/commands/access/create-staff";
import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { createController } from "@/lib/commands/controller/create-controller";
import { controllerById } from "@/lib/db/controller";
import { linkToken } from "@/lib/db/link-token";
import { hashPassword } from "@/lib/db/password-hash";
import { offeredSecret, staffLinkByToken } from "@/lib/db/staff-link";
import type { Role } from "@/lib/domain/access/access";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { base32, TOTP_PERIOD_SECONDS } from "@/lib/domain/identity/totp";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { TestDatabase } from "@/tests/support/database";
import { SETTINGS, setupCtx } from "@/tests/support/desk";

/** Anybody. */
export function publicCtx(now?: () => Date): InstallationCtx {
  return { ...setupCtx(now), actor: { kind: "public" } };
}

/** A staff member with roles, as a page would make the context; at a controller or at none. */
export function staffOf(staffId: string, roles: readonly Role[]): InstallationCtx {
  return { ...setupCtx(), actor: { kind: "staff", staffId, roles } };
}

let counter = 0;

/** A controller, and the way to act at it as somebody. */
export async function makeController(
  change: Partial<ControllerSettings> = {},
  slug = `norrvik-${++counter}`,
) {
  const { id } = await createController(setupCtx(), { slug, settings: { ...SETTINGS, ...change } });
  /** The context of a staff member at the controller, with its settings as they are now. */
  const as = async (
    staffId: string,
    roles: readonly Role[],
    now: () => Date = () => new Date(),
  ): Promise<Ctx> => {
    const controller = await controllerById(id);
    if (!controller) throw new Error("the controller is gone");
    return { ...staffOf(staffId, roles), controller, now };
  };
  return { id, slug, as };
}

export type TestStaff = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
};

const PASSWORD = "nine quiet lanterns by the mill";
let hashed: Promise<string> | undefined;

/** An account that can sign in at once; every one of a test file has the same password. */
export async function makeStaff(
  controllerId: string | null,
  roles: readonly Role[] = [],
): Promise<TestStaff> {
  const number = ++counter;
  hashed ??= hashPassword(PASSWORD);
  const who = { name: `Tea Prov ${number}`, email: `tea.prov${number}@norrvik.example` };
  const totpSecret = `JBSWY3DPEHPK3PXPJBSWY3DPEHPK${String(number)
    .padStart(4, "A")
    .replace(/[0189]/g, "B")}`;
  const id = await createStaff(setupCtx(), {
    who,
    language: "en",
    passwordHash: await hashed,
    totpSecret,
    roles: controllerId === null ? [] : [{ controllerId, roles }],
  });
  return { id, ...who, password: PASSWORD, totpSecret };
}

/** The one-time code of a secret, so many 30-second steps from now. */
export function codeOf(secret: string, steps = 0): string {
  const epoch = Math.floor(Date.now() / 1000) + steps * TOTP_PERIOD_SECONDS;
  return generateSync({ secret, epoch });
}

/** Waits until the current 30-second step has time left, so that a code made now is still in its step when it arrives. */
export async function roomInStep(seconds = 5): Promise<void> {
  const left = TOTP_PERIOD_SECONDS - ((Date.now() / 1000) % TOTP_PERIOD_SECONDS);
  if (left < seconds) await new Promise((resolve) => setTimeout(resolve, left * 1000 + 50));
}

/** The token of the newest usable link of an account, as its mail carries it. */
export async function newestLink(database: TestDatabase, staffId: string): Promise<string> {
  const [link] = await database.query<{ id: string; purpose: string }>(
    "postgres",
    `select id, purpose from "StaffLink" where "staffId" = $1 order by "createdAt" desc limit 1`,
    [staffId],
  );
  if (!link) throw new Error("no link was made");
  return linkToken(link.id, link.purpose);
}

/** The secret that the page of a link offers. */
export async function offeredTo(token: string): Promise<string> {
  const link = await staffLinkByToken(token);
  if (!link) throw new Error("no such link");
  return base32(offeredSecret(link.id));
}

/** The code of a refusal, or "done". */
export function refusalOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "done",
    (error) => {
      if (error instanceof Refused) return error.refusal.code;
      throw error;
    },
  );
}

/** The fields and messages of a bad_input refusal. */
export function issuesOf(attempt: Promise<unknown>): Promise<string[]> {
  return attempt.then(
    () => [],
    (error) => {
      if (!(error instanceof Refused) || error.refusal.code !== "bad_input") throw error;
      return error.refusal.issues.map(({ field, message }) => `${field}:${message}`);
    },
  );
}
