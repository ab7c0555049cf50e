import type { Tx } from "@/lib/db/client";
import type { Filing } from "@/lib/db/filing";
import { releaseFacts } from "@/lib/db/release";
import { questionGaps } from "@/lib/domain/delivery/letter-gate";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Refuses a question that whoever it asks could not read.
 * @throws Refused not_releasable
 */
export async function mayReadQuestion(filing: Filing, requestId: string, tx?: Tx): Promise<void> {
  const gaps = questionGaps(await releaseFacts(filing, requestId, tx), filing.byPost);
  if (gaps.length > 0) throw new Refused({ code: "not_releasable", missing: gaps });
}
