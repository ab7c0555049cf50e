import { randomBytes, randomUUID } from "node:crypto";
import { db, type Tx } from "./client";
import { tokenHash } from "./link-token";

export const REQUESTER_SESSION_MINUTES = 30;

/** Opens a session for one filing, 30 minutes by the database's clock. Returns its token, for the cookie only. */
export async function openRequesterSession(tx: Tx, controllerId: string, filingId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.$executeRaw`
    insert into "RequesterSession" ("id", "controllerId", "filingId", "tokenHash", "createdAt", "expiresAt")
    values (${randomUUID()}::uuid, ${controllerId}::uuid, ${filingId}::uuid, ${tokenHash(token)}, now(),
            now() + make_interval(mins => ${REQUESTER_SESSION_MINUTES}::int))`;
  return token;
}

/** Which filing a session's token opens now, or null. */
export async function requesterSession(
  token: string,
): Promise<{ readonly controllerId: string; readonly filingId: string } | null> {
  const [found] = await db().$queryRaw<{ controllerId: string; filingId: string }[]>`
    select "controllerId", "filingId" from "RequesterSession"
    where "tokenHash" = ${tokenHash(token)} and "revokedAt" is null and "expiresAt" > now()`;
  return found ?? null;
}

/** Ends every session of a filing: its address is somebody else's now. */
export async function endSessionsOfFiling(
  tx: Tx,
  of: { readonly controllerId: string; readonly filingId: string },
): Promise<void> {
  await tx.$executeRaw`
    update "RequesterSession" set "revokedAt" = now()
    where "controllerId" = ${of.controllerId}::uuid and "filingId" = ${of.filingId}::uuid and "revokedAt" is null`;
}

export async function endRequesterSession(token: string): Promise<void> {
  await db().$executeRaw`
    update "RequesterSession" set "revokedAt" = now() where "tokenHash" = ${tokenHash(token)} and "revokedAt" is null`;
}
