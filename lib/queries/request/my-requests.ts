import { authoriseRequester, type Ctx } from "@/lib/commands/context";
import { goesToOther } from "@/lib/db/addressee";
import { requestsWithEvent } from "@/lib/db/audit";
import { db } from "@/lib/db/client";
import { clocksOf } from "@/lib/db/clocks";
import { loadDataKeys } from "@/lib/db/data-key";
import { type Decision, decisionsOf, openAnswer, openLetter, standingDecision } from "@/lib/db/decision";
import { standingFee } from "@/lib/db/fee";
import { type Filing, filingById } from "@/lib/db/filing";
import { type Forwarding, forwardingOf } from "@/lib/db/forwarding";
import { newestCheck } from "@/lib/db/identity-check";
import { type Notice, noticesOfFiling } from "@/lib/db/notice";
import { releaseFacts } from "@/lib/db/release";
import { type RightsRequest, requestsOfFiling } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import { byRequester, type MessageKind, type ThreadMessage, threadOf } from "@/lib/db/thread";
import { transact } from "@/lib/db/transact";
import { asTold } from "@/lib/domain/clock/promise";
import type { AnswerWay } from "@/lib/domain/clock/recorded-answer";
import type { Clock } from "@/lib/domain/clock/types";
import { mayRelease, type ReleaseFacts, releaseOf } from "@/lib/domain/delivery/release-gate";
import { type CheckState, OUR_TURN } from "@/lib/domain/identity/check";
import type { Representation } from "@/lib/domain/identity/representation";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { knowsAppeal } from "@/lib/domain/law/profile";
import type { NoticeKind, NoticeState } from "@/lib/domain/notice/kinds";
import type { Letter } from "@/lib/domain/notice/letter";
import type { Customer } from "@/lib/domain/request/forwarding";
import { type MyStanding, myStanding } from "@/lib/domain/request/my-standing";
import { type Ending, mayStep } from "@/lib/domain/request/state";
import { type MyClock, myClock } from "@/lib/queries/clock/my-clock";
import { type MyStop, myStop } from "@/lib/queries/decision/my-stop";

/** A message as the requester sees it; `way` says how it came where staff wrote it down. */
export type MyMessage = {
  readonly id: string;
  readonly kind: Exclude<MessageKind, "note">;
  readonly text: string;
  readonly at: IsoInstant;
  readonly way: AnswerWay | null;
};

/** What is kept back: a question that waits for a reply, or something else; and what has to be shown before it is read. */
export type HiddenThread = {
  readonly what: "question" | "message";
  readonly until: "identity" | "authority" | "both";
};

/** One request as its requester sees it. An answer on its way is still open to them. */
export type MyRequest = {
  readonly reference: string;
  readonly right: Right;
  readonly standing: MyStanding;
  readonly closed: boolean;
  readonly outcome: Ending | null;
  readonly clock: Clock;
  readonly timing: MyClock;
  readonly promisedOn: IsoDate | null;
  readonly thread: readonly MyMessage[];
  /** That something stands in the thread which the release gate does not let through; null where nothing does. */
  readonly hidden: HiddenThread | null;
  readonly stop: MyStop | null;
  readonly notices: readonly { kind: NoticeKind; at: IsoInstant; state: NoticeState }[];
  readonly letter: Letter | null;
  /** Answers that stood until the request was opened again, oldest first. */
  readonly earlier: readonly { readonly id: string; readonly letter: Letter }[];
  /** Who the controller is that the request was sent on to. */
  readonly forwardedTo: Customer | null;
  /** Where an appeal against the answer begins, under a law that knows one; null elsewhere. */
  readonly appealAt: string | null;
  readonly canWithdraw: boolean;
  readonly canReply: boolean;
};

export type MyFiling = {
  readonly controllerSlug: string;
  readonly receivedAt: IsoInstant;
  readonly zone: string;
  readonly requests: readonly MyRequest[];
};

/**
 * What a requester sees of their own filing. The first reading of an answer is written into the log.
 * @throws Refused not_signed_in, session_ended (the filing is gone)
 */
