import { type PersonDirectlyFacts, personDirectlyMail, TEMPLATE } from "@/emails/person-directly";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { requesterMail } from "@/lib/commands/notice/sender";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { authoritiesOf, saveAuthority } from "@/lib/db/authority-check";
import { loadDataKey } from "@/lib/db/data-key";
import { lockFiling, openWho } from "@/lib/db/filing";
import { LINK_HOURS, makeLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { requestsOfFiling, saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import type { Who } from "@/lib/domain/intake/filing";
import { formatReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Addressee } from "@/lib/domain/notice/addressee";
import { answerDirectlyInput } from "@/lib/schemas/identity/check";
import { parse } from "@/lib/schemas/parse";

/** The word to the person as it would leave now; preview and sending make it here. */
export function prepareDirectly(
  of: PersonDirectlyFacts,
  { subjectName: name }: Who,
  email: string,
): PreparedNotice & { readonly addressee: Addressee } {
  const addressee = { name, email, postalAddress: "" };
  return { to: "person", addressee, byPost: false, content: personDirectlyMail(of) };
}

/**
 * The person themself is answered, whoever filed for them: a mail asks them to confirm their address. When it was
 * accepted, and not before, the filing is theirs (take-direct-effect.ts); until then it can be taken back, and the
 * representative has it as before.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (nobody is represented,
 *   an answer is on its way, or such a mail is)
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
    const findings = await authoritiesOf(of.controllerId, of.filingId, tx);
    if (findings.some(({ state }) => state === "pending")) {
      throw new Refused({ code: "wrong_state", state: "answered_directly" });
    }
    const facts = {
      ...(await requesterMail(ctx, filing.language)),
      reference: formatReference(request.reference),
      confirmUrl: `${ctx.baseUrl}/c/${link.token}`,
      linkHours: LINK_HOURS.confirm,
    };
    const prepared = prepareDirectly(facts, who, input.email);
    asPreviewed(input.letter, [prepared], request.version);
    const siblings = await requestsOfFiling(of.controllerId, of.filingId, tx);
    if (siblings.some(({ state }) => state === "answer_pending")) {
      throw new Refused({ code: "wrong_state", state: "answer_pending" });
    }
    const noticeId = await oweNotice(tx, {
      controllerId: of.controllerId,
      to: { filingId: of.filingId },
      requestId: request.id,
      kind: "answered_directly",
      template: TEMPLATE,
      content: prepared.content,
      at,
      dataKey,
      addressee: prepared.addressee,
      recallable: true,
    });
    const id = await saveAuthority(tx, dataKey, {
      ...of,
      result: "direct",
      kind: "other",
      shown: `${who.name}: ${input.why}`,
      checkedAt: at,
      checkedBy: actorOf(ctx),
      waits: { noticeId, linkId: link.id },
    });
    await saveRequest(tx, request, {});
    audit({
      type: "authority.checked",
      subject: id,
      request: request.id,
      facts: { result: "direct", notice: noticeId },
    });
  });
}
