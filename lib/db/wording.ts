import type { Language } from "@/lib/domain/kernel/language";
import { isWordingKind, type Wording, type WordingKind, type Wordings } from "@/lib/domain/notice/wording";
import { db, type Tx } from "./client";
import { Prisma } from "./generated/client";

/** One version of a controller's own words; versions are only added. */
export type StoredWording = Wording & {
  readonly kind: WordingKind;
  readonly language: Language;
  readonly savedAt: Date;
  /** "staff:<id>". */
  readonly savedBy: string;
};

/** The newest version of everything that a controller ever adapted, in one language or in all. */
export async function newestWordings(
  controllerId: string,
  language?: Language,
  tx: Tx = db(),
): Promise<readonly StoredWording[]> {
  const rows = await tx.wording.findMany({
    where: { controllerId, ...(language ? { language } : {}) },
    orderBy: [{ kind: "asc" }, { language: "asc" }, { version: "desc" }],
    distinct: ["kind", "language"],
  });
  return (rows as readonly StoredWording[]).filter(({ kind }) => isWordingKind(kind));
}

/** The words in force for what is written in a language. */
export async function wordingsIn(controllerId: string, language: Language): Promise<Wordings> {
  const [row] = await db().$queryRaw<{ wordings: readonly WordingRow[] }[]>`
    select (${newestOf(controllerId, language)}) as "wordings"`;
  return toWordings(row?.wordings ?? []);
}

export type WordingRow = Wording & { readonly kind: string };

/** The newest version of each kind, as a query of one JSON list for another to hold. */
export function newestOf(controllerId: string, language: Language): Prisma.Sql {
  return Prisma.sql`
    select coalesce(json_agg(newest), '[]') from (
      select distinct on (w."kind") w."kind", w."version", w."opening", w."closing" from "Wording" w
      where w."controllerId" = ${controllerId}::uuid and w."language" = ${language}
      order by w."kind", w."version" desc) newest`;
}

export function toWordings(rows: readonly WordingRow[]): Wordings {
  const known = rows.filter(({ kind }) => isWordingKind(kind));
  return Object.fromEntries(
    known.map(({ kind, version, opening, closing }) => [kind, { version, opening, closing }]),
  );
}

/** The versions of the words for one kind and language, newest first. */
export async function wordingVersions(
  of: { readonly controllerId: string; readonly kind: WordingKind; readonly language: Language },
  tx: Tx = db(),
): Promise<readonly StoredWording[]> {
  const rows = await tx.wording.findMany({ where: of, orderBy: { version: "desc" } });
  return rows as readonly StoredWording[];
}

/** Keeps the next version. Fails with a broken unique rule if somebody was first. */
export async function addWording(tx: Tx, controllerId: string, wording: StoredWording): Promise<void> {
  await tx.wording.create({ data: { controllerId, ...wording } });
}
