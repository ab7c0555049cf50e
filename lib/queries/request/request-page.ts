import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { clocksOf } from "@/lib/db/clocks";
import { loadDataKey } from "@/lib/db/data-key";
import { type Filing, filingById, openWho } from "@/lib/db/filing";
import { newestCheck } from "@/lib/db/identity-check";
import { noticesOfFiling } from "@/lib/db/notice";
import { releaseFacts } from "@/lib/db/release";
import { openDetails, type RightsRequest, requestByReference, requestsOfFiling } from "@/lib/db/request";
import { staffNames } from "@/lib/db/staff";
import { may } from "@/lib/domain/access/access";
import type { StaffActor } from "@/lib/domain/access/actor";
import { sees, seesPerson } from "@/lib/domain/access/sees";
import { localDate } from "@/lib/domain/clock/dates";
import { daysLeft } from "@/lib/domain/clock/days-left";
import type { Clock } from "@/lib/domain/clock/types";
import { isClosable } from "@/lib/domain/decision/unconfirmed";
import { mayRelease } from "@/lib/domain/delivery/release-gate";
import type { Channel, Details, Who } from "@/lib/domain/intake/filing";
import { readReference } from "@/lib/domain/intake/reference";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Right } from "@/lib/domain/kernel/right";
import { type NextStep, nextSteps } from "@/lib/domain/request/next-steps";
import { type Standing, standingOf } from "@/lib/domain/request/queue";
import { type Ending, mayStep, type Step } from "@/lib/domain/request/state";
import { type Colleague, colleaguesAt } from "./colleagues";
import { earlierRequests, type RequestFact, toFact } from "./earlier-requests";
import { type HistoryLine, historyOf } from "./history";
import {
  type DecisionLine,
  decisionLine,
  type FlagLine,
  feeFacts,
  flagLines,
  instantOrNull,
  isWithdrawing,
  keyFor,
  type NoticeLine,
  noticeLine,
  said,
  type ThreadLine,
  threadLines,
} from "./page-parts";

/** What the reader may do now: their role and the state of the request both allow it. */
export type Offers = Readonly<
  Record<
    | "assign"
    | "note"
    | "ask"
    | "flag"
    | "decide"
    | "recall"
    | "retry"
    | "undo"
    | "undoAnswer"
    | "approve"
    | "post",
    boolean
  >
>;

/** Everything about one request on one screen; what the reader may not know is null. */
export type RequestPage = {
  readonly reference: string;
  readonly right: Right;
  readonly version: number;
  /** The last line of the log that is on this page. */
  readonly seen: number;
  readonly standing: Standing;
  /** A withdrawal that staff recorded waits for its confirmation to arrive. */
  readonly withdrawing: boolean;
  readonly outcome: Ending | null;
  readonly channel: Channel;
  readonly language: Language;
  readonly zone: string;
  readonly receivedAt: IsoInstant;
  readonly confirmedAt: IsoInstant | null;
  readonly remindedAt: IsoInstant | null;
  readonly who: Who | null;
  readonly details: Details | null;
  readonly clock: Clock;
  readonly promisedOn: IsoDate | null;
  readonly workBy: IsoDate;
  /** Local days of the controller; null once closed. */
  readonly daysLeft: number | null;
  readonly assignee: Colleague | null;
  /** To whom it can be given; empty for who may not. */
  readonly colleagues: readonly Colleague[];
  readonly next: readonly NextStep[];
  readonly thread: readonly ThreadLine[];
  readonly notices: readonly NoticeLine[];
  readonly decision: DecisionLine | null;
  readonly flags: readonly FlagLine[];
  readonly siblings: readonly RequestFact[];
  readonly earlier: { readonly facts: readonly RequestFact[]; readonly more: boolean };
  readonly history: readonly HistoryLine[];
  readonly offers: Offers;
};

