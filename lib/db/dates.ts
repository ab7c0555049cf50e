import type { IsoDate } from "@/lib/domain/kernel/date";

/** A `date` column's value from a calendar date: midnight UTC, as Prisma wants it. */
export function toDateColumn(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function fromDateColumn(value: Date): IsoDate {
  return value.toISOString().slice(0, 10) as IsoDate;
}

export function toDateOrNull(date: IsoDate | null): Date | null {
  return date ? toDateColumn(date) : null;
}

export function fromDateOrNull(value: Date | null): IsoDate | null {
  return value ? fromDateColumn(value) : null;
}
