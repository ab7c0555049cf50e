import type { Tx } from "@/lib/db/client";
import { takeOpenFrom } from "@/lib/db/request";
import { takeTasksFrom } from "@/lib/db/task";
import type { Work } from "@/lib/db/transact";

/**
 * What somebody who can work no more requests at a controller still had, requests and tasks, goes back to everybody, each with its line in
 * that controller's log: nothing waits for a person who is not there.
 */
export async function releaseRequests(
  tx: Tx,
  audit: Work["audit"],
  { controllerId, staffId }: { readonly controllerId: string; readonly staffId: string },
): Promise<void> {
  for (const request of await takeOpenFrom(tx, controllerId, staffId)) {
    audit({ type: "request.assigned", request, facts: { from: staffId, to: null } }, controllerId);
  }
  for (const { id, requestId, kind } of await takeTasksFrom(tx, controllerId, staffId)) {
    const facts = { task: kind, from: staffId, to: null };
    audit({ type: "task.assigned", subject: id, request: requestId, facts }, controllerId);
  }
}
