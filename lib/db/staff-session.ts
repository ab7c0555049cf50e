import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/access/access";
import type { Language } from "@/lib/domain/kernel/language";
import { db, type Tx } from "./client";

export const STAFF_SESSION_HOURS = 12;
const STAFF_IDLE_MINUTES = 60;

/** Who a session belongs to right now, with the roles as they are now. */
export type SignedIn = {
  readonly sessionId: string;
  readonly staffId: string;
  readonly language: Language;
  readonly roles: readonly Role[];
};

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Opens a session: 12 hours at most, by the database's clock. Returns its id, for the signed cookie only. */
export async function openStaffSession(tx: Tx, staffId: string): Promise<string> {
  const id = randomUUID();
  await tx.$executeRaw`
    insert into "StaffSession" ("id", "staffId", "createdAt", "lastSeenAt", "expiresAt")
    values (${id}::uuid, ${staffId}::uuid, now(), now(), now() + make_interval(hours => ${STAFF_SESSION_HOURS}::int))`;
  return id;
}

/**
 * Reads a session, its account and the account's roles in one query; null once it is ended, too old, idle for an hour,
 * or its account disabled. By the database's clock, on every call.
 * @param at the controller whose roles count; null gives the roles held anywhere
 */
export async function signedIn(sessionId: string, at: string | null): Promise<SignedIn | null> {
  if (!UUID.test(sessionId)) return null;
  const [found] = await db().$queryRaw<(SignedIn & { stale: boolean })[]>`
    select s."id" as "sessionId", s."staffId", f."language", s."lastSeenAt" < now() - interval '1 minute' as "stale",
      array(select distinct r."role" from "StaffRole" r
            where r."staffId" = s."staffId" and (${at}::uuid is null or r."controllerId" = ${at}::uuid)) as "roles"
    from "StaffSession" s join "Staff" f on f."id" = s."staffId"
    where s."id" = ${sessionId}::uuid and s."revokedAt" is null and s."expiresAt" > now()
      and s."lastSeenAt" > now() - make_interval(mins => ${STAFF_IDLE_MINUTES}::int) and f."disabledAt" is null`;
  if (!found) return null;
  if (found.stale) await touch(sessionId);
  return { sessionId: found.sessionId, staffId: found.staffId, language: found.language, roles: found.roles };
}

async function touch(sessionId: string): Promise<void> {
  await db().$executeRaw`
    update "StaffSession" set "lastSeenAt" = now()
    where "id" = ${sessionId}::uuid and "lastSeenAt" < now() - interval '1 minute'`;
}

/** Ends one session. Returns whose it was, or null if it was not open. */
export async function endStaffSession(tx: Tx, sessionId: string): Promise<string | null> {
  if (!UUID.test(sessionId)) return null;
  const [ended] = await tx.$queryRaw<{ staffId: string }[]>`
    update "StaffSession" set "revokedAt" = now() where "id" = ${sessionId}::uuid and "revokedAt" is null
    returning "staffId"`;
  return ended?.staffId ?? null;
}

/** Ends every session of an account, except one that may stay. Returns how many. */
export async function endStaffSessions(
  tx: Tx,
  staffId: string,
  except: string | null = null,
): Promise<number> {
  return tx.$executeRaw`
    update "StaffSession" set "revokedAt" = now()
    where "staffId" = ${staffId}::uuid and "revokedAt" is null and "expiresAt" > now()
      and ("id" <> ${except}::uuid or ${except}::uuid is null)`;
}

/** The database's clock, for what must not follow a wrong clock of this machine. */
export async function databaseNow(tx: Tx = db()): Promise<Date> {
  const [found] = await tx.$queryRaw<{ now: Date }[]>`select clock_timestamp() as "now"`;
  if (!found) throw new Error("the database did not tell the time");
  return found.now;
}
