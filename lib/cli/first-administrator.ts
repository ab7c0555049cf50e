import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { setEnv } from "@/lib/env";

const COMMAND = "lib/commands/identity/invite-first-administrator.ts";

/**
 * The one-time link for the first administrator when there is no staff yet; undefined otherwise.
 * @param appUrl connection of the app role
 */
export async function firstAdministratorLink(appUrl: string): Promise<string | undefined> {
  if (!existsSync(resolve(COMMAND))) return undefined;
  setEnv({ DATABASE_URL: appUrl });
  const { inviteFirstAdministrator } = await import(pathToFileURL(resolve(COMMAND)).href);
  return inviteFirstAdministrator();
}
