import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { referencesOf } from "@/lib/db/request";
import { countSuppressions, suppressionsOf } from "@/lib/db/suppression";
import type { IsoInstant } from "@/lib/domain/kernel/date";

/** So many of the newest entries are listed; the whole list is in the export. */
const LISTED = 50;

/** An entry as the page lists it: from which request, since when. The address is in the export alone, which is logged. */
export type SuppressionLine = { readonly reference: string | null; readonly since: IsoInstant };

/**
 * Who objected to direct marketing (GDPR Art. 21(3)): how many, and the newest.
 * @throws Refused not_signed_in, not_allowed
 */
export async function suppressions(
  ctx: Ctx,
): Promise<{ readonly total: number; readonly lines: readonly SuppressionLine[]; readonly zone: string }> {
  authoriseStaff(ctx, "suppression.read");
  const { id, settings } = ctx.controller;
  const newest = await suppressionsOf(id, { take: LISTED });
  const references = await referencesOf(
    id,
    newest.map(({ requestId }) => requestId),
  );
  return {
    total: await countSuppressions(id),
    zone: settings.zone,
    lines: newest.map(({ requestId, createdAt }) => ({
      reference: references.get(requestId) ?? null,
      since: createdAt.toISOString() as IsoInstant,
    })),
  };
}
