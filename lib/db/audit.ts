import type { AuditEventType } from "@/lib/domain/audit/events";
import { db } from "./client";

/** Which of some requests have an event of a type already. */
export async function requestsWithEvent(
  chainId: string,
  requestIds: readonly string[],
  type: AuditEventType,
): Promise<ReadonlySet<string>> {
  const rows = await db().auditEvent.findMany({
    where: { chainId, type, requestId: { in: [...requestIds] } },
    select: { requestId: true },
  });
  return new Set(rows.flatMap((row) => row.requestId ?? []));
}
