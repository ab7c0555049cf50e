import { randomUUID } from "node:crypto";
import type { CostLine, Currency } from "@/lib/domain/fee/amount";
import { type FeeState, STANDING_FEE, UNPAID_FEE } from "@/lib/domain/fee/fee";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Letter } from "@/lib/domain/notice/letter";
import { db, type Tx } from "./client";
import { fromDateColumn, toDateColumn } from "./dates";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

/** A fee as its requester was told of it, without what is sealed in it. */
export type Fee = {
  readonly id: string;
  readonly requestId: string;
  readonly assessmentId: string;
  readonly noticeId: string;
  readonly state: FeeState;
  readonly profile: string;
  readonly currency: Currency;
  readonly cardVersion: number;
  readonly lines: readonly CostLine[];
  readonly totalMinor: number;
  readonly answerBy: IsoDate;
  readonly letterSealed: Uint8Array;
  readonly noticedBy: string;
  readonly noticedAt: Date;
  readonly effectiveAt: Date | null;
  readonly chosenAt: Date | null;
  readonly endedAt: Date | null;
};

type Of = { readonly controllerId: string; readonly requestId: string };

const letterPlace = (id: string): Place => ({ table: "Fee", column: "letterSealed", row: id });

type Row = NonNullable<Awaited<ReturnType<typeof row>>>;

async function row(tx: Tx, controllerId: string, id: string) {
  return tx.fee.findUnique({ where: { controllerId_id: { controllerId, id } } });
}

function toFee(found: Row): Fee {
  return {
    ...found,
    state: found.state as FeeState,
    currency: found.currency as Currency,
    lines: found.lines as unknown as readonly CostLine[],
    totalMinor: Number(found.totalMinor),
    answerBy: fromDateColumn(found.answerBy),
  };
}

/** Keeps a fee that waits for its notice. Returns the commitment to its letter. */
export async function addFee(
  tx: Tx,
  handle: DataKeyHandle,
  fee: Of &
    Pick<
      Fee,
      | "id"
      | "assessmentId"
      | "noticeId"
      | "profile"
      | "currency"
      | "cardVersion"
      | "lines"
      | "totalMinor"
      | "answerBy"
      | "noticedBy"
      | "noticedAt"
    > & { readonly letter: Letter },
): Promise<string> {
  const { letter, ...clear } = fee;
  await tx.fee.create({
    data: {
      ...clear,
      state: "pending" satisfies FeeState,
      lines: fee.lines as unknown as object[],
      answerBy: toDateColumn(fee.answerBy),
      letterSealed: seal(handle, letterPlace(fee.id), letter),
      letterTemplate: letter.template.name,
      letterVersion: letter.template.version,
    },
  });
  return commitment(handle, letterPlace(fee.id), JSON.stringify(letter));
}

/** Every fee a request ever had, oldest first. */
export async function feesOf({ controllerId, requestId }: Of, tx: Tx = db()): Promise<Fee[]> {
  const rows = await tx.fee.findMany({
    where: { controllerId, requestId },
    orderBy: { noticedAt: "asc" },
  });
  return rows.map(toFee);
}

/** The fee that does something to the request now, or null. */
export async function standingFee(of: Of, tx: Tx = db()): Promise<Fee | null> {
  return (await feesOf(of, tx)).find(({ state }) => STANDING_FEE.includes(state)) ?? null;
}

export async function feeById(controllerId: string, id: string, tx: Tx = db()): Promise<Fee | null> {
  const found = await row(tx, controllerId, id);
  return found && toFee(found);
}

export async function feeOfNotice(controllerId: string, noticeId: string, tx: Tx): Promise<Fee | null> {
  const found = await tx.fee.findFirst({ where: { controllerId, noticeId } });
  return found && toFee(found);
}

export function openFeeLetter(handle: DataKeyHandle, fee: Fee): Letter {
  return open<Letter>(handle, letterPlace(fee.id), fee.letterSealed);
}

export async function saveFee(
  tx: Tx,
  of: { readonly controllerId: string; readonly id: string },
  change: Partial<Pick<Fee, "state" | "answerBy" | "effectiveAt" | "chosenAt" | "endedAt">>,
): Promise<void> {
  const { answerBy, ...rest } = change;
  const data = { ...rest, ...(answerBy ? { answerBy: toDateColumn(answerBy) } : {}) };
  await tx.fee.update({ where: { controllerId_id: { controllerId: of.controllerId, id: of.id } }, data });
}

/** Fees whose day to answer may have passed; the controller's own calendar date decides. */
export async function feesToCheck(
  before: Date,
  tx: Tx = db(),
): Promise<readonly { readonly controllerId: string; readonly id: string; readonly requestId: string }[]> {
  return tx.fee.findMany({
    where: { state: "open", answerBy: { lt: before } },
    select: { controllerId: true, id: true, requestId: true },
    orderBy: { answerBy: "asc" },
    take: 200,
  });
}

/** How many fees of requests that have not ended stand at a controller, and how many of them are paid. */
export async function standingFees(
  controllerId: string,
): Promise<{ readonly standing: number; readonly paid: number }> {
  const rows = await db().$queryRaw<{ state: string }[]>`
    select f."state" from "Fee" f
    join "RightsRequest" r on r."controllerId" = f."controllerId" and r."id" = f."requestId"
    where f."controllerId" = ${controllerId}::uuid and f."state" = any(${[...STANDING_FEE]}) and r."closedAt" is null`;
  return { standing: rows.length, paid: rows.filter(({ state }) => state === "paid").length };
}

/** Fees that are asked for and not paid at controllers that charge nothing any more; so many at once, the oldest first. */
export async function feesSwitchedOff(
  take: number,
): Promise<readonly { readonly controllerId: string; readonly id: string; readonly requestId: string }[]> {
  return db().$queryRaw`
    select f."controllerId", f."id", f."requestId" from "Fee" f
    join "Controller" c on c."id" = f."controllerId"
    join "ControllerSettings" s on s."controllerId" = c."id" and s."version" = c."settingsVersion"
    where f."state" = any(${UNPAID_FEE}) and s."settings" ->> 'feeEnabled' = 'false'
    order by f."noticedAt" limit ${take}`;
}

/** A new id for a fee, known before its letter is made. */
export function newFeeId(): string {
  return randomUUID();
}