/**
 * One request as the reader may see it. Opening it is written into the log by `openRequest`, first.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function requestPage(ctx: Ctx, reference: string): Promise<RequestPage> {
  const staff = authoriseStaff(ctx, "request.read");
  const { id: controllerId } = ctx.controller;
  const stored = readReference(reference);
  const request = stored && (await requestByReference(controllerId, stored));
  const filing = request && (await filingById(controllerId, request.filingId));
  if (!request || !filing || !sees(staff, request)) throw new Refused({ code: "not_found" });

  const readable = seesPerson(staff, request);
  const key = await keyFor(request, readable);
  const clock = (await clocksOf(ctx.controller, filing.zone, [request]))(request);
  const today = localDate(ctx.now().toISOString(), filing.zone);
  const sent = await noticesOfFiling(controllerId, filing.id);
  const notices = sent.filter((notice) => notice.requestId === request.id || notice.requestId === null);
  const decision = await decisionLine(request, key, notices);
  const standing = standingOf(request);
  const withdrawing = isWithdrawing(request, notices);
  const gate = mayRelease(await releaseFacts(filing, request.id));
  const thread = await threadLines(request, key, notices);
  const history = await historyOf(controllerId, {
    requestId: request.id,
    subjectIds: [filing.id, ...notices.map((notice) => notice.id)],
  });
  return {
    reference: request.reference,
    right: request.right,
    version: request.version,
    seen: Math.max(0, ...history.map((line) => line.seq)),
    standing,
    withdrawing,
    outcome: request.outcome,
    channel: filing.channel,
    language: filing.language,
    zone: filing.zone,
    receivedAt: request.receivedAt.toISOString() as IsoInstant,
    confirmedAt: instantOrNull(filing.confirmedAt),
    remindedAt: instantOrNull(filing.remindedAt),
    who: readable ? await whoOf(filing) : null,
    details: key && openDetails(key, request),
    clock,
    promisedOn: request.promisedOn,
    workBy: request.workBy,
    daysLeft: standing === "closed" ? null : daysLeft(today, request.workBy),
    assignee: await assigneeOf(request),
    colleagues: may(staff.roles, "request.assign") ? await colleaguesAt(controllerId) : [],
    next: nextSteps({
      standing,
      confirmed: filing.confirmedAt !== null,
      gaps: gate.ok ? [] : gate.refusal,
      closable: isClosable(filing, ctx.now()),
      assigned: request.assigneeId !== null,
      clockStatus: clock.status,
      refusalBy: clock.refusalBy,
      today,
      noticeFailed: notices.some((notice) => notice.state === "failed"),
      toPost: notices.some((notice) => notice.state === "to_post"),
      recallable: decision?.recallable ?? false,
      withdrawing,
      ...said(thread),
      ...(await feeFacts(request)),
      check: await newestCheck(controllerId, request.id),
    }),
    thread,
    notices: notices.map(noticeLine),
    decision,
    flags: await flagLines(request, key),
    siblings: await siblingsOf(staff, request, filing),
    earlier: await earlierRequests(staff, request),
    history,
    offers: offersOf(staff, request, decision),
  };
}

async function whoOf(filing: Filing): Promise<Who> {
  return openWho(await loadDataKey(db(), filing.dataKeyId), filing);
}

async function assigneeOf({ assigneeId: id }: RightsRequest): Promise<Colleague | null> {
  return id === null ? null : { id, name: (await staffNames([id])).get(id) ?? "" };
}

async function siblingsOf(
  staff: StaffActor,
  request: RightsRequest,
  filing: Filing,
): Promise<readonly RequestFact[]> {
  const all = await requestsOfFiling(request.controllerId, filing.id);
  return all
    .filter((each) => each.id !== request.id && sees(staff, each))
    .map((each) => toFact({ ...each, confirmed: filing.confirmedAt !== null }));
}

function offersOf({ roles }: StaffActor, request: RightsRequest, decision: DecisionLine | null): Offers {
  const now = (step: Step) => mayStep(request.state, step).ok;
  return {
    assign: may(roles, "request.assign") && now("assign"),
    note: may(roles, "request.note") && now("note"),
    ask: may(roles, "request.ask") && now("ask"),
    flag: may(roles, "request.flag") && now("flag"),
    decide: may(roles, "request.decide") && now("decide"),
    recall: may(roles, "answer.send") && (decision?.recallable ?? false),
    retry: may(roles, "notice.retry"),
    undo: may(roles, "notice.undo"),
    undoAnswer:
      (decision?.recallable ?? false) &&
      (may(roles, "answer.send") || (decision?.approved === true && may(roles, "decision.approve"))),
    approve: may(roles, "decision.approve") && now("approve"),
    post: may(roles, "notice.post"),
  };
}
