import { throttle } from "@/lib/commands/access/throttle";
import { authoriseAnybody, type InstallationCtx } from "@/lib/commands/context";
import { lockClosings, recallClosings } from "@/lib/commands/decision/recall-closings";
import { controllerById } from "@/lib/db/controller";
import { lockFiling, markConfirmed } from "@/lib/db/filing";
import { linkByToken, spendLink } from "@/lib/db/link";
import { openRequesterSession } from "@/lib/db/requester-session";
import { transact } from "@/lib/db/transact";
import { linkRefusal } from "@/lib/domain/identity/link";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Spends a mailed link: proves that the address works (contact, not identity) and opens a session of
 * 30 minutes for its filing; what was to close it as never confirmed is taken back. The session's token goes into a cookie and nowhere else.
 * @throws Refused link_unknown, link_used, link_expired, link_superseded, too_many
 */
export async function useLink(
  ctx: InstallationCtx,
  token: string,
): Promise<{ readonly sessionToken: string; readonly controllerSlug: string }> {
  authoriseAnybody(ctx);
  await throttle(ctx, "use-link-peer", { points: 60, seconds: 600 });
  const link = await linkByToken(token);
  const controller = link && (await controllerById(link.controllerId));
  if (!link || !controller) throw new Refused({ code: "link_unknown" });
  const refusal = linkRefusal(link);
  if (refusal) throw new Refused({ code: `link_${refusal}` });

  const by = { ...ctx, controller, actor: { kind: "requester", filingId: link.filingId } } as const;
  return transact(by, async (work) => {
    const { tx, audit } = work;
    const closings = await lockClosings(by, work, link.filingId);
    const filing = await lockFiling(tx, controller.id, link.filingId);
    if (!filing || !(await spendLink(tx, link.id))) throw new Refused({ code: "link_used" });
    if (!filing.confirmedAt) {
      await markConfirmed(tx, controller.id, filing.id, ctx.now());
      audit({ type: "filing.confirmed", subject: filing.id });
      await recallClosings(work, closings);
    }
    const sessionToken = await openRequesterSession(tx, controller.id, filing.id);
    audit({ type: "requester.session_opened", subject: filing.id, facts: { link: link.purpose } });
    return { sessionToken, controllerSlug: controller.slug };
  });
}
