import type { Ctx } from "@/lib/commands/context";
import { endAuthorityEvidence } from "@/lib/commands/identity/end-evidence";
import { takeBack } from "@/lib/commands/notice/take-back";
import { addresseeOf } from "@/lib/db/addressee";
import { directOfNotice, settleDirect } from "@/lib/db/authority-check";
import { loadDataKey } from "@/lib/db/data-key";
import { lockFiling, openWho, redirectFiling } from "@/lib/db/filing";
import { linkOf, saveLink, supersedeLinks } from "@/lib/db/link";
import { lockNotice, type Notice, recallNotice, unsentOfFiling } from "@/lib/db/notice";
import { lockRequestById, requestsOfFiling, saveRequest } from "@/lib/db/request";
import { endSessionsOfFiling } from "@/lib/db/requester-session";
import { addSuppression, suppressedSince, suppressionRows } from "@/lib/db/suppression";
import type { Work } from "@/lib/db/transact";
import { UNSENT } from "@/lib/domain/notice/kinds";
import { isUndoable } from "@/lib/domain/notice/undo";

/**
 * Nothing that was written to the representative reaches them any more, or the person at an address that is not
 * confirmed: it is taken back with what it was to bring about. A request that was opened again stays open.
 */
async function takeBackUnsent(ctx: Ctx, work: Work, filingId: string): Promise<void> {
  const { tx, audit } = work;
  for (const { id } of await unsentOfFiling(tx, ctx.controller.id, filingId)) {
    const notice = await lockNotice(tx, id);
    if (!notice || !UNSENT.includes(notice.state)) continue;
    const { kind, requestId } = notice;
    const request = requestId && (await lockRequestById(tx, ctx.controller.id, requestId));
    if (request && isUndoable(kind) && kind !== "reopened") {
      await takeBack(ctx, work, request, notice);
      continue;
    }
    await recallNotice(tx, id);
    audit({
      type: "notice.recalled",
      subject: id,
      ...(request ? { request: request.id } : {}),
      facts: { kind },
    });
  }
}

/**
 * The mail to a person who is answered themselves was accepted: now the filing is theirs. Its address becomes their own
 * and has to be confirmed anew with the link in that mail; every link, session and unsent letter that the representative
 * had ends, and what they showed of their authority is deleted; an objection to marketing puts the person on the list.
 * Runs in the transaction that records the acceptance; does nothing for another notice.
 * @param at when it was accepted
 */
export async function takeDirectEffect(ctx: Ctx, work: Work, notice: Notice, at: Date): Promise<void> {
  if (notice.kind !== "answered_directly" || !notice.requestId) return;
  const { tx, audit } = work;
  const { id: controllerId } = ctx.controller;
  const check = await directOfNotice(tx, controllerId, notice.id);
  const addressee = check && (await addresseeOf(tx, await loadDataKey(tx, notice.dataKeyId), notice));
  if (!check?.linkId || !addressee) return;
  const of = { controllerId, filingId: check.filingId };
  await takeBackUnsent(ctx, work, of.filingId);
  const request = await lockRequestById(tx, controllerId, notice.requestId);
  const filing = await lockFiling(tx, controllerId, of.filingId);
  if (!filing || !request) return;
  const dataKey = await loadDataKey(tx, filing.dataKeyId);
  const who = openWho(dataKey, filing);
  const { email } = addressee;
  // Telephone and post were the representative's: nothing is called or sent there in the person's name.
  const theirs = { name: who.subjectName, email, phone: "", postalAddress: "" };
  await redirectFiling(tx, dataKey, filing, { ...who, ...theirs, onBehalf: "self" });
  await endSessionsOfFiling(tx, of);
  await supersedeLinks(tx, of);
  await saveLink(tx, linkOf(check.linkId, "confirm"), of);
  await settleDirect(tx, check.id, "effective");
  await keepFromMarketing(work, of, email, at);
  await saveRequest(tx, request, {});
  await endAuthorityEvidence(work, { ...of, at, why: "result" });
  audit({
    type: "authority.direct_effective",
    subject: check.id,
    request: request.id,
    facts: { at: at.toISOString() },
  });
}

/** Only now an address of the person themself is known, which the list against marketing needs (Art. 21(3)). */
async function keepFromMarketing(
  { tx, audit }: Work,
  { controllerId, filingId }: { readonly controllerId: string; readonly filingId: string },
  email: string,
  at: Date,
): Promise<void> {
  const requests = await requestsOfFiling(controllerId, filingId, tx);
  const objecting = requests.find(({ right }) => right === "marketing_objection");
  if (!objecting || (await suppressedSince(controllerId, filingId, tx)) !== null) return;
  const entry = suppressionRows({ controllerId, requestId: objecting.id, email, at });
  await addSuppression(tx, entry);
  audit({ type: "suppression.added", subject: entry.row.id, request: objecting.id });
}
