import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { newestRuns } from "@/lib/db/clock-run";
import { may } from "@/lib/domain/access/access";
import type { IsoInstant } from "@/lib/domain/kernel/date";

const DAY = 86_400_000;
/** So long the desk is reminded that dates moved. */
const NEWS_DAYS = 7;

/** The last recomputation that gave open requests other dates. */
export type MovedDates = { readonly runId: string; readonly moved: number; readonly at: IsoInstant };

/**
 * What of the last days gave open requests other dates; null where nothing did, or the reader may not see the list.
 * @throws Refused not_signed_in, not_allowed
 */
export async function movedDates(ctx: Ctx): Promise<MovedDates | null> {
  const { roles } = authoriseStaff(ctx, "queue.read");
  if (!may(roles, "settings.read")) return null;
  const [run] = await newestRuns(ctx.controller.id, 1);
  if (!run?.finishedAt || run.moved === 0) return null;
  const at = run.finishedAt;
  if (ctx.now().getTime() - at.getTime() > NEWS_DAYS * DAY) return null;
  return { runId: run.id, moved: run.moved, at: at.toISOString() as IsoInstant };
}
