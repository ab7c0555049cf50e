import { randomUUID } from "node:crypto";
import { CONFIRM_DAYS } from "@/lib/domain/decision/unconfirmed";
import { db, type Tx } from "./client";
import { linkToken, tokenHash } from "./link-token";

/** confirm: the first link of a filing; open: a fresh one. Both are single use and give a session. */
export type LinkPurpose = "confirm" | "open";

export const LINK_HOURS = { confirm: 24 * CONFIRM_DAYS, open: 24 } as const;

export type Link = {
  readonly id: string;
  readonly controllerId: string;
  readonly filingId: string;
  readonly purpose: LinkPurpose;
  readonly expired: boolean;
  readonly usedAt: Date | null;
  readonly supersededAt: Date | null;
};

/** A link's row and its token, before it is saved. The token is only ever mailed. */
export function makeLink(purpose: LinkPurpose): {
  readonly id: string;
  readonly token: string;
  readonly purpose: LinkPurpose;
} {
  return linkOf(randomUUID(), purpose);
}

/** A link that was made before and is only saved now. */
export function linkOf(id: string, purpose: LinkPurpose): ReturnType<typeof makeLink> {
  return { id, token: linkToken(id, purpose), purpose };
}

/**
 * Saves a fresh link; it lives from now by the database's clock. Earlier links of the filing go on working until this
 * one is used: its letter may be taken back, or never arrive.
 */
export async function saveLink(
  tx: Tx,
  link: ReturnType<typeof makeLink>,
  of: { readonly controllerId: string; readonly filingId: string },
): Promise<void> {
  await tx.$executeRaw`
    insert into "Link" ("id", "controllerId", "filingId", "purpose", "tokenHash", "createdAt", "expiresAt")
    values (${link.id}::uuid, ${of.controllerId}::uuid, ${of.filingId}::uuid, ${link.purpose},
            ${tokenHash(link.token)}, now(), now() + make_interval(hours => ${LINK_HOURS[link.purpose]}::int))`;
}

/** The unused links of a filing stop working at once: the address changes, or its person was sent another for them. */
export async function supersedeLinks(
  tx: Tx,
  of: { readonly controllerId: string; readonly filingId: string },
): Promise<void> {
  await tx.$executeRaw`
    update "Link" set "supersededAt" = now()
    where "controllerId" = ${of.controllerId}::uuid and "filingId" = ${of.filingId}::uuid
      and "usedAt" is null and "supersededAt" is null`;
}

/** Looks a token up by its hash; changes nothing. Expiry by the database's clock. */
export async function linkByToken(token: string, tx: Tx = db()): Promise<Link | null> {
  const [found] = await tx.$queryRaw<Link[]>`
    select "id", "controllerId", "filingId", "purpose", "usedAt", "supersededAt", "expiresAt" <= now() as "expired"
    from "Link" where "tokenHash" = ${tokenHash(token)}`;
  return found ?? null;
}

/**
 * Spends a link if it is still good, and with it every earlier one of its filing; false if somebody else was first, or
 * it is too old or replaced.
 */
export async function spendLink(tx: Tx, id: string): Promise<boolean> {
  const spent = await tx.$executeRaw`
    update "Link" set "usedAt" = now()
    where "id" = ${id}::uuid and "usedAt" is null and "supersededAt" is null and "expiresAt" > now()`;
  if (spent !== 1) return false;
  await tx.$executeRaw`
    update "Link" earlier set "supersededAt" = now() from "Link" used
    where used."id" = ${id}::uuid and earlier."controllerId" = used."controllerId"
      and earlier."filingId" = used."filingId" and earlier."createdAt" <= used."createdAt"
      and earlier."usedAt" is null and earlier."supersededAt" is null`;
  return true;
}
