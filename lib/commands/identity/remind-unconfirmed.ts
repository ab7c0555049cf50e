import { confirmationReminderMail, TEMPLATE } from "@/emails/confirmation-reminder";
import { authoriseSystem, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import { requesterMail } from "@/lib/commands/notice/sender";
import { heldUntil } from "@/lib/commands/notice/throttle";
import { controllerById } from "@/lib/db/controller";
import { loadDataKey } from "@/lib/db/data-key";
import { filingsToRemind, lockFiling, markReminded, openWho } from "@/lib/db/filing";
import { LINK_HOURS, makeLink, saveLink, supersedeLinks } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { emailIndex } from "@/lib/db/person-index";
import { requestsOfFiling } from "@/lib/db/request";
import { NothingToDo, orNothing, transact } from "@/lib/db/transact";
import { formatReference } from "@/lib/domain/intake/reference";

/** After how many days an address that was not confirmed is reminded, once. */
const REMIND_AFTER_DAYS = 3;

/** Reminds every filing whose address was not confirmed and that still has an open request: once, ever. */
export async function remindUnconfirmed(ctx: InstallationCtx): Promise<void> {
  authoriseSystem(ctx);
  for (const { controllerId, id } of await filingsToRemind(REMIND_AFTER_DAYS)) {
    const controller = await controllerById(controllerId);
    if (controller) await remindFiling({ ...ctx, controller }, id);
  }
}

/** Reminds one filing, with a fresh link; does nothing if it was reminded, is confirmed or has nothing open. */
export async function remindFiling(ctx: Ctx, filingId: string): Promise<void> {
  authoriseSystem(ctx);
  const { controller } = ctx;
  const link = makeLink("confirm");
  const reminded = transact(ctx, async ({ tx, audit }) => {
    const filing = await lockFiling(tx, controller.id, filingId);
    if (!filing || filing.confirmedAt || filing.remindedAt) throw new NothingToDo();
    const open = (await requestsOfFiling(controller.id, filingId, tx)).filter((r) => r.state === "open");
    const dataKey = await loadDataKey(tx, filing.dataKeyId);
    const held = await heldUntil(ctx, emailIndex(controller.id, openWho(dataKey, filing).email));
    const [first, ...rest] = open.map((request) => formatReference(request.reference));
    if (!first) throw new NothingToDo();
    const content = confirmationReminderMail({
      ...(await requesterMail(ctx, filing.language)),
      references: [first, ...rest],
      confirmUrl: `${ctx.baseUrl}/c/${link.token}`,
      linkHours: LINK_HOURS.confirm,
    });
    await supersedeLinks(tx, { controllerId: controller.id, filingId });
    await saveLink(tx, link, { controllerId: controller.id, filingId });
    await oweNotice(tx, {
      controllerId: controller.id,
      to: { filingId },
      kind: "confirmation_reminder",
      template: TEMPLATE,
      content,
      at: ctx.now(),
      dataKey,
      ...(held ? { heldUntil: held } : {}),
    });
    await markReminded(tx, controller.id, filingId, ctx.now());
    audit({ type: "filing.reminded", subject: filingId });
  });
  await orNothing(reminded);
}
