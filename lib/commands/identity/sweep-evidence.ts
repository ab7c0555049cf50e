import { authoriseSystem, type InstallationCtx } from "@/lib/commands/context";
import { endAuthorityEvidence, endIdentityEvidence } from "@/lib/commands/identity/end-evidence";
import { controllerById } from "@/lib/db/controller";
import { oldEvidence } from "@/lib/db/identity-check";
import { NothingToDo, orNothing, transact } from "@/lib/db/transact";
import { EVIDENCE_DAYS } from "@/lib/domain/identity/check";

const DAY = 86_400_000;

/** Deletes evidence of identity and authority that came thirty days ago or earlier, whatever became of the check. */
export async function sweepEvidence(ctx: InstallationCtx): Promise<void> {
  authoriseSystem(ctx);
  const at = ctx.now();
  for (const { controllerId, requestId, filingId } of await oldEvidence(
    new Date(at.getTime() - EVIDENCE_DAYS * DAY),
  )) {
    const controller = await controllerById(controllerId);
    if (!controller) continue;
    const swept = transact({ ...ctx, controller }, async ({ tx, audit }) => {
      const work = { tx, audit };
      const identity =
        requestId !== null && (await endIdentityEvidence(work, { controllerId, requestId, at, why: "time" }));
      const authority =
        filingId !== null && (await endAuthorityEvidence(work, { controllerId, filingId, at, why: "time" }));
      if (!identity && !authority) throw new NothingToDo();
    });
    await orNothing(swept);
  }
}
