import { randomUUID } from "node:crypto";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { judgeComplaint } from "@/lib/commands/decision/judge-complaint";
import { oweAnswer } from "@/lib/commands/decision/owe-answer";
import { type LetterBasis, type Prepared, prepareLetter } from "@/lib/commands/decision/prepare";
import { mayLeave } from "@/lib/commands/delivery/may-leave";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { approvedFindingOf } from "@/lib/db/assessment";
import { db, type Tx } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { saveDecision } from "@/lib/db/decision";
import { forgetDecisionDraft } from "@/lib/db/decision-draft";
import { type Filing, lockFiling, openWho } from "@/lib/db/filing";
import { releaseFacts } from "@/lib/db/release";
import { openDetails, type RightsRequest, saveRequest } from "@/lib/db/request";
import { stopIsOpen } from "@/lib/db/task";
import { transact, type Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import type { Answer } from "@/lib/domain/decision/answer";
import { needsApproval } from "@/lib/domain/decision/approval";
import { groundsHold } from "@/lib/domain/decision/barred";
import { isLate } from "@/lib/domain/decision/late";
import { relevantTo } from "@/lib/domain/decision/relevant";
import { barredBy } from "@/lib/domain/delivery/release-gate";
import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import { Refused } from "@/lib/domain/kernel/refusal";
import { isManifest } from "@/lib/domain/law/grounds";
import { decideInput } from "@/lib/schemas/decision/answer";
import { parse } from "@/lib/schemas/parse";

/**
 * Decides a request and owes the notice of its answer. The decision takes effect when that notice was
 * accepted (lib/commands/decision/take-effect.ts); for a short while before it leaves it can be recalled. Where the
 * controller wants the data protection officer to approve it first, no notice is owed before that (approve.ts).
 * A refusal cannot leave without ground, reasons and authority (GDPR Art. 12(4)); to an address that was
 * never confirmed nothing leaves but that the request is closed; and that something has stopped is not told while the
 * task of that stop is open, which is looked at again under the lock.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state,
 *   address_not_confirmed, not_releasable, refusal_incomplete, handled_earlier (a complaint, by who decided before)
 */
export async function decide(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.decide");
  authoriseStaff(ctx, "answer.send");
  const input = parse(decideInput, typed);
  const asSeen = await deskRequest(staff, ctx, input.reference);
  const mail = await requesterNotice(asSeen, ctx);
  const ofRequest = { controllerId: ctx.controller.id, requestId: asSeen.id };
  const key = await loadDataKey(db(), asSeen.dataKeyId);
  const finding = await approvedFindingOf(key, ofRequest);
  const details = openDetails(key, asSeen);
  const barred = barredBy(await releaseFacts(mail.filing, asSeen.id), ctx.now());
  await mayLeave(mail.filing, asSeen.id, relevantTo(input.answer, barred));
  const stopOpen = await stopIsOpen(ofRequest);
  const basis = { written: input.answer, details, finding, stopOpen, barred };
  const prepared = prepare(asSeen, mail, ctx, basis);
  if (input.letter && input.letter !== prepared.fingerprint) {
    throw new Refused({ code: "changed_meanwhile", version: asSeen.version, changed: ["letter"] });
  }
  await transact(ctx, async (work) => {
    const request = await lockDeskRequest(work.tx, staff, ctx, input, "decide");
    const filing = await lockFiling(work.tx, ctx.controller.id, request.filingId);
    if (filing?.confirmedAt?.getTime() !== mail.filing.confirmedAt?.getTime()) {
      throw new Refused({
        code: "changed_meanwhile",
        version: request.version,
        changed: ["filing.confirmed"],
      });
    }
    await sameFinding(work.tx, request, prepared.answer, finding);
    if ((await stopIsOpen(ofRequest, work.tx)) !== stopOpen) {
      throw new Refused({ code: "changed_meanwhile", version: request.version, changed: ["task.created"] });
    }
    await sameGrounds(ctx, work.tx, { request, filing: filing ?? mail.filing, answer: prepared.answer });
    await mayLeave(filing ?? mail.filing, request.id, prepared.answer, work.tx);
    const { outcome } = prepared.answer;
    const ownWork = await judgeComplaint(ctx, work.tx, staff, { request, outcome });
    await send(work, ctx, request, mail, { ...prepared, ownWork });
    const draft = { controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId };
    await forgetDecisionDraft(work.tx, draft);
  });
}

function prepare(
  request: RightsRequest,
  mail: RequesterNotice,
  ctx: Ctx,
  {
    written,
    ...basis
  }: { readonly written: Answer } & Pick<LetterBasis, "details" | "finding" | "stopOpen" | "barred">,
): Prepared {
  const { settings, authority, wordings } = mail.facts.sender;
  const prepared = prepareLetter(written, {
    request,
    filing: mail.filing,
    settings,
    authority,
    wordings,
    ...basis,
    ...personsOf(mail),
    portalUrl: `${ctx.baseUrl}/${ctx.controller.slug}`,
    at: ctx.now(),
  });
  if (!prepared.ok) throw new Refused({ code: "refusal_incomplete", missing: prepared.refusal });
  return prepared.value;
}

/**
 * A refusal as unfounded or excessive rests on an assessment that is still approved, looked at under the lock.
 * @throws Refused no_approved_finding
 */
export async function sameFinding(
  tx: Tx,
  request: RightsRequest,
  answer: Answer,
  finding: ApprovedFinding | null,
): Promise<void> {
  if (!answer.refusals.some((part) => isManifest(part.ground))) return;
  const of = { controllerId: request.controllerId, requestId: request.id };
  const now = await approvedFindingOf(await loadDataKey(tx, request.dataKeyId), of, tx);
  if (!now || now.assessmentId !== finding?.assessmentId) throw new Refused({ code: "no_approved_finding" });
}

/**
 * That nobody can be identified, or may not act for the person, is a ground for as long as it is so: looked at under the
 * lock, since proof may have come meanwhile.
 * @throws Refused changed_meanwhile
 */
export async function sameGrounds(
  ctx: Ctx,
  tx: Tx,
  of: { readonly request: RightsRequest; readonly filing: Filing; readonly answer: Answer },
): Promise<void> {
  const { request, filing, answer } = of;
  const barred = barredBy(await releaseFacts(filing, request.id, tx), ctx.now());
  if (groundsHold(answer.refusals, barred)) return;
  const changed = [barred.authority === null ? "identity.answered" : "authority.checked"] as const;
  throw new Refused({ code: "changed_meanwhile", version: request.version, changed });
}

/** Who is answered; and the person, where somebody else asked for them. */
function personsOf({ dataKey, filing }: RequesterNotice) {
  const { name, onBehalf, subjectName } = openWho(dataKey, filing);
  return { name, actsFor: onBehalf === "self" ? "" : subjectName };
}

async function send(
  work: Work,
  ctx: Ctx,
  request: RightsRequest,
  mail: RequesterNotice,
  { answer, letter, ownWork }: Prepared & { readonly ownWork: number | null },
): Promise<void> {
  const { tx, audit } = work;
  const now = ctx.now();
  const id = randomUUID();
  const { outcome } = answer;
  const waits = needsApproval(ctx.controller.settings.dpoApproves, outcome);
  const noticeId = waits ? null : await oweAnswer(ctx, work, request, mail, { outcome, letter });
  const commit = await saveDecision(tx, await loadDataKey(tx, request.dataKeyId), {
    controllerId: ctx.controller.id,
    requestId: request.id,
    id,
    answer,
    letter,
    decidedBy: actorOf(ctx),
    decidedAt: now,
    noticeId,
  });
  await saveRequest(tx, request, { state: waits ? "awaiting_approval" : "answer_pending" });
  audit({
    type: "decision.made",
    subject: id,
    request: request.id,
    facts: {
      outcome,
      grounds: answer.refusals.map((part) => part.ground),
      items: answer.items.length,
      searches: answer.searches.length,
      late: isLate(outcome, localDate(now.toISOString(), mail.filing.zone), request),
      letter: commit,
      template: `${letter.template.name}:${letter.template.version}`,
      language: letter.language,
      notice: noticeId,
      waits,
      ...(ownWork === null ? {} : { ownWork }),
    },
  });
}
