import { openQuestionOf } from "@/lib/commands/clock/correct-answer";
import { foldOf } from "@/lib/commands/clock/fold";
import { resumeFrom } from "@/lib/commands/clock/resume";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { type Choice, takeChoice } from "@/lib/commands/fee/take-choice";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { cameAt } from "@/lib/commands/request/record-withdrawal";
import { loadDataKey } from "@/lib/db/data-key";
import { standingFee } from "@/lib/db/fee";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import { addMessage, threadOf } from "@/lib/db/thread";
import { transact, type Work } from "@/lib/db/transact";
import { mayFeeStep } from "@/lib/domain/fee/fee";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { ReceivedKind } from "@/lib/domain/request/received-otherwise";
import { parse } from "@/lib/schemas/parse";
import { receivedInput } from "@/lib/schemas/request/received";

/** What is chosen about a fee by what came. */
const CHOICES: Partial<Record<ReceivedKind, Choice["choice"]>> = {
  narrowing: "narrow",
  fee_accepted: "accept",
  fee_objection: "object",
};

/**
 * Staff record what a requester said about a request by letter, by phone or in person, word for word and on its true
 * day. It does what it does on the requester's own page: a reply lets a clock go on that stood still for the question,
 * narrowing lets a fee and its finding fall, a choice about a fee is that choice. The log says who recorded it.
 * (A withdrawal has a confirmation to be read first: record-withdrawal.ts.)
 * @throws Refused not_signed_in, not_allowed, bad_input (also a day ahead, before receipt or before what it answers),
 *   not_found, changed_meanwhile, wrong_state (no question was asked, or no fee can be chosen about)
 */
export async function recordReceived(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.record");
  const { kind, way, on, text, ...seen } = parse(receivedInput, typed);
  if (kind === "fee_accepted" || kind === "fee_objection") authoriseStaff(ctx, "fee.write");
  await transact(ctx, async (work) => {
    const request = await lockDeskRequest(work.tx, staff, ctx, seen, "record_answer");
    const { filing } = await foldOf(ctx, request, work.tx);
    const handle = await loadDataKey(work.tx, request.dataKeyId);
    const answers = kind === "reply" || kind === "narrowing";
    const stopped = answers ? await openQuestionOf(ctx, work.tx, request) : null;
    const asked =
      kind === "reply"
        ? (stopped ?? (await firstQuestion(request, handle, work)))
        : answers
          ? null
          : await feeTold(request, kind, work);
    const at = cameAt(ctx, request, filing.zone, on, asked);
    const facts = { what: kind, way, on };
    const recorded = { way, recordedAt: ctx.now() };
    if (await chosen(ctx, work, request, { kind, text, at, recorded })) {
      work.audit({ type: "request.recorded", request: request.id, facts });
      return;
    }
    const of = { controllerId: ctx.controller.id, requestId: request.id };
    const said = await addMessage(work.tx, handle, {
      ...{ ...of, kind: messageKind(kind), author: actorOf(ctx), text, at },
      recorded,
    });
    const resumed = answers
      ? await resumeFrom(ctx, work, request, {
          ...{ question: "clarification", at: stopped && stopped > at ? stopped : at, by: "recorded" },
          facts: { way, message: said.id },
        })
      : {};
    const waiting = answers ? { waitingSince: null } : {};
    await saveRequest(work.tx, request, { ...resumed, ...waiting, repliedAt: at });
    const logged = { ...facts, text: said.commit };
    work.audit({ type: "request.recorded", subject: said.id, request: request.id, facts: logged });
  });
}

/** When the notice of the fee arrived that a choice is about; null where it is about none. */
async function feeTold(request: RightsRequest, kind: ReceivedKind, { tx }: Work): Promise<Date | null> {
  if (!CHOICES[kind]) return null;
  const of = { controllerId: request.controllerId, requestId: request.id };
  return (await standingFee(of, tx))?.effectiveAt ?? null;
}

/** When the first question was asked. @throws Refused wrong_state (none was) */
async function firstQuestion(request: RightsRequest, handle: DataKeyHandle, { tx }: Work): Promise<Date> {
  const thread = await threadOf(request.controllerId, request.id, handle, tx);
  const asked = thread.find(({ kind }) => kind === "question");
  if (!asked) throw new Refused({ code: "wrong_state", state: "no_question" });
  return asked.at;
}

function messageKind(kind: ReceivedKind): "reply" | "information" | "narrowing" {
  return kind === "reply" || kind === "narrowing" ? kind : "information";
}

/** What came chooses about a fee, where there is one to choose about. @throws Refused wrong_state */
async function chosen(
  ctx: Ctx,
  work: Work,
  request: RightsRequest,
  { kind, ...said }: { readonly kind: ReceivedKind } & Required<Omit<Choice, "choice">>,
): Promise<boolean> {
  const choice = CHOICES[kind];
  const fee =
    choice && (await standingFee({ controllerId: request.controllerId, requestId: request.id }, work.tx));
  if (!choice) return false;
  if (!fee || !mayFeeStep(fee.state, choice).ok || request.state !== "open") {
    if (kind === "narrowing") return false;
    throw new Refused({ code: "wrong_state", state: fee ? `fee_${fee.state}` : "no_fee" });
  }
  // What narrowed the request before the notice had arrived answers it as soon as it has.
  const at = fee.effectiveAt && fee.effectiveAt > said.at ? fee.effectiveAt : said.at;
  await takeChoice(ctx, work, request, fee, { choice, ...said, at });
  return true;
}
