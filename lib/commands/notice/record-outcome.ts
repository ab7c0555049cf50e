import { authoriseSystem, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import { takeEffects } from "@/lib/commands/notice/take-effects";
import { controllerById } from "@/lib/db/controller";
import { lockNotice, type Notice, noticeById, saveNoticeOutcome } from "@/lib/db/notice";
import { NothingToDo, orNothing, transact, type Work } from "@/lib/db/transact";
import { nextAttemptIn } from "@/lib/domain/notice/backoff";

/** What the mail server said of a notice. `code` is a code, never an address or a text from outside. */
export type SendOutcome =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly temporary: boolean; readonly code: string };

/**
 * Records what became of a sending. Accepted: what the law ties to the notice takes effect, in the same
 * transaction. Refused for now: tried again later, for five days; for good: failed, and on top of the queue.
 * @param jitter a random number in [0, 1), spreads the attempts
 */
export async function recordSendOutcome(
  ctx: InstallationCtx,
  noticeId: string,
  outcome: SendOutcome,
  jitter: number,
): Promise<void> {
  authoriseSystem(ctx);
  const controllerId = (await noticeById(noticeId))?.controllerId;
  const controller = controllerId && (await controllerById(controllerId));
  if (!controller) return;
  const recorded = transact({ ...ctx, controller }, async (work) => {
    const notice = await lockNotice(work.tx, noticeId);
    if (notice?.state !== "sending") throw new NothingToDo();
    if (outcome.accepted) return accepted({ ...ctx, controller }, work, notice);
    return failed(ctx.now(), work, notice, outcome, jitter);
  });
  await orNothing(recorded);
}

async function accepted(ctx: Ctx, { tx, audit }: Work, notice: Notice): Promise<void> {
  await saveNoticeOutcome(tx, notice.id, { state: "accepted", acceptedAt: ctx.now(), lastError: null });
  audit(said("notice.accepted", notice, { attempt: notice.attempts }));
  await takeEffects(ctx, { tx, audit }, notice, ctx.now());
}

async function failed(
  now: Date,
  { tx, audit }: Work,
  notice: Notice,
  outcome: { readonly temporary: boolean; readonly code: string },
  jitter: number,
): Promise<void> {
  const wait = outcome.temporary
    ? nextAttemptIn(notice.attempts, now.getTime() - notice.owedAt.getTime(), jitter)
    : null;
  const code = /^[A-Za-z0-9_.-]{1,40}$/.test(outcome.code) ? outcome.code : "other";
  await saveNoticeOutcome(tx, notice.id, {
    state: wait === null ? "failed" : "owed",
    lastError: code,
    ...(wait === null ? {} : { nextAttemptAt: new Date(now.getTime() + wait) }),
  });
  const type = wait === null ? "notice.failed" : "notice.postponed";
  audit(said(type, notice, { attempt: notice.attempts, code }));
}

function said(
  type: "notice.accepted" | "notice.failed" | "notice.postponed",
  notice: Notice,
  facts: Readonly<Record<string, string | number>>,
) {
  return {
    type,
    subject: notice.id,
    ...(notice.requestId ? { request: notice.requestId } : {}),
    facts: { kind: notice.kind, ...facts },
  } as const;
}
