import { randomBytes, randomUUID } from "node:crypto";
import type { DraftAnswers } from "@/lib/domain/intake/draft";
import { limit } from "@/lib/env";
import { db, type Tx } from "./client";
import { loadDataKey, makeDataKey } from "./data-key";
import { tokenHash } from "./link-token";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/** An unsent form lives this long after it was last touched, by the database's clock. */
const DRAFT_DAYS = 7;
/** The receipt can be seen again for this long after sending, in the browser that sent it. */
const RECEIPT_HOURS = 24;

/** Nobody fills in the form in fewer seconds; LIMITS_DRAFT_SECONDS replaces it. */
const FEWEST_SECONDS = 2;

/** A form in progress, opened. */
export type Draft = {
  readonly id: string;
  readonly controllerId: string;
  readonly answers: DraftAnswers;
  /** What it became, once sent. */
  readonly filingId: string | null;
  /** It was begun only a moment ago. */
  readonly tooFast: boolean;
  readonly handle: DataKeyHandle;
};

const place = (id: string): Place => ({ table: "Draft", column: "answersSealed", row: id });

/** Begins a form. Returns its token, for the cookie only. */
export async function createDraft(
  tx: Tx,
  controllerId: string,
  answers: DraftAnswers,
  at: Date,
): Promise<string> {
  const id = randomUUID();
  const token = randomBytes(32).toString("base64url");
  const { handle, row } = makeDataKey("draft", id, controllerId, at);
  await tx.dataKey.createMany({ data: [row] });
  await tx.$executeRaw`
    insert into "Draft" ("id", "controllerId", "tokenHash", "dataKeyId", "answersSealed", "createdAt", "expiresAt")
    values (${id}::uuid, ${controllerId}::uuid, ${tokenHash(token)}, ${handle.id}::uuid,
            ${seal(handle, place(id), answers)}, now(), now() + make_interval(days => ${DRAFT_DAYS}::int))`;
  return token;
}

type Row = {
  id: string;
  controllerId: string;
  dataKeyId: string;
  answersSealed: Uint8Array;
  filingId: string | null;
  seconds: number;
};

/** The form that a cookie's token belongs to at this controller, or null: unknown, too old, somebody else's. */
export async function draftByToken(
  controllerId: string,
  token: string,
  tx: Tx = db(),
): Promise<Draft | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select "id", "controllerId", "dataKeyId", "answersSealed", "filingId",
           extract(epoch from now() - "createdAt")::float8 as "seconds"
    from "Draft"
    where "tokenHash" = ${tokenHash(token)} and "controllerId" = ${controllerId}::uuid and "expiresAt" > now()`;
  return row ? opened(tx, row) : null;
}

/** As `draftByToken`, and nobody else changes it until commit. */
export async function lockDraft(tx: Tx, controllerId: string, token: string): Promise<Draft | null> {
  await tx.$queryRaw`select 1 from "Draft" where "tokenHash" = ${tokenHash(token)} for update`;
  return draftByToken(controllerId, token, tx);
}

async function opened(tx: Tx, { seconds, dataKeyId, answersSealed, ...row }: Row): Promise<Draft> {
  const handle = await loadDataKey(tx, dataKeyId);
  const answers = open<DraftAnswers>(handle, place(row.id), answersSealed);
  return { ...row, answers, handle, tooFast: seconds < limit("DRAFT_SECONDS", FEWEST_SECONDS) };
}

/** Keeps the answers of a locked form, which lives seven days from now. */
export async function saveAnswers(tx: Tx, draft: Draft, answers: DraftAnswers): Promise<void> {
  await tx.$executeRaw`
    update "Draft" set "answersSealed" = ${seal(draft.handle, place(draft.id), answers)}, "version" = "version" + 1,
      "expiresAt" = now() + make_interval(days => ${DRAFT_DAYS}::int)
    where "id" = ${draft.id}::uuid`;
}

/** Ties a form to what it became, and keeps of the answers only where the mail went. */
export async function markSent(tx: Tx, draft: Draft, filingId: string, sentTo: string): Promise<void> {
  const left: DraftAnswers = { steps: {}, checkIssues: [], sentTo };
  await tx.$executeRaw`
    update "Draft" set "filingId" = ${filingId}::uuid, "answersSealed" = ${seal(draft.handle, place(draft.id), left)},
      "version" = "version" + 1, "expiresAt" = now() + make_interval(hours => ${RECEIPT_HOURS}::int)
    where "id" = ${draft.id}::uuid and "filingId" is null`;
}

/** Takes a form away with its data key, so that no copy of it can be read again. */
export async function deleteDraft(tx: Tx, draft: Draft): Promise<void> {
  await tx.draft.deleteMany({ where: { id: draft.id } });
  await tx.dataKey.updateMany({
    where: { id: draft.handle.id },
    data: { wrapped: null, destroyedAt: new Date() },
  });
}
