import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { fromDateColumn } from "@/lib/db/dates";
import { openStops } from "@/lib/db/task";
import { onlyAssigned } from "@/lib/domain/access/access";
import { localDate } from "@/lib/domain/clock/dates";
import { daysLeft } from "@/lib/domain/clock/days-left";
import type { TaskKind } from "@/lib/domain/decision/task";
import type { IsoDate } from "@/lib/domain/kernel/date";

/** So many stops are listed on top of the queue; the rest are in the view of tasks. */
const LISTED = 5;

export type StopLine = {
  readonly reference: string;
  readonly kind: TaskKind;
  readonly dueOn: IsoDate;
  readonly daysLeft: number;
};

/**
 * What has to stop now and has not been proven to have stopped, first due first.
 * @throws Refused not_signed_in, not_allowed
 */
export async function stops(
  ctx: Ctx,
): Promise<{ readonly lines: readonly StopLine[]; readonly more: boolean }> {
  const staff = authoriseStaff(ctx, "queue.read");
  const today = localDate(ctx.now().toISOString(), ctx.controller.settings.zone);
  const of = {
    controllerId: ctx.controller.id,
    staffId: staff.staffId,
    onlyAssigned: onlyAssigned(staff.roles),
  };
  const rows = await openStops(of, LISTED + 1);
  const lines = rows.slice(0, LISTED).map(({ reference, kind, dueOn }) => {
    const on = fromDateColumn(dueOn);
    return { reference, kind, dueOn: on, daysLeft: daysLeft(today, on) };
  });
  return { lines, more: rows.length > LISTED };
}
