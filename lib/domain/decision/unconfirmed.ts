/** Days for which the link works that confirms an address. */
export const CONFIRM_DAYS = 14;
/** Days within which somebody who gets letters can show that the address is theirs. Our choice. */
export const POSTAL_DAYS = 21;

const DAY = 86_400_000;

/**
 * From when a request may be closed because its address was never confirmed (GDPR Art. 12(2), 12(6)): not before it
 * could have been. By mail the reminder has to have left and its link to have run out.
 * @returns an instant, or null while the reminder has not left
 */
export function closableFrom(filing: {
  readonly byPost: boolean;
  readonly recordedAt: Date;
  readonly remindedAt: Date | null;
}): Date | null {
  if (filing.byPost) return new Date(filing.recordedAt.getTime() + POSTAL_DAYS * DAY);
  return filing.remindedAt && new Date(filing.remindedAt.getTime() + CONFIRM_DAYS * DAY);
}

/** Whether that instant has come. */
export function isClosable(filing: Parameters<typeof closableFrom>[0], now: Date): boolean {
  const from = closableFrom(filing);
  return from !== null && from <= now;
}
