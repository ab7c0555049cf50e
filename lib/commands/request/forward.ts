import { randomUUID } from "node:crypto";
import { forwardedLetter, forwardedMail, TEMPLATE } from "@/emails/forwarded";
import { askedWords } from "@/emails/post/asked-words";
import { forwardedToCustomerMail, TEMPLATE as TO_CUSTOMER } from "@/emails/post/forwarded-to-customer";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { openAsReceived, openWho } from "@/lib/db/filing";
import { saveForwarding } from "@/lib/db/forwarding";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { releaseFacts } from "@/lib/db/release";
import { openDetails, type RightsRequest, saveRequest } from "@/lib/db/request";
import { transact, type Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { mayRelease } from "@/lib/domain/delivery/release-gate";
import { formatReference } from "@/lib/domain/intake/reference";
import type { Customer } from "@/lib/domain/request/forwarding";
import { parse } from "@/lib/schemas/parse";
import { forwardInput } from "@/lib/schemas/request/forward";

/**
 * Sends a request on to the customer-controller, where the controller only is the processor for the data asked about
 * (GDPR Art. 28(3)(e); law.md 3 H): a letter to the customer with who asks and what, and a notice to the person that
 * somebody else answers. The request ends here when the customer's letter was accepted, not before.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function forwardRequest(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.forward");
  const input = parse(forwardInput, typed);
  const { name, email, postalAddress, note } = input;
  const asSeen = await deskRequest(staff, ctx, input.reference);
  const mail = await requesterNotice(asSeen, ctx);
  const customer: Customer = { name, email, postalAddress };
  const content = await letterTo(customer, note, asSeen, mail);
  await transact(ctx, async (work) => {
    const request = await lockDeskRequest(work.tx, staff, ctx, input, "forward");
    const id = randomUUID();
    const now = ctx.now();
    await saveForwarding(work.tx, await loadDataKey(work.tx, request.dataKeyId), {
      id,
      controllerId: ctx.controller.id,
      requestId: request.id,
      customer,
      forwardedBy: actorOf(ctx),
      forwardedAt: now,
    });
    const common = { controllerId: ctx.controller.id, requestId: request.id, at: now, dataKey: mail.dataKey };
    const notice = await oweNotice(work.tx, {
      ...common,
      to: { filingId: request.filingId },
      forwardingId: id,
      kind: "forwarded_to_customer",
      template: TO_CUSTOMER,
      content,
      byPost: email === "",
      recallable: true,
    });
    await tellPerson(work, common, customer, mail);
    await saveRequest(work.tx, request, { state: "answer_pending" });
    const { zone, receivedOn } = mail.filing;
    work.audit({
      type: "request.forwarding",
      subject: id,
      request: request.id,
      facts: { notice, sameDay: localDate(now.toISOString(), zone) === receivedOn },
    });
  });
}

async function letterTo(customer: Customer, note: string, request: RightsRequest, mail: RequesterNotice) {
  const { filing, dataKey, facts } = mail;
  const entered = openAsReceived(dataKey, filing);
  const details = openDetails(await loadDataKey(db(), request.dataKeyId), request);
  return forwardedToCustomerMail({
    sender: facts.sender,
    language: facts.language,
    reference: formatReference(request.reference),
    customer: customer.name,
    right: request.right,
    receivedAt: filing.receivedAt.toISOString(),
    zone: filing.zone,
    who: openWho(dataKey, filing),
    text: entered?.text ?? askedWords(details, facts.language),
    note,
  });
}

/** Who the customer is can say something about the person: a letter names it only to an address that is theirs. */
async function tellPerson(
  { tx }: Work,
  common: Pick<Parameters<typeof oweNotice>[1], "controllerId" | "at" | "dataKey"> & {
    readonly requestId: string;
  },
  customer: Customer,
  mail: RequesterNotice,
): Promise<void> {
  const { facts, filing } = mail;
  const gate = mayRelease(await releaseFacts(filing, common.requestId, tx));
  await saveLink(tx, mail.link, { controllerId: filing.controllerId, filingId: filing.id });
  await oweNotice(tx, {
    ...common,
    ...mail.hold,
    to: { filingId: filing.id },
    kind: "forwarded",
    template: TEMPLATE,
    content: forwardedMail(facts),
    letter: forwardedLetter({ ...facts, customer: gate.ok ? customer : null }),
    recallable: true,
  });
}
