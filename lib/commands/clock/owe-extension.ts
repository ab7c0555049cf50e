import { extensionMail, TEMPLATE } from "@/emails/extension";
import type { Extension } from "@/lib/commands/clock/prepare-extension";
import { actorOf, type Ctx } from "@/lib/commands/context";
import type { RequesterNotice } from "@/lib/commands/notice/requester-notice";
import { addClockEvent } from "@/lib/db/clock";
import { loadDataKey } from "@/lib/db/data-key";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import type { RightsRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import type { ExtensionText } from "@/lib/domain/clock/extension-reasons";
import type { Letter } from "@/lib/domain/notice/letter";

/** Codes and dates of an extension: `until` is the day that its letter names, and is not there in one that is late. */
type ExtensionFacts = {
  readonly reasons: string;
  readonly from?: string;
  readonly until?: string;
  /** It holds no word of staff. */
  readonly bare?: "true";
};

/**
 * Owes the notice of an extension, or of an answer that is late, and lets it wait on the clock of a locked request. The
 * one place from which such a letter can leave.
 * @param recallable whether it waits a little so that staff can take it back
 */
export async function oweExtension(
  ctx: Ctx,
  { tx, audit }: Work,
  request: RightsRequest,
  mail: RequesterNotice,
  of: {
    readonly extension: Extension;
    readonly letter: Letter;
    readonly text: ExtensionText;
    readonly recallable?: true;
  },
): Promise<void> {
  const { extension, letter, text } = of;
  const by = { controllerId: ctx.controller.id, requestId: request.id };
  const at = ctx.now();
  await saveLink(tx, mail.link, { controllerId: by.controllerId, filingId: request.filingId });
  const noticeId = await oweNotice(tx, {
    ...by,
    ...mail.hold,
    to: { filingId: request.filingId },
    kind: "extension",
    template: TEMPLATE,
    content: extensionMail({ ...mail.facts, ...extension, reasons: text.reasons }),
    letter,
    at,
    dataKey: mail.dataKey,
    ...(of.recallable ? { recallable: true } : {}),
  });
  const facts = factsOf(extension, text);
  const handle = await loadDataKey(tx, request.dataKeyId);
  const event = await addClockEvent(tx, {
    ...by,
    type: "extend",
    occurredAt: at,
    recordedAt: at,
    recordedBy: actorOf(ctx),
    noticeId,
    facts,
    said: { details: { extension: text, letter }, handle },
  });
  audit({
    type: "request.extension_asked",
    subject: event,
    request: request.id,
    facts: {
      ...facts,
      notice: noticeId,
      late: !extension.effective,
      template: `${letter.template.name}:${letter.template.version}`,
      language: letter.language,
    },
  });
}

function factsOf({ newDate, oldDate, bare }: Extension, { reasons }: ExtensionText): ExtensionFacts {
  return {
    reasons: reasons.join(" "),
    ...(oldDate ? { from: oldDate } : {}),
    ...(newDate ? { until: newDate } : {}),
    ...(bare ? { bare: "true" } : {}),
  };
}
