import { randomUUID } from "node:crypto";
import type { Addressee } from "@/lib/domain/notice/addressee";
import { type NoticeKind, type NoticeState, type PostedHow, UNSENT } from "@/lib/domain/notice/kinds";
import type { MailContent } from "@/lib/domain/notice/mail-content";
import type { NoticeContent, PrintedLetter } from "@/lib/domain/notice/printed-letter";
import { limit } from "@/lib/env";
import { goesToOther, sealAddressee } from "./addressee";
import { db, type Tx } from "./client";
import { enqueue } from "./enqueue";
import { Prisma } from "./generated/client";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/** A notice as the record of what was owed to whom, rendered once. */
export type Notice = {
  readonly id: string;
  readonly controllerId: string;
  readonly filingId: string | null;
  readonly staffId: string | null;
  readonly requestId: string | null;
  readonly kind: NoticeKind;
  readonly language: string;
  readonly dataKeyId: string;
  readonly contentSealed: Uint8Array;
  readonly state: NoticeState;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly messageId: string;
  readonly owedAt: Date;
  readonly acceptedAt: Date | null;
  readonly lastError: string | null;
  /** How a letter went; null for a mail. */
  readonly postedHow: PostedHow | null;
  /** It carries this forwarding. */
  readonly forwardingId: string | null;
  /** It is the letter of this task, or one of them. */
  readonly taskId: string | null;
  /** To whom it goes instead of the filing's person or a colleague (lib/db/addressee.ts). */
  readonly addresseeSealed: Uint8Array | null;
};

export type NewNotice = {
  readonly id?: string;
  readonly controllerId: string;
  readonly to: { readonly filingId: string } | { readonly staffId: string };
  readonly requestId?: string;
  readonly kind: NoticeKind;
  readonly template: { readonly name: string; readonly version: number };
  readonly content: MailContent;
  /** What is printed if it goes by post, where the mail keeps the thing itself behind a link. */
  readonly letter?: PrintedLetter;
  /** Whom it goes to, where that is neither the filing's person nor a colleague. */
  readonly addressee?: Addressee;
  readonly forwardingId?: string;
  readonly taskId?: string;
  /** A letter to print; where it goes to a filing's person or to an addressee, `oweNotice` knows by itself. */
  readonly byPost?: boolean;
  readonly at: Date;
  /** The key of the filing or staff member it goes to. */
  readonly dataKey: DataKeyHandle;
  /** Not sent by itself before this instant (an address that already got many mails this hour). */
  readonly heldUntil?: Date;
  /** Waits a little before it leaves, so that staff can take it back. */
  readonly recallable?: true;
};

/** For how long a letter of staff can be taken back by default: LIMITS_ANSWER_HOLD_SECONDS. */
const ANSWER_HOLD_SECONDS = 60;

const contentPlace = (id: string): Place => ({ table: "Notice", column: "contentSealed", row: id });

/** The row of a new notice, sealed. */
export function noticeRow(notice: NewNotice) {
  const id = notice.id ?? randomUUID();
  const hold = notice.recallable ? limit("ANSWER_HOLD_SECONDS", ANSWER_HOLD_SECONDS) : 0;
  return {
    id,
    controllerId: notice.controllerId,
    filingId: "filingId" in notice.to ? notice.to.filingId : null,
    staffId: "staffId" in notice.to ? notice.to.staffId : null,
    requestId: notice.requestId ?? null,
    kind: notice.kind,
    language: notice.content.language,
    template: notice.template.name,
    templateVersion: notice.template.version,
    dataKeyId: notice.dataKey.id,
    contentSealed: seal(notice.dataKey, contentPlace(id), contentOf(notice)),
    state: (notice.byPost ? "to_post" : notice.heldUntil ? "held" : "owed") satisfies NoticeState,
    forwardingId: notice.forwardingId ?? null,
    taskId: notice.taskId ?? null,
    addresseeSealed: notice.addressee ? sealAddressee(notice.dataKey, id, notice.addressee) : null,
    nextAttemptAt: notice.heldUntil ?? new Date(notice.at.getTime() + hold * 1_000),
    messageId: `<${id}@habeas>`,
    owedAt: notice.at,
    wordingVersion: notice.content.wordingVersion ?? notice.letter?.wordingVersion ?? null,
    ...(notice.heldUntil ? { lastError: "many_mails_to_address" } : {}),
  };
}

