import { randomUUID } from "node:crypto";
import { askedWords } from "@/emails/post/asked-words";
import { forwardedToCustomerMail, TEMPLATE } from "@/emails/post/forwarded-to-customer";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { prepareForwarded } from "@/lib/commands/request/forwarded-notice";
import { db, type Tx } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { openAsReceived, openWho } from "@/lib/db/filing";
import { saveForwarding } from "@/lib/db/forwarding";
import { oweNotice } from "@/lib/db/notice";
import { openDetails, type RightsRequest, saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { needsApproval } from "@/lib/domain/decision/approval";
import { formatReference } from "@/lib/domain/intake/reference";
import type { Customer } from "@/lib/domain/request/forwarding";
import { parse } from "@/lib/schemas/parse";
import { forwardInput } from "@/lib/schemas/request/forward";

type ForwardTo = Customer & { readonly note: string };

/**
 * The two letters of a forwarding as they would leave now; preview and sending make them here. The person's leaves when
 * the customer has theirs.
 */
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
  const toCustomer: PreparedNotice = {
    to: "customer",
    addressee: customer,
    byPost: customer.email === "",
    content,
  };
  const toPerson = await prepareForwarded(request, mail, customer, tx);
  return { customer, toCustomer, toPerson };
}

/**
 * Sends a request on to the customer-controller, where the controller only is the processor for the data asked about
 * (GDPR Art. 28(3)(e)): a letter to the customer with who asks and what. When it was accepted, and not before, the
 * request ends here and the person is told that somebody else answers (take-forward-effect.ts); until then the whole can
 * be taken back. Where the data protection officer approves everything, no letter is owed before that
 * (approve-forwarding.ts).
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
    const waits = needsApproval(ctx.controller.settings.dpoApproves, "forwarded");
    await saveForwarding(work.tx, await loadDataKey(work.tx, request.dataKeyId), {
      id,
      controllerId: ctx.controller.id,
      requestId: request.id,
      customer,
      note: input.note,
      forwardedBy: actorOf(ctx),
      forwardedAt: now,
      waits,
    });
    const notice = waits ? null : await oweForwarding(ctx, work.tx, { request, mail, id, toCustomer });
    await saveRequest(work.tx, request, { state: waits ? "awaiting_approval" : "answer_pending" });
    work.audit({
      type: "request.forwarding",
      subject: id,
      request: request.id,
      facts: { notice, sameDay: isSameDay(mail, now), waits },
    });
  });
}

/** Whether a request leaves on the day on which it came. */
export function isSameDay({ filing: { zone, receivedOn } }: RequesterNotice, now: Date): boolean {
  return localDate(now.toISOString(), zone) === receivedOn;
}

/** Owes the customer's letter, when it is sent or, where somebody must agree, approved. Returns the notice's id. */
export async function oweForwarding(
  ctx: Ctx,
  tx: Tx,
  of: {
    readonly request: RightsRequest;
    readonly mail: RequesterNotice;
    readonly id: string;
    readonly toCustomer: PreparedNotice;
  },
): Promise<string> {
  return oweNotice(tx, {
    controllerId: ctx.controller.id,
    requestId: of.request.id,
    to: { filingId: of.request.filingId },
    ...(of.toCustomer.addressee ? { addressee: of.toCustomer.addressee } : {}),
    forwardingId: of.id,
    kind: "forwarded_to_customer",
    template: TEMPLATE,
    content: of.toCustomer.content,
    at: ctx.now(),
    dataKey: of.mail.dataKey,
    recallable: true,
  });
}
