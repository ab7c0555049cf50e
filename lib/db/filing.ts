import type { Channel, Details, Who } from "@/lib/domain/intake/filing";
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
  readonly confirmedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly dataKeyId: string;
  readonly bodyHash: Uint8Array;
  readonly settingsVersion: number;
  readonly whoSealed: Uint8Array;
  readonly verbatimSealed: Uint8Array;
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
  };
}

const whoPlace = (id: string): Place => ({ table: "Filing", column: "whoSealed", row: id });
const verbatimPlace = (id: string): Place => ({ table: "Filing", column: "verbatimSealed", row: id });

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
};

/** The rows of a new filing: its data key, the sealed row itself, and the keyed index of who asked. */
export function filingRows(filing: NewFiling) {
  const key = makeDataKey("filing", filing.id, filing.controllerId, filing.recordedAt);
  const { who, requests, ...clear } = filing;
  const names = [...nameWords(who.name), ...nameWords(who.subjectName)];
  const email = emailIndex(filing.controllerId, who.email);
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
      emailIndex: email,
    },
    index: [{ hash: email, kind: "email" }, ...words.map((hash) => ({ hash, kind: "word" }))].map(
      (entry) => ({
        ...entry,
        controllerId: filing.controllerId,
        filingId: filing.id,
        keyVersion: INDEX_VERSION,
      }),
    ),
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

/** Takes the filing's row until commit and returns it, or null. */
export async function lockFiling(tx: Tx, controllerId: string, id: string): Promise<Filing | null> {
  await tx.$queryRaw`select 1 from "Filing" where "controllerId" = ${controllerId}::uuid and "id" = ${id}::uuid for update`;
  return filingById(controllerId, id, tx);
}

export function openWho(handle: DataKeyHandle, filing: { id: string; whoSealed: Uint8Array }): Who {
  return open<Who>(handle, whoPlace(filing.id), filing.whoSealed);
}

/** What was asked, word for word as filed. */
export function openVerbatim(
  handle: DataKeyHandle,
  filing: { id: string; verbatimSealed: Uint8Array },
): Details[] {
  return open<Details[]>(handle, verbatimPlace(filing.id), filing.verbatimSealed);
}

export async function markConfirmed(tx: Tx, controllerId: string, id: string, at: Date): Promise<void> {
  await tx.filing.update({ where: { controllerId_id: { controllerId, id } }, data: { confirmedAt: at } });
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
    where f."confirmedAt" is null and f."remindedAt" is null
      and f."receivedAt" <= now() - make_interval(days => ${days}::int)
      and exists (select 1 from "RightsRequest" r where r."controllerId" = f."controllerId"
                  and r."filingId" = f."id" and r."state" = 'open')
    order by f."receivedAt" limit 50`;
}
