import { randomUUID } from "node:crypto";
import { db, type Tx } from "./client";
import { derivedKey, keys } from "./keys";
import { linkToken, tokenHash } from "./link-token";

/** first: the first administrator of an installation; invitation: a new colleague; reset: a new second factor. */
export type StaffLinkPurpose = "first" | "invitation" | "reset";

/** How long each link works, in hours. */
export const STAFF_LINK_HOURS = { first: 24, invitation: 24 * 7, reset: 24 } as const;

export type StaffLink = {
  readonly id: string;
  readonly staffId: string;
  readonly purpose: StaffLinkPurpose;
  readonly expired: boolean;
  readonly usedAt: Date | null;
  readonly supersededAt: Date | null;
};

export type NewStaffLink = {
  readonly id: string;
  readonly token: string;
  readonly purpose: StaffLinkPurpose;
};

/** A link's row and its token, before it is saved. The token is only ever mailed or printed once. */
export function makeStaffLink(purpose: StaffLinkPurpose): NewStaffLink {
  const id = randomUUID();
  return { id, token: linkToken(id, purpose), purpose };
}

/** Saves a link; it lives from now by the database's clock. Earlier unused links of the account stop working. */
export async function saveStaffLink(tx: Tx, link: NewStaffLink, staffId: string): Promise<void> {
  await supersedeStaffLinks(tx, staffId);
  await tx.$executeRaw`
    insert into "StaffLink" ("id", "staffId", "purpose", "tokenHash", "createdAt", "expiresAt")
    values (${link.id}::uuid, ${staffId}::uuid, ${link.purpose}, ${tokenHash(link.token)}, now(),
            now() + make_interval(hours => ${STAFF_LINK_HOURS[link.purpose]}::int))`;
}

export async function supersedeStaffLinks(tx: Tx, staffId: string): Promise<void> {
  await tx.$executeRaw`
    update "StaffLink" set "supersededAt" = now()
    where "staffId" = ${staffId}::uuid and "usedAt" is null and "supersededAt" is null`;
}

/** Looks a token up by its hash; changes nothing. Expiry by the database's clock. */
export async function staffLinkByToken(token: string, tx: Tx = db()): Promise<StaffLink | null> {
  const [found] = await tx.$queryRaw<StaffLink[]>`
    select "id", "staffId", "purpose", "usedAt", "supersededAt", "expiresAt" <= now() as "expired"
    from "StaffLink" where "tokenHash" = ${tokenHash(token)}`;
  return found ?? null;
}

/** Spends a link if it is still good; false if somebody else was first, or it is too old or replaced. */
export async function spendStaffLink(tx: Tx, id: string): Promise<boolean> {
  const spent = await tx.$executeRaw`
    update "StaffLink" set "usedAt" = now()
    where "id" = ${id}::uuid and "usedAt" is null and "supersededAt" is null and "expiresAt" > now()`;
  return spent === 1;
}

/**
 * 20 secret bytes tied to one link: what a page offers as the new second factor until the link is spent. Made again on
 * every look at the page, so that looking changes nothing.
 */
export function offeredSecret(linkId: string): Uint8Array {
  return new Uint8Array(derivedKey(keys().link, "offered-totp-secret", linkId).subarray(0, 20));
}