export async function myRequests(ctx: Ctx): Promise<MyFiling> {
  const { filingId } = authoriseRequester(ctx);
  const { controller } = ctx;
  const filing = await filingById(controller.id, filingId);
  if (!filing) throw new Refused({ code: "session_ended" });
  const requests = await requestsOfFiling(controller.id, filingId);
  const clocks = await clocksOf(controller, filing.zone, requests);
  const keys = await loadDataKeys(
    db(),
    requests.map((request) => request.dataKeyId),
  );
  const notices = await noticesOfFiling(controller.id, filingId);
  const shown = await Promise.all(
    requests.map((request) =>
      view(ctx, filing, request, clocks(request), keys.get(request.dataKeyId) as DataKeyHandle, notices),
    ),
  );
  await recordReading(
    ctx,
    requests.filter((request) => shown.some((s) => s.reference === request.reference && s.letter)),
  );
  return {
    controllerSlug: controller.slug,
    receivedAt: filing.receivedAt.toISOString() as IsoInstant,
    zone: filing.zone,
    requests: shown.sort((a, b) => RIGHTS.indexOf(a.right) - RIGHTS.indexOf(b.right)),
  };
}

async function view(
  ctx: Ctx,
  filing: Filing,
  request: RightsRequest,
  clock: Clock,
  key: DataKeyHandle,
  notices: readonly Notice[],
): Promise<MyRequest> {
  const { controllerId, id } = request;
  const decision = await standingDecision(controllerId, id);
  const forwarding = await forwardingOf(controllerId, id, key);
  const letter = decision?.state === "effective" ? await releasedLetter(filing, key, decision) : null;
  const facts = await releaseFacts(filing, id);
  const released = mayRelease(facts).ok;
  const said = (await threadOf(controllerId, id, key)).filter(
    ({ kind, noticeId }) => kind !== "note" && hasLeft(noticeId, notices),
  );
  // What they wrote on this page themselves they know; all else may say something about the person.
  const thread = said.filter((message) => released || byRequester(message));
  const asked = thread.some(({ kind }) => kind === "question");
  const visible = notices.filter((notice) => notice.requestId === id || notice.requestId === null);
  return {
    reference: request.reference,
    right: request.right,
    standing: await standingOf(request, {
      ...{ clock, asked: asked && request.waitingSince !== null, representation: facts.representation },
      ...(await arrivedCheck(request, notices)),
    }),
    closed: request.state === "closed",
    // How it ended says something about the person too.
    outcome: decision?.state === "effective" && !letter ? null : request.outcome,
    clock: asTold(clock, request.promisedOn),
    timing: await myClock(ctx, request, key, released),
    promisedOn: request.promisedOn,
    thread: thread.map(({ id: message, kind, text, at, recorded }) => ({
      ...{ id: message, kind: kind as MyMessage["kind"], text, at: at.toISOString() as IsoInstant },
      way: recorded?.way ?? null,
    })),
    hidden: thread.length < said.length ? hiddenThread(request, said, facts) : null,
    stop: released ? await myStop(request, filing, key, ctx.now()) : null,
    notices: visible
      .filter((notice) => notice.state === "accepted" && isTheirs(notice))
      .map(({ kind, state, acceptedAt, owedAt }) => ({
        kind,
        state,
        at: (acceptedAt ?? owedAt).toISOString() as IsoInstant,
      })),
    letter,
    earlier: await supersededLetters(filing, request, key),
    forwardedTo: forwarding?.state === "effective" ? await releasedCustomer(filing, forwarding) : null,
    appealAt: letter && mayAppeal(ctx, request) ? `/${ctx.controller.slug}?right=complaint` : null,
    canWithdraw: mayStep(request.state, "withdraw").ok,
    canReply: mayStep(request.state, "reply").ok && asked,
  };
}

async function standingOf(
  request: RightsRequest,
  of: {
    readonly clock: Clock;
    readonly asked: boolean;
    readonly representation: Representation;
    readonly identity: CheckState | null;
    readonly ourTurn: boolean;
  },
): Promise<MyStanding> {
  const { clock, ...rest } = of;
  const { controllerId, id: requestId } = request;
  const fee = await standingFee({ controllerId, requestId });
  return myStanding({
    ...rest,
    closed: request.state === "closed",
    answering: request.state === "answer_pending",
    fee: fee?.effectiveAt ? fee.state : null,
    stopped: clock.status === "paused",
    extended: clock.extended,
    reopened: clock.derivation.some(({ rule }) => rule === "reopened"),
  });
}

