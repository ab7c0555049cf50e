import { addRows } from "./add-rows";
import { jobStatement } from "./enqueue";
import type { filingRows } from "./filing";
import { Prisma } from "./generated/client";
import { LINK_HOURS, type makeLink } from "./link";
import { tokenHash } from "./link-token";
import { type NewNotice, noticeRow } from "./notice";
import type { requestRows } from "./request";
import type { SuppressionRows } from "./suppression";
import type { taskRow } from "./task";

/** Everything that one act of asking leaves behind, prepared and sealed. */
export type FilingToSave = {
  readonly filing: ReturnType<typeof filingRows>;
  readonly requests: readonly ReturnType<typeof requestRows>[];
  readonly tasks: readonly ReturnType<typeof taskRow>[];
  /** The address that is kept off every list from now on; null where nobody asked for that, or it is already. */
  readonly suppression: SuppressionRows | null;
  /** The link of the receipt; null where it goes by post. */
  readonly link: ReturnType<typeof makeLink> | null;
  readonly notice: NewNotice & { readonly id: string };
};

/**
 * The statements that save a filing with its keys, index, requests, first link, and notice with its job. For
 * `transactAtOnce`, because filing is what strangers can do most of: a dozen round trips less is most of its time.
 */
export async function filingStatements(of: FilingToSave): Promise<Prisma.Sql[]> {
  const { filing, requests, tasks, suppression, link, notice } = of;
  const keys = [filing, ...requests, ...(suppression ? [suppression] : [])].map(({ keyRow }) => keyRow);
  const mailed = !notice.heldUntil && !notice.byPost;
  return [
    addRows("DataKey", keys),
    addRows("Filing", [filing.row]),
    addRows("PersonIndex", filing.index),
    addRows(
      "RightsRequest",
      requests.map(({ row }) => ({ version: 1, ...row })),
    ),
    addRows("Notice", [{ attempts: 0, ...noticeRow(notice) }]),
    ...(tasks.length > 0 ? [addRows("Task", tasks)] : []),
    ...(suppression ? [addRows("Suppression", [suppression.row])] : []),
    ...(link ? [linkStatement(link, filing.row)] : []),
    ...(mailed ? [await jobStatement("deliver-notice", { noticeId: notice.id })] : []),
  ];
}

/** A link lives from now by the database's clock. */
function linkStatement(
  { id, purpose, token }: ReturnType<typeof makeLink>,
  filing: { readonly controllerId: string; readonly id: string },
): Prisma.Sql {
  return Prisma.sql`
    insert into "Link" ("id", "controllerId", "filingId", "purpose", "tokenHash", "createdAt", "expiresAt")
    values (${id}::uuid, ${filing.controllerId}::uuid, ${filing.id}::uuid, ${purpose}, ${tokenHash(token)}, now(),
            now() + make_interval(hours => ${LINK_HOURS[purpose]}::int)) returning 1`;
}
