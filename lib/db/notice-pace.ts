import { MAILS_PER_HOUR } from "@/lib/domain/notice/kinds";
import type { Tx } from "./client";

/**
 * A held notice whose time has come waits on if its address got its share of mails in the last hour, by
 * the database's clock: what was held back must not leave all at once.
 */
export async function paceHeld(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    update "Notice" n set "nextAttemptAt" = now() + interval '20 minutes'
    from "Filing" mine
    where n."id" = ${id}::uuid and n."state" = 'held' and n."nextAttemptAt" <= now()
      and mine."controllerId" = n."controllerId" and mine."id" = n."filingId"
      and ${MAILS_PER_HOUR}::int <= (
        select count(*) from "Notice" o
        join "Filing" f on f."controllerId" = o."controllerId" and f."id" = o."filingId"
        where f."controllerId" = n."controllerId" and f."emailIndex" = mine."emailIndex"
          and (o."state" = 'sending' or o."acceptedAt" > now() - interval '1 hour'))`;
}
