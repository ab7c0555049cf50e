import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/**
 * The one guard before an answer, a file or a personal detail leaves: the address was confirmed by a
 * link that was mailed to it. Every path that shows or sends one of these asks here.
 */
export function mayRelease(filing: {
  readonly confirmedAt: Date | null;
}): Result<true, "address_not_confirmed"> {
  return filing.confirmedAt ? ok(true) : refuse("address_not_confirmed");
}
