import { MAILS_PER_HOUR } from "@/lib/domain/notice/kinds";
import type { Tx } from "./client";

/**
 * Makes a notice wait if its address got its share of mails in the last hour, by the database's clock: one that was
 * held, since what was held back must not leave all at once; and a first one that anybody can cause by naming an
 * address, since filings that arrive together do not see each other. One that staff send on purpose goes.
 * Addresses are taken one at a time until commit, so that two workers do not both send the last of a share.
 */
export async function paceHeld(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    select 1 from "Notice" n
    join "Filing" f on f."controllerId" = n."controllerId" and f."id" = n."filingId"
    cross join lateral pg_advisory_xact_lock(hashtextextended(encode(f."emailIndex", 'hex'), 0))
    where n."id" = ${id}::uuid`;
  await tx.$executeRaw`
    update "Notice" n set "state" = 'held', "lastError" = 'many_mails_to_address',
      "nextAttemptAt" = now() + interval '20 minutes'
    from "Filing" mine
    where n."id" = ${id}::uuid and n."nextAttemptAt" <= now()
      and (n."state" = 'held'
        or n."state" = 'owed' and n."attempts" = 0 and n."lastError" is null
          and n."kind" in ('receipt', 'fresh_link', 'confirmation_reminder'))
      and mine."controllerId" = n."controllerId" and mine."id" = n."filingId"
      and ${MAILS_PER_HOUR}::int <= (
        select count(*) from "Notice" o
        join "Filing" f on f."controllerId" = o."controllerId" and f."id" = o."filingId"
        where f."controllerId" = n."controllerId" and f."emailIndex" = mine."emailIndex"
          and o."addresseeSealed" is null and o."forwardingId" is null
          and (o."state" = 'sending' or o."acceptedAt" > now() - interval '1 hour'))`;
}
