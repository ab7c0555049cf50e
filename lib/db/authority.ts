import type { Authority } from "@/lib/domain/controller/settings";
import { db, type Tx } from "./client";
import { fromDateColumn, toDateColumn } from "./dates";

/** An authority with what the table knows about its row. */
export type StoredAuthority = {
  readonly authority: Authority;
  /** Counts up with every change. */
  readonly version: number;
  /** Version of the shipped list it was taken from; null once somebody edited it. */
  readonly seedVersion: number | null;
};

type Data = Omit<Authority, "slug" | "datedOn"> & { readonly seedVersion: number | null };

export type AuthorityRow = {
  readonly slug: string;
  readonly version: number;
  readonly data: unknown;
  readonly datedOn: Date;
};

export function toAuthority(row: AuthorityRow): Authority {
  const { seedVersion: _, ...data } = row.data as Data;
  return { ...data, slug: row.slug, datedOn: fromDateColumn(row.datedOn) };
}

function toStored(row: AuthorityRow): StoredAuthority {
  return {
    authority: toAuthority(row),
    version: row.version,
    seedVersion: (row.data as Data).seedVersion,
  };
}

/** An authority with what the table knows about its row, or null. */
export async function storedAuthority(slug: string, tx: Tx = db()): Promise<StoredAuthority | null> {
  const row = await tx.authority.findUnique({ where: { slug } });
  return row && toStored(row);
}

export async function authorityBySlug(slug: string, tx: Tx = db()): Promise<Authority | null> {
  return (await storedAuthority(slug, tx))?.authority ?? null;
}

/** Every authority, by slug. */
export async function allAuthorities(tx: Tx = db()): Promise<StoredAuthority[]> {
  return (await tx.authority.findMany({ orderBy: { slug: "asc" } })).map(toStored);
}

/** Writes an authority as its next version (the first where there is none yet). */
export async function saveAuthority(
  tx: Tx,
  { slug, datedOn, ...rest }: Authority,
  of: { readonly seedVersion: number | null; readonly at: Date },
): Promise<void> {
  const data = { ...rest, countries: [...rest.countries], seedVersion: of.seedVersion };
  const common = { data, datedOn: toDateColumn(datedOn), updatedAt: of.at };
  await tx.authority.upsert({
    where: { slug },
    create: { slug, version: 1, ...common },
    update: { version: { increment: 1 }, ...common },
  });
}

/** Keeps everybody else from writing authorities until the transaction ends; reading goes on. */
export async function lockAuthorities(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('habeas.authorities'))`;
}

/** Ids of the controllers whose settings name an authority now. */
export async function controllersNaming(tx: Tx, slug: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c."id" from "Controller" c
    join "ControllerSettings" s on s."controllerId" = c."id" and s."version" = c."settingsVersion"
    where s."settings"->>'authority' = ${slug} order by c."id"`;
  return rows.map(({ id }) => id);
}
