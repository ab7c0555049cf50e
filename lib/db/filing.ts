import type { AsReceived, Channel, Details, VerifiedHow, Who } from "@/lib/domain/intake/filing";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { db, type Tx } from "./client";
import { loadDataKeys, makeDataKey } from "./data-key";
import { fromDateColumn, toDateColumn } from "./dates";
import { emailIndex, INDEX_VERSION, nameWords, wordIndex } from "./person-index";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/** A filing without what is sealed in it. */
export type Filing = {
  readonly id: string;
  readonly controllerId: string;
  readonly channel: Channel;
  readonly language: Language;
  readonly receivedAt: Date;
  readonly zone: string;
  readonly receivedOn: IsoDate;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly confirmedAt: Date | null;
  /** How staff verified a postal address; null where a link did it, or nothing yet. */
  readonly confirmedHow: VerifiedHow | null;
  readonly confirmedBy: string | null;
  readonly remindedAt: Date | null;
  /** No email address: its notices are letters to print. */
  readonly byPost: boolean;
  readonly dataKeyId: string;
  readonly bodyHash: Uint8Array;
  readonly settingsVersion: number;
  readonly whoSealed: Uint8Array;
  readonly verbatimSealed: Uint8Array;
  readonly asReceivedSealed: Uint8Array | null;
};

type Row = Awaited<ReturnType<typeof row>>;

async function row(tx: Tx, controllerId: string, id: string) {
  return tx.filing.findUnique({ where: { controllerId_id: { controllerId, id } } });
}

function toFiling(found: NonNullable<Row>): Filing {
  return {
    ...found,
    channel: found.channel as Channel,
    language: found.language as Language,
    receivedOn: fromDateColumn(found.receivedOn),
    confirmedHow: found.confirmedHow as VerifiedHow | null,
    byPost: found.emailIndex === null,
  };
}

const whoPlace = (id: string): Place => ({ table: "Filing", column: "whoSealed", row: id });
const verbatimPlace = (id: string): Place => ({ table: "Filing", column: "verbatimSealed", row: id });
const asReceivedPlace = (id: string): Place => ({ table: "Filing", column: "asReceivedSealed", row: id });

export type NewFiling = {
  readonly id: string;
  readonly controllerId: string;
  readonly channel: Channel;
  readonly language: Language;
  readonly receivedAt: Date;
  readonly zone: string;
  readonly receivedOn: IsoDate;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly idempotencyKey: string;
  readonly bodyHash: Uint8Array<ArrayBuffer>;
  readonly settingsVersion: number;
  readonly who: Who;
  readonly requests: readonly Details[];
  /** What staff entered besides. */
  readonly asReceived?: AsReceived | undefined;
};

/** The rows of a new filing: its data key, the sealed row itself, and the keyed index of who asked. */
export function filingRows(filing: NewFiling) {
  const key = makeDataKey("filing", filing.id, filing.controllerId, filing.recordedAt);
  const { who, requests, asReceived, ...clear } = filing;
  const names = [...nameWords(who.name), ...nameWords(who.subjectName)];
  const email = who.email === "" ? null : emailIndex(filing.controllerId, who.email);
  const words = [...new Set(names)].map((word) => wordIndex(filing.controllerId, word));
  return {
    handle: key.handle,
    keyRow: key.row,
    row: {
      ...clear,
      receivedOn: toDateColumn(filing.receivedOn),
      dataKeyId: key.handle.id,
      whoSealed: seal(key.handle, whoPlace(filing.id), who),
      verbatimSealed: seal(key.handle, verbatimPlace(filing.id), requests),
      asReceivedSealed: asReceived ? seal(key.handle, asReceivedPlace(filing.id), asReceived) : null,
      emailIndex: email,
    },
    index: [
      ...(email ? [{ hash: email, kind: "email" }] : []),
      ...words.map((hash) => ({ hash, kind: "word" })),
    ].map((entry) => ({
      ...entry,
      controllerId: filing.controllerId,
      filingId: filing.id,
      keyVersion: INDEX_VERSION,
    })),
  };
}

export async function filingById(controllerId: string, id: string, tx: Tx = db()): Promise<Filing | null> {
  const found = await row(tx, controllerId, id);
  return found && toFiling(found);
}

const CONTACTS_AT_ONCE = 500;

/** Somebody who can be written to: the address was confirmed and the filing's key still opens it. */
export type Contact = { readonly who: Who; readonly language: Language; readonly receivedOn: IsoDate };

