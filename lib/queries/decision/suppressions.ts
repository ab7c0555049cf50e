import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { referencesOf } from "@/lib/db/request";
import { staffNames } from "@/lib/db/staff";
import { countSuppressions, type Suppression, suppressionsOf, type Wish } from "@/lib/db/suppression";
import { may } from "@/lib/domain/access/access";
import { localDate } from "@/lib/domain/clock/dates";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";

/** So many of the newest entries are listed; the whole list is in the export. */
const LISTED = 50;

/** An entry as the page lists it: from which request, since when. The address is in the export alone, which is logged. */
export type SuppressionLine = { readonly reference: string | null; readonly since: IsoInstant };

/** An entry that was lifted: when and by whom, and the wish of the person, whose words name no address. */
export type LiftedLine = SuppressionLine & {
  readonly at: IsoInstant;
  readonly by: string;
  readonly wish: Wish | null;
};

/**
 * Who objected to direct marketing (GDPR Art. 21(3)): how many, and the newest.
 * @throws Refused not_signed_in, not_allowed
 */
export async function suppressions(ctx: Ctx): Promise<{
  readonly total: number;
  readonly lines: readonly SuppressionLine[];
  readonly lifted: readonly LiftedLine[];
  readonly mayLift: boolean;
  readonly today: IsoDate;
  readonly zone: string;
}> {
  const { roles } = authoriseStaff(ctx, "suppression.read");
  const { id, settings } = ctx.controller;
  const newest = await suppressionsOf(id, { take: LISTED });
  const off = await suppressionsOf(id, { take: LISTED, lifted: true });
  const references = await referencesOf(
    id,
    [...newest, ...off].map(({ requestId }) => requestId),
  );
  const names = await staffNames(off.map(({ lifted }) => staffId(lifted?.by)));
  const line = ({ requestId, createdAt }: Suppression) => ({
    reference: references.get(requestId) ?? null,
    since: createdAt.toISOString() as IsoInstant,
  });
  return {
    mayLift: may(roles, "suppression.lift"),
    today: localDate(ctx.now().toISOString(), settings.zone),
    total: await countSuppressions(id),
    zone: settings.zone,
    lines: newest.map(line),
    lifted: off.flatMap((entry) =>
      entry.lifted
        ? [
            {
              ...line(entry),
              at: entry.lifted.at.toISOString() as IsoInstant,
              by: names.get(staffId(entry.lifted.by)) ?? "",
              wish: entry.lifted.wish,
            },
          ]
        : [],
    ),
  };
}

function staffId(actor = ""): string {
  return actor.split(":")[1] ?? "";
}
