import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { leaveDatabase, prepareInstallation, setupContext } from "@/lib/cli/installation";
import { createStaff } from "@/lib/commands/access/create-staff";
import { createController } from "@/lib/commands/controller/create-controller";
import { type Controller, controllerById } from "@/lib/db/controller";
import { hashPassword } from "@/lib/db/password-hash";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { base32 } from "@/lib/domain/identity/totp";
import { setEnv } from "@/lib/env";
import { type DatabaseUrls, startClaimedDatabase } from "@/lib/server/database";
import type { Stopping } from "@/lib/server/stopping";

export const BENCH_FOLDER = resolve("var", "bench");

const SETTINGS: ControllerSettings = {
  name: "Mätbolaget AB (påhittat)",
  registrationNumber: "",
  address: "Mätgatan 1\n111 11 Stockholm",
  contactEmail: "dataskydd@matbolaget.test",
  contactPhone: "",
  country: "SE",
  region: "SE",
  zone: "Europe/Stockholm",
  languages: ["sv", "en"],
  dpo: null,
  authority: "sedi",
  profile: "gdpr-se",
  holidayPolicy: "official",
  feeEnabled: true,
  targetDaysBefore: 7,
  privacyPolicyUrl: "",
  cookieSettingsUrl: "",
  otherWays: {},
  protectedIdentityNotice: {},
};

const OFFICERS = ["Mätare Ett", "Mätare Två", "Mätare Tre", "Mätare Fyra"];

/** Somebody who can sign in at the bench's desk. */
export type BenchOfficer = {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
};

/** An installation that exists for one run of the bench. */
export type BenchInstallation = {
  readonly urls: DatabaseUrls;
  readonly controller: Controller;
  readonly officers: readonly BenchOfficer[];
};

/** What the machine has set for a real installation must not reach the bench. */
export function forgetMachineSettings(): void {
  setEnv({
    ...{ DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, DATABASE_AUDITOR_URL: undefined },
    ...{ DATABASE_POOL: undefined, TRUSTED_PROXIES: undefined, HABEAS_DEMO: undefined, BASE_URL: undefined },
    ...{ HABEAS_VAR: BENCH_FOLDER, KEY_DIR: join(BENCH_FOLDER, "keys"), HOST: "127.0.0.1" },
    ...{ SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "no-reply@matbolaget.test" },
  });
}

/**
 * Starts a PostgreSQL of its own in var/bench, durable as in real use, brings it to what this version serves from, and
 * makes one controller with its officers.
 */
export async function startInstallation(stopping: Stopping): Promise<BenchInstallation> {
  const urls = await startClaimedDatabase(stopping, { folder: BENCH_FOLDER, keep: false, durable: true });
  for (const name of ["keys", "habeas.log"])
    rmSync(join(BENCH_FOLDER, name), { recursive: true, force: true });
  await stopping.start("The bench's connections", async () => true, leaveDatabase);
  await prepareInstallation(urls, () => undefined);
  const { id } = await createController(setupContext(), { slug: "matbolaget", settings: SETTINGS });
  const officers = [];
  for (const name of OFFICERS) officers.push(await makeOfficer(id, name));
  const controller = await controllerById(id);
  if (!controller) throw new Error("the controller just made is not there");
  return { urls, controller, officers };
}

async function makeOfficer(controllerId: string, name: string): Promise<BenchOfficer> {
  const account = {
    email: `${randomBytes(6).toString("hex")}@matbolaget.test`,
    password: randomBytes(18).toString("base64url"),
    totpSecret: base32(randomBytes(20)),
  };
  const id = await createStaff(setupContext(), {
    who: { name, email: account.email },
    language: "sv",
    passwordHash: await hashPassword(account.password),
    totpSecret: account.totpSecret,
    roles: [{ controllerId, roles: ["officer"] }],
  });
  return { id, ...account };
}
