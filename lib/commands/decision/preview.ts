import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { prepareLetter } from "@/lib/commands/decision/prepare";
import { requesterMail } from "@/lib/commands/notice/sender";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { approvedFindingOf } from "@/lib/db/assessment";
import { headOf } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { decisionDraft } from "@/lib/db/decision-draft";
import { filingById, openWho } from "@/lib/db/filing";
import { releaseFacts } from "@/lib/db/release";
import { openDetails } from "@/lib/db/request";
import { stopIsOpen } from "@/lib/db/task";
import { localDate } from "@/lib/domain/clock/dates";
import type { Answer, Missing } from "@/lib/domain/decision/answer";
import { isLate } from "@/lib/domain/decision/late";
import { relevantTo } from "@/lib/domain/decision/relevant";
import { barredBy, mayRelease, type ReleaseGap, releaseOf } from "@/lib/domain/delivery/release-gate";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Right } from "@/lib/domain/kernel/right";
import type { Letter } from "@/lib/domain/notice/letter";
import type { RequestState } from "@/lib/domain/request/state";

/** An answer in the making, as it would leave now. */
export type Preview = {
  readonly reference: string;
  readonly right: Right;
  readonly state: RequestState;
  readonly version: number;
  /** The last line of the log there was. */
  readonly seen: number;
  readonly language: Language;
  readonly confirmed: boolean;
  /** Why it may not leave yet; the address is among them while it is not confirmed. */
  readonly gaps: readonly ReleaseGap[];
  readonly late: boolean;
  readonly answer: Answer;
  readonly missing: readonly Missing[];
  /** The exact letter, and its fingerprint for `decide`; null while something is missing. */
  readonly letter: Letter | null;
  readonly fingerprint: string;
};

/**
 * The letter of the draft that this officer has kept, exactly as it would be sent now.
 * @throws Refused not_signed_in, not_allowed, not_found (no such request, or nothing written yet)
 */
export async function previewAnswer(ctx: Ctx, reference: string): Promise<Preview> {
  const staff = authoriseStaff(ctx, "request.decide");
  const request = await deskRequest(staff, ctx, reference);
  const of = { controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId };
  const key = await loadDataKey(db(), request.dataKeyId);
  const answer = await decisionDraft(key, of);
  const filing = await filingById(of.controllerId, request.filingId);
  if (!answer || !filing) throw new Refused({ code: "not_found" });
  const { settings, authority, wordings } = (await requesterMail(ctx, filing.language)).sender;
  const at = ctx.now();
  const finding = await approvedFindingOf(key, of);
  const details = openDetails(key, request);
  const who = openWho(await loadDataKey(db(), filing.dataKeyId), filing);
  const actsFor = who.onBehalf === "self" ? "" : who.subjectName;
  const facts = await releaseFacts(filing, request.id);
  const barred = barredBy(facts, at);
  const gate = mayRelease(facts, releaseOf(relevantTo(answer, barred)));
  const portalUrl = `${ctx.baseUrl}/${ctx.controller.slug}`;
  const { name } = who;
  const stopOpen = await stopIsOpen(of);
  const prepared = prepareLetter(answer, {
    ...{ request, filing, settings, authority, wordings, finding, name, actsFor, portalUrl },
    ...{ barred, details, stopOpen, at },
  });
  return {
    reference: request.reference,
    right: request.right,
    state: request.state,
    version: request.version,
    seen: (await headOf(of.controllerId))?.seq ?? 0,
    language: filing.language,
    confirmed: filing.confirmedAt !== null,
    gaps: gate.ok || answer.outcome === "address_not_confirmed" ? [] : gate.refusal,
    late: isLate(answer.outcome, localDate(at.toISOString(), filing.zone), request),
    answer,
    missing: prepared.ok ? [] : prepared.refusal,
    letter: prepared.ok ? prepared.value.letter : null,
    fingerprint: prepared.ok ? prepared.value.fingerprint : "",
  };
}
