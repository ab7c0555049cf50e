import { randomBytes } from "node:crypto";
import { createStaff } from "@/lib/commands/access/create-staff";
import type { InstallationCtx } from "@/lib/commands/context";
import type { Controller } from "@/lib/db/controller";
import { hashPassword } from "@/lib/db/password-hash";
import type { Role } from "@/lib/domain/access/access";
import { base32 } from "@/lib/domain/identity/totp";
import type { DemoSignIn } from "../demo/sign-ins";

const TEAM: readonly { readonly box: string; readonly role: Role; readonly name: string }[] = [
  { box: "admin", role: "administrator", name: "Alva Administratör" },
  { box: "officer", role: "officer", name: "Hedda Handläggare" },
  { box: "officer2", role: "officer", name: "Hugo Handläggare" },
  { box: "dpo", role: "dpo", name: "Disa Dataskyddsombud" },
  { box: "contributor", role: "contributor", name: "Moa Medarbetare" },
  { box: "auditor", role: "auditor", name: "Rut Revisor" },
];

export type DemoColleague = { readonly staffId: string; readonly role: Role };

/** Staff of every role at a controller, each with a password and a second factor made for this start alone. */
export async function seedStaff(
  ctx: InstallationCtx,
  controller: Controller,
): Promise<{ readonly team: readonly DemoColleague[]; readonly signIns: readonly DemoSignIn[] }> {
  const team: DemoColleague[] = [];
  const signIns: DemoSignIn[] = [];
  for (const { box, role, name } of TEAM) {
    const email = `${box}@${controller.slug}.test`;
    const password = randomBytes(12).toString("base64url");
    const totpSecret = base32(randomBytes(20));
    const staffId = await createStaff(ctx, {
      who: { name, email },
      language: controller.settings.languages[0] ?? "en",
      passwordHash: await hashPassword(password),
      totpSecret,
      roles: [{ controllerId: controller.id, roles: [role] }],
    });
    team.push({ staffId, role });
    signIns.push({ controller: controller.settings.name, role, email, password, totpSecret });
  }
  return { team, signIns };
}
