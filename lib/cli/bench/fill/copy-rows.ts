import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";

/** A row as Prisma would be given it; rows of one call have the same columns. */
export type CopyRow = Readonly<Record<string, unknown>>;

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Writes rows into a table by COPY. Bytes, dates, objects and null are written as PostgreSQL reads them. */
export async function copyRows(client: Client, table: string, rows: readonly CopyRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`).join(", ");
  const lines = rows.map((row) => `${columns.map((column) => cell(row[column])).join("\t")}\n`);
  await pipeline(Readable.from(lines), client.query(from(`copy "${table}" (${names}) from stdin`)));
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString("hex")}`;
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character);
}
