import { authoriseAnybody, type Ctx } from "@/lib/commands/context";
import { mailFreshLink } from "@/lib/commands/identity/mail-link";
import { draftByToken } from "@/lib/db/draft";
import { requestsOfFiling } from "@/lib/db/request";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Mails another link to the address of a form that was sent from this browser.
 * @param token of the draft cookie, if there is one
 * @throws Refused draft_gone (a day has passed, or nothing was sent), too_many
 */
export async function mailLinkAgain(ctx: Ctx, token: string | null): Promise<void> {
  authoriseAnybody(ctx);
  const draft = token === null ? null : await draftByToken(ctx.controller.id, token);
  const [request] = draft?.filingId ? await requestsOfFiling(ctx.controller.id, draft.filingId) : [];
  const email = draft?.answers.sentTo;
  if (!request || !email) throw new Refused({ code: "draft_gone" });
  await mailFreshLink(ctx, { reference: request.reference, email });
}
