import { db } from "./client";

/** Deletes expired drafts and their data keys, sessions that ended over a day ago, and spent rate counters. */
export async function deleteExpired(): Promise<void> {
  await db().$executeRaw`
    with gone as (delete from "Draft" where "expiresAt" <= now() returning "dataKeyId")
    update "DataKey" set "wrapped" = null, "destroyedAt" = now() from gone where "DataKey"."id" = gone."dataKeyId"`;
  await db().$executeRaw`delete from "RequesterSession" where "expiresAt" <= now() - interval '1 day'`;
  await db().$executeRaw`delete from "StaffSession" where "expiresAt" <= now() - interval '1 day'`;
  await db()
    .$executeRaw`delete from "RateLimit" where "expire" < extract(epoch from now()) * 1000 - 86400000`;
}