/** A demand for proof whose letter has arrived, and whether the next step of it is ours. */
async function arrivedCheck(
  { controllerId, id }: RightsRequest,
  notices: readonly Notice[],
): Promise<{ readonly identity: CheckState | null; readonly ourTurn: boolean }> {
  const check = await newestCheck(controllerId, id);
  const told = notices.some((notice) => notice.id === check?.noticeId && notice.state === "accepted");
  if (!check || !told) return { identity: null, ourTurn: false };
  return { identity: check.state, ourTurn: check.method !== null && OUR_TURN.includes(check.method) };
}

/** A no can be appealed to the controller where the law says so; the answer to an appeal cannot. */
function mayAppeal({ controller }: Ctx, { outcome, right }: RightsRequest): boolean {
  const no = outcome === "refused" || outcome === "granted_in_part";
  return no && right !== "complaint" && knowsAppeal(controller.settings.profile);
}

/** The letter of a decision, if the gate lets it pass now: also long after it was sent, and after a reopening. */
async function releasedLetter(
  filing: Filing,
  key: DataKeyHandle,
  decision: Decision,
): Promise<Letter | null> {
  const what = releaseOf(openAnswer(key, decision));
  const gate = mayRelease(await releaseFacts(filing, decision.requestId), what);
  return gate.ok ? openLetter(key, decision) : null;
}

/** What was answered before the request was opened again stays readable, through the same gate. */
async function supersededLetters(filing: Filing, { controllerId, id }: RightsRequest, key: DataKeyHandle) {
  const before = (await decisionsOf(controllerId, id)).filter(({ state }) => state === "superseded");
  const letters = await Promise.all(
    before.map(async (each) => ({ id: each.id, letter: await releasedLetter(filing, key, each) })),
  );
  return letters.flatMap(({ id: decision, letter }) => (letter ? [{ id: decision, letter }] : []));
}

/** Who a request was sent on to says something about the person: the gate stands before it too. */
async function releasedCustomer(
  filing: Filing,
  { requestId, customer }: Forwarding,
): Promise<Customer | null> {
  return mayRelease(await releaseFacts(filing, requestId)).ok ? customer : null;
}

/** What is said of messages that are kept back: that they are there, and nothing of what they say. */
function hiddenThread(
  { waitingSince }: RightsRequest,
  said: readonly ThreadMessage[],
  facts: ReleaseFacts,
): HiddenThread {
  const gate = mayRelease(facts);
  const about = (whom: string) => !gate.ok && gate.refusal.some((gap) => gap.startsWith(whom));
  const identity = about("identity");
  const last = said.findLast(({ kind }) => kind === "question" || kind === "reply");
  return {
    what: waitingSince && last?.kind === "question" ? "question" : "message",
    until: identity && about("authority") ? "both" : identity ? "identity" : "authority",
  };
}

/** Whether a message can be seen by the requester: what can still be taken back, or was, has not left. */
function hasLeft(noticeId: string | null, notices: readonly Notice[]): boolean {
  const notice = notices.find(({ id }) => id === noticeId);
  if (!notice) return true;
  return notice.state !== "recalled" && (notice.attempts > 0 || notice.state !== "owed");
}

async function recordReading(ctx: Ctx, answered: readonly RightsRequest[]): Promise<void> {
  const ids = answered.map((request) => request.id);
  const known = await requestsWithEvent(ctx.controller.id, ids, "answer.read");
  const first = answered.filter((request) => !known.has(request.id));
  if (first.length === 0) return;
  await transact(ctx, async ({ audit }) => {
    for (const request of first)
      audit({ type: "answer.read", subject: request.filingId, request: request.id });
  });
}

/** Told to whoever reads this page: also what was first written to somebody whose request it has become since. */
function isTheirs(notice: Notice): boolean {
  return notice.kind === "answered_directly" || !goesToOther(notice);
}
