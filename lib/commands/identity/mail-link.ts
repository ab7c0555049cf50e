import { z } from "zod";
import { freshLinkMail, TEMPLATE } from "@/emails/fresh-link";
import { throttle } from "@/lib/commands/access/throttle";
import { authoriseAnybody, type InstallationCtx } from "@/lib/commands/context";
import { requesterMail } from "@/lib/commands/notice/sender";
import { heldUntil } from "@/lib/commands/notice/throttle";
import { controllerById } from "@/lib/db/controller";
import { loadDataKey } from "@/lib/db/data-key";
import { lockFiling, openWho } from "@/lib/db/filing";
import { LINK_HOURS, makeLink, saveLink, supersedeLinks } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { emailIndex } from "@/lib/db/person-index";
import { controllerOfReference } from "@/lib/db/request";
import { quietly, transact } from "@/lib/db/transact";
import { formatReference, readReference } from "@/lib/domain/intake/reference";
import { parse } from "@/lib/schemas/parse";
import { emailAddress, line } from "@/lib/schemas/text";

const input = z.strictObject({ reference: line(40).min(1), email: emailAddress });

/**
 * Mails a fresh link to the address of a filing, if reference and address belong together. The answer
 * is the same for everybody, so nobody learns who filed what.
 * @throws Refused bad_input, too_many
 */
export async function mailFreshLink(ctx: InstallationCtx, typed: unknown): Promise<void> {
  authoriseAnybody(ctx);
  const began = performance.now();
  try {
    await mailIfKnown(ctx, typed);
  } finally {
    const took = performance.now() - began;
    await new Promise((done) => setTimeout(done, Math.ceil(took / SAME_TIME_MS) * SAME_TIME_MS - took));
  }
}

/**
 * Longer than mailing takes, so that the time of the answer does not tell a known pair from an unknown one; where the
 * database is slow, the next multiple of it.
 */
const SAME_TIME_MS = 150;

async function mailIfKnown(ctx: InstallationCtx, typed: unknown): Promise<void> {
  await throttle(ctx, "link-peer", { points: 10, seconds: 600 });
  const { reference, email } = parse(input, typed);
  const stored = readReference(reference);
  const found = stored && (await controllerOfReference(stored));
  const controller = found && (await controllerById(found.controllerId));
  if (!controller) return;
  const index = emailIndex(controller.id, email);
  const key = await quietly(async (tx) => {
    const filing = await lockFiling(tx, controller.id, found.filingId);
    if (!filing) return null;
    const handle = await loadDataKey(tx, filing.dataKeyId);
    return openWho(handle, filing).email.toLowerCase() === email.toLowerCase() ? { handle, filing } : null;
  });
  if (!key || (await heldUntil({ ...ctx, controller }, index))) return;

  const link = makeLink("open");
  const content = freshLinkMail({
    ...(await requesterMail({ ...ctx, controller }, key.filing.language)),
    reference: formatReference(stored),
    openUrl: `${ctx.baseUrl}/c/${link.token}`,
    linkHours: LINK_HOURS.open,
  });
  await transact({ ...ctx, controller }, async ({ tx, audit }) => {
    await supersedeLinks(tx, { controllerId: controller.id, filingId: key.filing.id });
    await saveLink(tx, link, { controllerId: controller.id, filingId: key.filing.id });
    await oweNotice(tx, {
      controllerId: controller.id,
      to: { filingId: key.filing.id },
      kind: "fresh_link",
      template: TEMPLATE,
      content,
      at: ctx.now(),
      dataKey: key.handle,
    });
    audit({ type: "link.mailed", subject: key.filing.id });
  });
}
