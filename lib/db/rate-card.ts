import type { Currency, RateLine } from "@/lib/domain/fee/amount";
import { db, type Tx } from "./client";

/** What a controller charges administrative cost at; a version is only followed by another. */
export type RateCard = {
  readonly version: number;
  readonly currency: Currency;
  readonly lines: readonly RateLine[];
  readonly createdAt: Date;
  /** "staff:<id>". */
  readonly createdBy: string;
};

/** The versions of a controller's rate card, newest first. */
export async function rateCards(controllerId: string, count: number, tx: Tx = db()): Promise<RateCard[]> {
  const rows = await tx.feeRateCard.findMany({
    where: { controllerId },
    orderBy: { version: "desc" },
    take: count,
  });
  return rows.map(({ version, currency, lines, createdAt, createdBy }) => ({
    version,
    currency: currency as Currency,
    lines: lines as unknown as readonly RateLine[],
    createdAt,
    createdBy,
  }));
}

export async function addRateCard(tx: Tx, controllerId: string, card: RateCard): Promise<void> {
  await tx.feeRateCard.create({ data: { ...card, controllerId, lines: card.lines as object[] } });
}
