import { type PersonDirectlyFacts, personDirectlyMail, TEMPLATE } from "@/emails/person-directly";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { endAuthorityEvidence } from "@/lib/commands/identity/end-evidence";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { requesterMail } from "@/lib/commands/notice/sender";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { saveAuthority } from "@/lib/db/authority-check";
import { loadDataKey } from "@/lib/db/data-key";
import { lockFiling, openWho, redirectFiling } from "@/lib/db/filing";
import { LINK_HOURS, makeLink, saveLink, supersedeLinks } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { requestsOfFiling, saveRequest } from "@/lib/db/request";
import { endSessionsOfFiling } from "@/lib/db/requester-session";
import { addSuppression, suppressedSince, suppressionRows } from "@/lib/db/suppression";
import { transact } from "@/lib/db/transact";
import { formatReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { answerDirectlyInput } from "@/lib/schemas/identity/check";
import { parse } from "@/lib/schemas/parse";

/** The word to the person as it would leave now; preview and sending make it here. */
export function prepareDirectly(of: PersonDirectlyFacts): PreparedNotice {
  return { to: "person", byPost: false, content: personDirectlyMail(of) };
}

/**
 * The person themself is answered, whoever filed for them: the filing's address becomes theirs and has to be confirmed
 * anew, every link and session that the representative had ends, and an objection to marketing puts it on the list.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (nobody is represented,
 *   or an answer is on its way)
 */
export async function answerDirectly(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "identity.check");
  const input = parse(answerDirectlyInput, typed);
  const at = ctx.now();
  const link = makeLink("confirm");
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "identity");
    const filing = await lockFiling(tx, ctx.controller.id, request.filingId);
    if (!filing) throw new Refused({ code: "not_found" });
    const dataKey = await loadDataKey(tx, filing.dataKeyId);
    const who = openWho(dataKey, filing);
    if (who.onBehalf === "self") throw new Refused({ code: "wrong_state", state: "not_represented" });
    const of = { controllerId: ctx.controller.id, filingId: filing.id };
    const prepared = prepareDirectly({
      ...(await requesterMail(ctx, filing.language)),
      reference: formatReference(request.reference),
      confirmUrl: `${ctx.baseUrl}/c/${link.token}`,
      linkHours: LINK_HOURS.confirm,
    });
    asPreviewed(input.letter, [prepared], request.version);
    const siblings = await requestsOfFiling(of.controllerId, of.filingId, tx);
    if (siblings.some(({ state }) => state === "answer_pending")) {
      throw new Refused({ code: "wrong_state", state: "answer_pending" });
    }
    // Telephone and post were the representative's: nothing is called or sent there in the person's name.
    const theirs = { name: who.subjectName, email: input.email, phone: "", postalAddress: "" };
    const person = { ...who, ...theirs, onBehalf: "self" } as const;
    await redirectFiling(tx, dataKey, filing, person);
    await endSessionsOfFiling(tx, of);
    // Only now an address of the person themself is known, which the list against marketing needs (Art. 21(3)).
    const objecting = siblings.find(({ right }) => right === "marketing_objection");
    if (objecting && (await suppressedSince(of.controllerId, of.filingId, tx)) === null) {
      const { controllerId } = of;
      const entry = suppressionRows({ controllerId, requestId: objecting.id, email: input.email, at });
      await addSuppression(tx, entry);
      audit({ type: "suppression.added", subject: entry.row.id, request: objecting.id });
    }
    await supersedeLinks(tx, of);
    await saveLink(tx, link, of);
    const notice = await oweNotice(tx, {
      controllerId: of.controllerId,
      to: { filingId: of.filingId },
      requestId: request.id,
      kind: "answered_directly",
      template: TEMPLATE,
      content: prepared.content,
      at,
      dataKey,
    });
    const id = await saveAuthority(tx, dataKey, {
      ...of,
      result: "direct",
      kind: "other",
      shown: `${who.name}: ${input.why}`,
      checkedAt: at,
      checkedBy: actorOf(ctx),
    });
    await saveRequest(tx, request, {});
    await endAuthorityEvidence({ tx, audit }, { ...of, at, why: "result" });
    audit({
      type: "authority.checked",
      subject: id,
      request: request.id,
      facts: { result: "direct", notice },
    });
  });
}
