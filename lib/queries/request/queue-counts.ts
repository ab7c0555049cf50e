import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { type QueueCounts, queueCounts } from "@/lib/db/queue";
import { onlyAssigned } from "@/lib/domain/access/access";
import { localDate } from "@/lib/domain/clock/dates";

export type { QueueCounts };

/**
 * How many requests each view of the queue has; one more than COUNTED means more than COUNTED.
 * @throws Refused not_signed_in, not_allowed
 */
export async function countQueue(ctx: Ctx): Promise<QueueCounts> {
  const staff = authoriseStaff(ctx, "queue.read");
  return queueCounts({
    controllerId: ctx.controller.id,
    today: localDate(ctx.now().toISOString(), ctx.controller.settings.zone),
    staffId: staff.staffId,
    onlyAssigned: onlyAssigned(staff.roles),
  });
}