function contentOf({ byPost, content, letter }: NewNotice): NoticeContent {
  return byPost && letter ? { ...content, letter } : content;
}

/**
 * Writes a notice and its job in the caller's transaction; to somebody without an email address it is a letter that
 * staff print and post. Returns the notice's id.
 */
export async function oweNotice(tx: Tx, notice: NewNotice): Promise<string> {
  const { addressee } = notice;
  const byPost = notice.byPost ?? (addressee ? addressee.email === "" : await goesByPost(tx, notice));
  const row = noticeRow({ ...notice, byPost });
  await tx.notice.createMany({ data: [row] });
  if (byPost) return row.id;
  const startAfter = row.nextAttemptAt > row.owedAt ? row.nextAttemptAt : undefined;
  if (!notice.heldUntil) await enqueue(tx, "deliver-notice", { noticeId: row.id }, startAfter);
  return row.id;
}

async function goesByPost(tx: Tx, { controllerId, to }: NewNotice): Promise<boolean> {
  if (!("filingId" in to)) return false;
  const where = { controllerId_id: { controllerId, id: to.filingId } };
  const filing = await tx.filing.findUnique({ where, select: { emailIndex: true } });
  return filing !== null && filing.emailIndex === null;
}

export function openContent(
  handle: DataKeyHandle,
  notice: { id: string; contentSealed: Uint8Array },
): NoticeContent {
  return open<NoticeContent>(handle, contentPlace(notice.id), notice.contentSealed);
}

export async function noticeById(id: string, tx: Tx = db()): Promise<Notice | null> {
  return (await tx.notice.findUnique({ where: { id } })) as Notice | null;
}

/**
 * Takes a notice's row until commit and returns it, or null. The request that it is about is taken first, as every
 * command takes it that also takes back its notices: in the other order two of them could lock each other out.
 */
export async function lockNotice(tx: Tx, id: string): Promise<Notice | null> {
  await tx.$queryRaw`
    select 1 from "RightsRequest" r join "Notice" n on n."controllerId" = r."controllerId" and n."requestId" = r."id"
    where n."id" = ${id}::uuid for no key update of r`;
  await tx.$queryRaw`select 1 from "Notice" where "id" = ${id}::uuid for no key update`;
  return noticeById(id, tx);
}

/** The letters of the tasks of a request, oldest first, whatever became of them. */
export async function taskLettersOf(
  controllerId: string,
  requestId: string,
  tx: Tx = db(),
): Promise<Notice[]> {
  const where = { controllerId, requestId, taskId: { not: null } };
  return (await tx.notice.findMany({ where, orderBy: { owedAt: "asc" } })) as Notice[];
}

/** Takes the letters of a task until commit, after its request, and returns them, oldest first. */
export async function lockTaskLetters(tx: Tx, controllerId: string, taskId: string): Promise<Notice[]> {
  await tx.$queryRaw`select 1 from "Notice"
    where "controllerId" = ${controllerId}::uuid and "taskId" = ${taskId}::uuid order by "id" for no key update`;
  const where = { controllerId, taskId };
  return (await tx.notice.findMany({ where, orderBy: { owedAt: "asc" } })) as Notice[];
}

/** How many notices went to an address of this controller in the hour before `at` (by its keyed index). */
export async function recentNoticesTo(
  controllerId: string,
  emailIndex: Uint8Array<ArrayBuffer>,
  at: Date,
  tx: Tx = db(),
): Promise<number> {
  const [found] = await tx.$queryRaw<
    { n: number }[]
  >`select (${recentNotices(controllerId, emailIndex, at)}) as n`;
  return found?.n ?? 0;
}

/**
 * The same as a query for another to hold. It goes from the few filings of the address to their notices, whatever the
 * database believes of tables that have just grown.
 */
