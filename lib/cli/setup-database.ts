/** `npm run -s setup-database`: prints the SQL that prepares an external PostgreSQL, and the settings that go with it. */
import { randomBytes } from "node:crypto";
import { accessStatements, ROLES, type RolePasswords, roleStatements } from "@/lib/db/roles";

const DATABASE = "habeas";
const SETTING = {
  habeas_app: "DATABASE_URL",
  habeas_owner: "DATABASE_OWNER_URL",
  habeas_auditor: "DATABASE_AUDITOR_URL",
};

function main(): void {
  const passwords = Object.fromEntries(
    ROLES.map((role) => [role, randomBytes(24).toString("base64url")]),
  ) as RolePasswords;
  const lines = [
    "-- Run this once as a superuser of a PostgreSQL 15 or later. The passwords were generated just now and are kept",
    "-- nowhere: this output is as secret as they are.",
    ...roleStatements(passwords),
    `CREATE DATABASE ${DATABASE} ENCODING 'UTF8' TEMPLATE template0`,
    ...accessStatements(DATABASE),
  ].map((line) => (line.startsWith("--") ? line : `${line};`));
  const settings = ROLES.map(
    (role) => `--   ${SETTING[role]}=postgresql://${role}:${passwords[role]}@HOST:5432/${DATABASE}`,
  );
  process.stdout.write(
    `${[...lines, "", "-- Then set, with the address of your server in the place of HOST:", ...settings].join("\n")}\n`,
  );
}

main();
