/** The three roles: the owner changes the schema, the app serves, the auditor only reads. None is a superuser. */
export const ROLES = ["habeas_owner", "habeas_app", "habeas_auditor"] as const;

export type RolePasswords = Readonly<Record<(typeof ROLES)[number], string>>;

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * SQL that makes the roles, or gives existing ones these passwords. For a superuser of the server.
 * @param passwords free of backslashes
 */
export function roleStatements(passwords: RolePasswords): string[] {
  return ROLES.flatMap((role) => [
    `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(role)}) THEN CREATE ROLE ${role} LOGIN; END IF; END $$`,
    `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${literal(passwords[role])}`,
  ]);
}

/** SQL that opens a database to the three roles and to nobody else. For a superuser, after the database was made. */
export function accessStatements(database: string): string[] {
  const name = `"${database.replaceAll('"', '""')}"`;
  return [
    `ALTER DATABASE ${name} OWNER TO habeas_owner`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO habeas_app, habeas_auditor`,
  ];
}
