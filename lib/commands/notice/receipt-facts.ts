import type { ReceiptFacts, ReceivedRequest } from "@/emails/receipt";
import type { Ctx } from "@/lib/commands/context";
import { mailFrom, type Said } from "@/lib/commands/notice/sender";
import { LINK_HOURS } from "@/lib/db/link";
import type { Receipt, ReceiptRequest } from "@/lib/domain/intake/receipt";
import { formatReference } from "@/lib/domain/intake/reference";
import type { Language } from "@/lib/domain/kernel/language";
import { derivationSentences } from "@/lib/i18n/derivation";
import { translator } from "@/lib/i18n/translator";

/** The facts of the one mail of a filing. */
export function receiptFacts(ctx: Ctx, receipt: Receipt, token: string, said: Said): ReceiptFacts {
  const requests = receipt.requests.map((request) => asReceived(request, receipt.language));
  return {
    ...mailFrom(ctx, receipt.language, said),
    requests: requests as [ReceivedRequest, ...ReceivedRequest[]],
    receivedAt: receipt.receivedAt,
    zone: receipt.zone,
    confirmUrl: `${ctx.baseUrl}/c/${token}`,
    linkHours: LINK_HOURS.confirm,
    myUrl: `${ctx.baseUrl}/my`,
  };
}

function asReceived(
  { reference, right, clock, promisedOn }: ReceiptRequest,
  language: Language,
): ReceivedRequest {
  // Where the safe date leads, the moved one is not promised: the reason is then that nobody can rely on the calendar.
  const ending = clock.safeLeads ? ["calendar_unchecked", "calendar_years"] : ["rolled"];
  const why = clock.derivation.filter(({ rule }) => ["answer_period", ...ending].includes(rule));
  const sentences = derivationSentences(translator(language, "clock"), why, language);
  return {
    reference: formatReference(reference),
    right,
    answerBy: promisedOn && { on: promisedOn, by: clock.status === "promised" ? "promised" : "statutory" },
    stopsAtOnce: clock.derivation.some(({ rule }) => rule === "stop_at_once"),
    why: sentences.map(({ sentence }) => sentence).join(" "),
  };
}
