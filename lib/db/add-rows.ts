import { Prisma } from "./generated/client";

/** A table by its name in the schema; the names are ours and never come from outside. */
type Table = Prisma.ModelName;

/**
 * The statement that adds rows to a table and returns one for each, for `transactAtOnce` to hold. A column that no row
 * names is null, whatever its default.
 */
export function addRows(table: Table, rows: readonly object[]): Prisma.Sql {
  const name = Prisma.raw(`"${table}"`);
  return Prisma.sql`insert into ${name}
    select r.* from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows, asColumn)}::jsonb) r returning 1`;
}

/** How a value is written so that PostgreSQL reads it as its column's type: bytes in hex, dates by toJSON. */
function asColumn(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString("hex")}` : value;
}