export function recentNotices(
  controllerId: string,
  emailIndex: Uint8Array<ArrayBuffer> | null,
  at: Date,
): Prisma.Sql {
  const since = new Date(at.getTime() - 3_600_000);
  return Prisma.sql`
    select count(*)::int from "Filing" f
    cross join lateral (select 1 from "Notice" n where n."controllerId" = f."controllerId" and n."filingId" = f."id"
                        and n."owedAt" > ${since} and n."state" <> 'held'
                        and n."addresseeSealed" is null and n."forwardingId" is null offset 0) n
    where f."controllerId" = ${controllerId}::uuid and f."emailIndex" = ${emailIndex}::bytea`;
}

/**
 * Takes a notice for sending: owed, or held until now, or sending with its lease run out. Nobody else
 * gets it for `leaseSeconds`. By the database's clock. Null if it is not to be sent now.
 */
export async function claimNotice(tx: Tx, id: string, leaseSeconds: number): Promise<Notice | null> {
  const claimed = await tx.$queryRaw<{ id: string }[]>`
    update "Notice" set "state" = 'sending', "attempts" = "attempts" + 1,
      "nextAttemptAt" = now() + make_interval(secs => ${leaseSeconds})
    where "id" = ${id}::uuid and ("state" in ('owed', 'held') or "state" = 'sending') and "nextAttemptAt" <= now()
    returning "id"`;
  return claimed.length > 0 ? noticeById(id, tx) : null;
}

/** Ids of notices that should have been sent by now, whatever happened to their job; oldest first. */
export async function overdueNotices(limit: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select "id" from "Notice"
    where "state" in ('owed', 'held', 'sending') and "nextAttemptAt" <= now()
    order by "nextAttemptAt" limit ${limit}`;
  return rows.map((found) => found.id);
}

export async function saveNoticeOutcome(
  tx: Tx,
  id: string,
  outcome: {
    state: NoticeState;
    nextAttemptAt?: Date;
    acceptedAt?: Date;
    lastError?: string | null;
    postedHow?: PostedHow;
  },
): Promise<void> {
  await tx.notice.update({ where: { id }, data: outcome });
}

/** Notices of one filing (or of one of its requests), oldest first. */
export async function noticesOfFiling(
  controllerId: string,
  filingId: string,
  tx: Tx = db(),
): Promise<Notice[]> {
  const rows = await tx.notice.findMany({ where: { controllerId, filingId }, orderBy: { owedAt: "asc" } });
  return rows as Notice[];
}

/** Notices to a filing's own person that have not left, oldest first: those to others are not among them. */
export async function unsentOfFiling(tx: Tx, controllerId: string, filingId: string): Promise<Notice[]> {
  const found = await noticesOfFiling(controllerId, filingId, tx);
  return found.filter((notice) => !goesToOther(notice) && UNSENT.includes(notice.state));
}

/** Takes a notice back for good, unless it is being sent or was accepted; false if it is too late. */
export async function recallNotice(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.notice.updateMany({
    where: { id, state: { in: [...UNSENT] } },
    data: { state: "recalled" },
  });
  return count === 1;
}

/** Takes the notices of some kinds about a locked request back that have not left; which those were. */
export async function recallNoticesOf(
  tx: Tx,
  { controllerId, requestId }: { readonly controllerId: string; readonly requestId: string },
  kinds: readonly NoticeKind[],
): Promise<readonly Pick<Notice, "id" | "kind">[]> {
  return tx.$queryRaw<Pick<Notice, "id" | "kind">[]>`
    update "Notice" set "state" = 'recalled'
    where "controllerId" = ${controllerId}::uuid and "requestId" = ${requestId}::uuid and "kind" = any(${[...kinds]})
      and "state" in ('owed', 'held', 'failed', 'to_post')
    returning "id", "kind"`;
}

/** Owes a failed or held notice anew, to be sent now; false if it is neither. */
export async function requeueNotice(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.notice.updateMany({
    where: { id, state: { in: ["failed", "held"] } },
    data: { state: "owed", nextAttemptAt: now },
  });
  if (count === 1) await enqueue(tx, "deliver-notice", { noticeId: id });
  return count === 1;
}
