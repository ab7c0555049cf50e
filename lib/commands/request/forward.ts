import { randomUUID } from "node:crypto";
import { customerRows, forwardedLetter, forwardedMail, TEMPLATE } from "@/emails/forwarded";
import { askedWords } from "@/emails/post/asked-words";
import { forwardedToCustomerMail, TEMPLATE as TO_CUSTOMER } from "@/emails/post/forwarded-to-customer";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { db, type Tx } from "@/lib/db/client";
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
import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import type { PrintedLetter } from "@/lib/domain/notice/printed-letter";
import type { Customer } from "@/lib/domain/request/forwarding";
import { translator } from "@/lib/i18n/translator";
import { parse } from "@/lib/schemas/parse";
import { forwardInput } from "@/lib/schemas/request/forward";

type ForwardTo = Customer & { readonly note: string };

/** The two letters of a forwarding as they would leave now; preview and sending make them here. */
export async function prepareForwarding(
  request: RightsRequest,
  mail: RequesterNotice,
  { note, ...to }: ForwardTo,
  tx: Tx = db(),
) {
  const { filing, dataKey, facts } = mail;
  const customer: Customer = { name: to.name, email: to.email, postalAddress: to.postalAddress };
  const entered = openAsReceived(dataKey, filing);
  const details = openDetails(await loadDataKey(tx, request.dataKeyId), request);
  const content = forwardedToCustomerMail({
    sender: facts.sender,
    language: facts.language,
    reference: formatReference(request.reference),
    customer: customer.name,
    right: request.right,
    receivedAt: filing.receivedAt.toISOString(),
    zone: filing.zone,
    who: openWho(dataKey, filing),
    text: entered?.text ?? askedWords(details, facts.language, facts.sender.settings.profile),
    note,
  });
  // Who the customer is can say something about the person: a letter names it only to an address that is theirs.
  const gate = mayRelease(await releaseFacts(filing, request.id, tx));
  const letter = forwardedLetter({ ...facts, customer: gate.ok ? customer : null });
  const toCustomer: PreparedNotice = { to: "customer", byPost: customer.email === "", content };
  const toPerson: PreparedNotice = {
    ...{ to: "requester", byPost: filing.byPost, content: forwardedMail(facts), letter },
    ...(gate.ok ? { page: customerPage(customer, facts.language) } : {}),
  };
  return { customer, toCustomer, toPerson };
}

/** What the person's own page says of it. */
function customerPage(customer: Customer, language: Language): PrintedLetter {
  const say = translator(language, "my");
  const blocks: LetterBlock[] = [
    { kind: "paragraph", text: say("forwardedTo.means") },
    customerRows(customer, translator(language, "post")),
  ];
  return { title: say("forwardedTo.title"), blocks };
}

/**
 * Sends a request on to the customer-controller, where the controller only is the processor for the data asked about
 * (GDPR Art. 28(3)(e); law.md 3 H): a letter to the customer with who asks and what, and a notice to the person that
 * somebody else answers. The request ends here when the customer's letter was accepted, not before.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function forwardRequest(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.forward");
  const input = parse(forwardInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  await transact(ctx, async (work) => {
    const request = await lockDeskRequest(work.tx, staff, ctx, input, "forward");
    const { customer, toCustomer, toPerson } = await prepareForwarding(request, mail, input, work.tx);
    asPreviewed(input.letter, [toCustomer, toPerson], request.version);
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
      content: toCustomer.content,
      byPost: toCustomer.byPost,
      recallable: true,
    });
    await tellPerson(work, common, toPerson, mail);
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

type Common = Pick<Parameters<typeof oweNotice>[1], "controllerId" | "at" | "dataKey"> & {
  readonly requestId: string;
};

async function tellPerson(
  { tx }: Work,
  common: Common,
  { content, letter }: PreparedNotice,
  mail: RequesterNotice,
): Promise<void> {
  const { filing } = mail;
  await saveLink(tx, mail.link, { controllerId: filing.controllerId, filingId: filing.id });
  await oweNotice(tx, {
    ...common,
    ...mail.hold,
    to: { filingId: filing.id },
    kind: "forwarded",
    template: TEMPLATE,
    content,
    ...(letter ? { letter } : {}),
    recallable: true,
  });
}
