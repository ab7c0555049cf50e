import { customerRows, forwardedLetter, forwardedMail } from "@/emails/forwarded";
import type { PreparedNotice } from "@/lib/commands/notice/prepared";
import type { RequesterNotice } from "@/lib/commands/notice/requester-notice";
import type { Tx } from "@/lib/db/client";
import { releaseFacts } from "@/lib/db/release";
import type { RightsRequest } from "@/lib/db/request";
import { mayRelease } from "@/lib/domain/delivery/release-gate";
import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import type { PrintedLetter } from "@/lib/domain/notice/printed-letter";
import type { Customer } from "@/lib/domain/request/forwarding";
import { translator } from "@/lib/i18n/translator";

/**
 * The person's notice that their request was sent on, as it would leave now: read before sending, and made here again
 * when the customer has it. Who the customer is can say something about the person: a letter names it only to an address
 * that is theirs.
 */
export async function prepareForwarded(
  request: RightsRequest,
  { filing, facts }: RequesterNotice,
  customer: Customer,
  tx: Tx,
): Promise<PreparedNotice> {
  const gate = mayRelease(await releaseFacts(filing, request.id, tx));
  const letter = forwardedLetter({ ...facts, customer: gate.ok ? customer : null });
  return {
    ...{ to: "requester", byPost: filing.byPost, content: forwardedMail(facts), letter },
    ...(gate.ok ? { page: customerPage(customer, facts.language) } : {}),
  };
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
