import { randomUUID } from "node:crypto";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { db, type Tx } from "./client";
import { loadDataKey, loadDataKeys, makeDataKey } from "./data-key";
import { Prisma } from "./generated/client";
import { emailIndex, INDEX_VERSION } from "./person-index";
import { commitment, open, type Place, seal } from "./seal";

const place = (id: string): Place => ({ table: "Suppression", column: "addressSealed", row: id });
const liftPlace = (id: string): Place => ({ table: "Suppression", column: "liftSealed", row: id });

/**
 * The rows of an entry against direct marketing: the keyed index of the address, and the address sealed under a key
 * of its own, because the entry outlives the request that it came from (GDPR Art. 21(3)).
 */
export function suppressionRows(of: {
  readonly controllerId: string;
  readonly requestId: string;
  readonly email: string;
  readonly at: Date;
}) {
  const id = randomUUID();
  const key = makeDataKey("suppression", id, of.controllerId, of.at);
  const address = of.email.trim().toLowerCase();
  return {
    keyRow: key.row,
    row: {
      id,
      controllerId: of.controllerId,
      emailIndex: emailIndex(of.controllerId, address),
      keyVersion: INDEX_VERSION,
      requestId: of.requestId,
      dataKeyId: key.handle.id,
      addressSealed: seal(key.handle, place(id), address),
      createdAt: of.at,
    },
  };
}

export type SuppressionRows = ReturnType<typeof suppressionRows>;

/** Whether an address, by its keyed index, is on the list: as a query for another to hold. */
export function suppressed(controllerId: string, index: Uint8Array<ArrayBuffer> | null): Prisma.Sql {
  return Prisma.sql`
    select exists (select 1 from "Suppression" s where s."controllerId" = ${controllerId}::uuid
                   and s."emailIndex" = ${index}::bytea and s."liftedAt" is null)`;
}

type Standing = {
  readonly id: string;
  readonly requestId: string;
  readonly dataKeyId: string;
  readonly createdAt: Date;
};

/** Takes the entry that stands for an address until commit, or null. */
export async function lockSuppression(
  tx: Tx,
  controllerId: string,
  index: Uint8Array<ArrayBuffer>,
): Promise<Standing | null> {
  const [entry] = await tx.$queryRaw<Standing[]>`
    select "id", "requestId", "dataKeyId", "createdAt" from "Suppression"
    where "controllerId" = ${controllerId}::uuid and "emailIndex" = ${index} and "liftedAt" is null for update`;
  return entry ?? null;
}

/** The person's own wish to get direct marketing again: their words, how and on which day they said it. */
export type Wish = { readonly text: string; readonly way: string; readonly on: IsoDate };

/** Lifts an entry; the wish is sealed under the entry's key. Returns its commitment for the log. */
export async function liftEntry(
  tx: Tx,
  entry: Standing,
  { at, by, ...wish }: Wish & { readonly at: Date; readonly by: string },
): Promise<string> {
  const key = await loadDataKey(tx, entry.dataKeyId);
  await tx.suppression.update({
    where: { id: entry.id, liftedAt: null },
    data: { liftedAt: at, liftedBy: by, liftSealed: seal(key, liftPlace(entry.id), wish) },
  });
  return commitment(key, liftPlace(entry.id), JSON.stringify(wish));
}

/** Adds an entry; whoever adds one has looked that the address has none. */
export async function addSuppression(tx: Tx, { keyRow, row }: SuppressionRows): Promise<void> {
  await tx.dataKey.create({ data: keyRow });
  await tx.suppression.create({ data: row });
}

/** Since when the address of a filing is on the list; null where it is not, or not any more. */
export async function suppressedSince(
  controllerId: string,
  filingId: string,
  tx: Tx = db(),
): Promise<Date | null> {
  const [found] = await tx.$queryRaw<{ since: Date }[]>`
    select s."createdAt" as "since" from "Suppression" s join "Filing" f
      on f."controllerId" = s."controllerId" and f."emailIndex" = s."emailIndex" and s."liftedAt" is null
      where f."controllerId" = ${controllerId}::uuid and f."id" = ${filingId}::uuid`;
  return found?.since ?? null;
}

/** One entry of the list; the address is null once its key was destroyed. */
export type Suppression = {
  readonly id: string;
  readonly index: string;
  readonly address: string | null;
  readonly requestId: string;
  readonly createdAt: Date;
  readonly lifted: { readonly at: Date; readonly by: string; readonly wish: Wish | null } | null;
};

/** The list of a controller, newest first, from `skip` on: the entries that stand, or those that were lifted. */
export async function suppressionsOf(
  controllerId: string,
  of: { readonly take: number; readonly skip?: number; readonly lifted?: boolean },
): Promise<readonly Suppression[]> {
  const { take, skip = 0, lifted = false } = of;
  const rows = await db().suppression.findMany({
    where: { controllerId, liftedAt: lifted ? { not: null } : null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take,
    skip,
  });
  const keys = await loadDataKeys(
    db(),
    rows.map((row) => row.dataKeyId),
  );
  return rows.map((row) => {
    const key = keys.get(row.dataKeyId);
    return {
      id: row.id,
      index: Buffer.from(row.emailIndex).toString("hex"),
      address: key ? open<string>(key, place(row.id), row.addressSealed) : null,
      requestId: row.requestId,
      createdAt: row.createdAt,
      lifted:
        row.liftedAt && row.liftedBy && row.liftSealed
          ? {
              at: row.liftedAt,
              by: row.liftedBy,
              wish: key ? open<Wish>(key, liftPlace(row.id), row.liftSealed) : null,
            }
          : null,
    };
  });
}

export async function countSuppressions(controllerId: string): Promise<number> {
  return db().suppression.count({ where: { controllerId, liftedAt: null } });
}
