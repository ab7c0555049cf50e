import type { Tx } from "./client";
import { enqueue } from "./enqueue";
import type { filingRows } from "./filing";
import { LINK_HOURS, type makeLink } from "./link";
import { tokenHash } from "./link-token";
import { type NewNotice, noticeRow } from "./notice";
import type { requestRows } from "./request";

/** Everything that one act of asking leaves behind, prepared and sealed. */
export type FilingToSave = {
  readonly filing: ReturnType<typeof filingRows>;
  readonly requests: readonly ReturnType<typeof requestRows>[];
  /** The link of the receipt; null where it goes by post. */
  readonly link: ReturnType<typeof makeLink> | null;
  readonly notice: NewNotice;
};

/**
 * Saves a filing with its keys, index, requests, first link and notice in one statement, and the notice's job.
 * One statement, because filing is what strangers can do most of: seven round trips less is most of its time.
 */
export async function saveFiling(tx: Tx, { filing, requests, link, notice }: FilingToSave): Promise<void> {
  const rows = {
    keys: [filing.keyRow, ...requests.map((request) => request.keyRow)],
    filing: [filing.row],
    index: filing.index,
    requests: requests.map((request) => ({ version: 1, ...request.row })),
    notice: [{ attempts: 0, ...noticeRow(notice) }],
    link: link
      ? [{ id: link.id, filingId: filing.row.id, purpose: link.purpose, tokenHash: tokenHash(link.token) }]
      : [],
  };
  const json = JSON.stringify(rows, asColumn);
  await tx.$executeRaw`
    with rows as (select ${json}::jsonb as j),
    keys as (insert into "DataKey" select k.* from rows, jsonb_populate_recordset(null::"DataKey", j->'keys') k),
    filing as (insert into "Filing" select f.* from rows, jsonb_populate_recordset(null::"Filing", j->'filing') f),
    person as (insert into "PersonIndex" select p.* from rows, jsonb_populate_recordset(null::"PersonIndex", j->'index') p),
    requests as (insert into "RightsRequest" select r.* from rows, jsonb_populate_recordset(null::"RightsRequest", j->'requests') r),
    notice as (insert into "Notice" select n.* from rows, jsonb_populate_recordset(null::"Notice", j->'notice') n)
    insert into "Link" ("id", "controllerId", "filingId", "purpose", "tokenHash", "createdAt", "expiresAt")
    select l."id", ${filing.row.controllerId}::uuid, l."filingId", l."purpose", l."tokenHash", now(),
           now() + make_interval(hours => ${LINK_HOURS.confirm}::int)
    from rows, jsonb_populate_recordset(null::"Link", j->'link') l`;
  if (!notice.heldUntil && !notice.byPost)
    await enqueue(tx, "deliver-notice", { noticeId: notice.id as string });
}

/** How a value is written so that PostgreSQL reads it as its column's type: bytes in hex, dates by toJSON. */
function asColumn(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString("hex")}` : value;
}