/** Everybody with a confirmed address who ever asked a controller, oldest first, a batch at a time. */
export async function* confirmedContacts(controllerId: string): AsyncGenerator<readonly Contact[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await db().filing.findMany({
      where: { controllerId, confirmedAt: { not: null } },
      orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
      take: CONTACTS_AT_ONCE,
      ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    });
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const keys = await loadDataKeys(
      db(),
      rows.map((each) => each.dataKeyId),
    );
    yield rows.flatMap((each) => {
      const key = keys.get(each.dataKeyId);
      const { language, receivedOn } = toFiling(each);
      return key ? [{ who: openWho(key, each), language, receivedOn }] : [];
    });
  }
}

export async function filingByKey(controllerId: string, idempotencyKey: string): Promise<Filing | null> {
  const found = await db().filing.findUnique({
    where: { controllerId_idempotencyKey: { controllerId, idempotencyKey } },
  });
  return found && toFiling(found);
}

/** Takes the filing's row until commit and returns it, or null: after its requests, where a command takes both. */
export async function lockFiling(tx: Tx, controllerId: string, id: string): Promise<Filing | null> {
  await tx.$queryRaw`select 1 from "Filing" where "controllerId" = ${controllerId}::uuid and "id" = ${id}::uuid for no key update`;
  return filingById(controllerId, id, tx);
}

export function openWho(handle: DataKeyHandle, filing: { id: string; whoSealed: Uint8Array }): Who {
  const who = open<Who>(handle, whoPlace(filing.id), filing.whoSealed);
  // Filings from before there were postal requesters do not have these.
  return { ...who, postalAddress: who.postalAddress ?? "", phone: who.phone ?? "" };
}

/** What staff entered besides; null for what came through the form. */
export function openAsReceived(
  handle: DataKeyHandle,
  filing: { id: string; asReceivedSealed: Uint8Array | null },
): AsReceived | null {
  if (!filing.asReceivedSealed) return null;
  return open<AsReceived>(handle, asReceivedPlace(filing.id), filing.asReceivedSealed);
}

/** What was asked, word for word as filed. */
export function openVerbatim(
  handle: DataKeyHandle,
  filing: { id: string; verbatimSealed: Uint8Array },
): Details[] {
  return open<Details[]>(handle, verbatimPlace(filing.id), filing.verbatimSealed);
}

/** Gives a filing another address: sealed and indexed anew, not confirmed, never reminded. */
export async function redirectFiling(
  tx: Tx,
  handle: DataKeyHandle,
  { controllerId, id }: Filing,
  who: Who,
): Promise<void> {
  const email = emailIndex(controllerId, who.email);
  await tx.filing.update({
    where: { controllerId_id: { controllerId, id } },
    data: {
      whoSealed: seal(handle, whoPlace(id), who),
      emailIndex: email,
      confirmedAt: null,
      confirmedHow: null,
      confirmedBy: null,
      remindedAt: null,
    },
  });
  const entry = { controllerId, filingId: id, hash: email };
  await tx.personIndex.deleteMany({ where: { controllerId, filingId: id, kind: "email" } });
  await tx.personIndex.create({ data: { ...entry, kind: "email", keyVersion: INDEX_VERSION } });
}

export async function markConfirmed(tx: Tx, controllerId: string, id: string, at: Date): Promise<void> {
  await tx.filing.update({ where: { controllerId_id: { controllerId, id } }, data: { confirmedAt: at } });
}

/** A postal address counts as confirmed from now on, because somebody of the staff made sure of it. */
export async function markVerified(
  tx: Tx,
  { controllerId, id }: Pick<Filing, "controllerId" | "id">,
  verified: { readonly at: Date; readonly how: VerifiedHow; readonly by: string },
): Promise<void> {
  const data = { confirmedAt: verified.at, confirmedHow: verified.how, confirmedBy: verified.by };
  await tx.filing.update({ where: { controllerId_id: { controllerId, id } }, data });
}

export async function markReminded(tx: Tx, controllerId: string, id: string, at: Date): Promise<void> {
  await tx.filing.update({ where: { controllerId_id: { controllerId, id } }, data: { remindedAt: at } });
}

/** Filings of any controller, unconfirmed for so many days, never reminded, with something still open. */
export async function filingsToRemind(
  days: number,
): Promise<readonly { controllerId: string; id: string }[]> {
  return db().$queryRaw<{ controllerId: string; id: string }[]>`
    select f."controllerId", f."id" from "Filing" f
    where f."confirmedAt" is null and f."remindedAt" is null and f."emailIndex" is not null
      and f."receivedAt" <= now() - make_interval(days => ${days}::int)
      and exists (select 1 from "RightsRequest" r where r."controllerId" = f."controllerId"
                  and r."filingId" = f."id" and r."state" = 'open')
    order by f."receivedAt" limit 50`;
}
