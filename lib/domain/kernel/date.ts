/** A calendar date without time or zone, "2026-12-24". Sorts as text. */
export type IsoDate = string & { readonly __isoDate: unique symbol };

/** An instant in UTC, "2026-12-24T08:30:00.000Z". */
export type IsoInstant = string & { readonly __isoInstant: unique symbol };
