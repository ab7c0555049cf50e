import type { Clock } from "@/lib/domain/clock/types";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";

/** What the person gets at once: references, the instant of receipt, each last day and why. */
export type Receipt = {
  readonly filingId: string;
  readonly language: Language;
  readonly receivedAt: IsoInstant;
  readonly zone: string;
  readonly confirmed: boolean;
  readonly requests: readonly ReceiptRequest[];
};

export type ReceiptRequest = {
  readonly reference: string;
  readonly right: Right;
  readonly clock: Clock;
  /** The day that was told and is kept; null where something is done at once instead. */
  readonly promisedOn: IsoDate | null;
};

/** The receipt of a filing for its requests. */
export function receiptOfRequests(
  filing: {
    readonly id: string;
    readonly language: Language;
    readonly receivedAt: Date;
    readonly zone: string;
    readonly confirmedAt: Date | null;
  },
  requests: readonly ReceiptRequest[],
): Receipt {
  return {
    filingId: filing.id,
    language: filing.language,
    receivedAt: filing.receivedAt.toISOString() as IsoInstant,
    zone: filing.zone,
    confirmed: filing.confirmedAt !== null,
    requests,
  };
}
