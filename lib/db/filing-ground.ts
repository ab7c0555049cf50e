import type { Authority } from "@/lib/domain/controller/settings";
import type { Language } from "@/lib/domain/kernel/language";
import type { Calendar } from "@/lib/domain/law/calendar";
import type { Wordings } from "@/lib/domain/notice/wording";
import { type AuthorityRow, toAuthority } from "./authority";
import { db } from "./client";
import type { Controller } from "./controller";
import { recentNotices } from "./notice";
import { calendarIn, type NewestVersions, newestVersions } from "./own-calendar";
import { emailIndex } from "./person-index";
import { suppressed } from "./suppression";
import { newestOf, toWordings, type WordingRow } from "./wording";

/** What a new filing is prepared from, as it is now. */
export type FilingGround = {
  /** Something was filed under this key before. */
  readonly filedBefore: boolean;
  /** The calendar that new clocks run by; null if the region has none. */
  readonly calendar: Calendar | null;
  readonly authority: Authority | null;
  /** The controller's own words in the filing's language. */
  readonly wordings: Wordings;
  /** The address is kept off every list of direct marketing already. */
  readonly suppressed: boolean;
  /** How many notices went to the address in the last hour. */
  readonly recentNotices: number;
};

type Row = NewestVersions &
  Partial<AuthorityRow> &
  Pick<FilingGround, "filedBefore" | "suppressed" | "recentNotices"> & {
    readonly wordings: readonly WordingRow[];
  };

/**
 * Reads it in one statement, because filing is what strangers can do most of: four round trips less.
 * @param of.email "" where there is none
 */
export async function filingGround(
  { id, settings }: Controller,
  of: {
    readonly idempotencyKey: string;
    readonly email: string;
    readonly language: Language;
    readonly at: Date;
  },
): Promise<FilingGround> {
  const address = of.email === "" ? null : emailIndex(id, of.email);
  const [row] = await db().$queryRaw<Row[]>`
    select exists (select 1 from "Filing" f where f."controllerId" = ${id}::uuid
                   and f."idempotencyKey" = ${of.idempotencyKey}) as "filedBefore",
           (${recentNotices(id, address, of.at)}) as "recentNotices",
           (${suppressed(id, address)}) as "suppressed", ${newestVersions(id, settings.region)},
           (${newestOf(id, of.language)}) as "wordings", a."slug", a."version", a."data", a."datedOn"
    from (select 1) one left join "Authority" a on a."slug" = ${settings.authority}`;
  if (!row) throw new Error("one row without a table gives one row");
  return {
    filedBefore: row.filedBefore,
    suppressed: row.suppressed,
    calendar: await calendarIn(id, settings.region, row),
    authority: isThere(row) ? toAuthority(row) : null,
    wordings: toWordings(row.wordings),
    recentNotices: row.recentNotices,
  };
}

function isThere(row: Partial<AuthorityRow>): row is AuthorityRow {
  return typeof row.slug === "string";
}
