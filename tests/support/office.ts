import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { doTask } from "@/lib/commands/decision/end-task";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome, type SendOutcome } from "@/lib/commands/notice/record-outcome";
import { type LoggedEvent, newestEvents } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import { markReminded } from "@/lib/db/filing";
import { requestByReference } from "@/lib/db/request";
import { quietly } from "@/lib/db/transact";
import type { AuditEventType } from "@/lib/domain/audit/events";
import { CONFIRM_DAYS } from "@/lib/domain/decision/unconfirmed";
import { type Refusal, Refused } from "@/lib/domain/kernel/refusal";
import { requestTasks } from "@/lib/queries/decision/request-tasks";
import { localDay } from "@/tests/support/days";
import { setupCtx } from "@/tests/support/desk";

/** The worker's context. */
export function systemCtx(): InstallationCtx {
  return { ...setupCtx(), actor: { kind: "system" } };
}

/** The refusal of an attempt that must be refused. */
export async function refusal(attempt: Promise<unknown>): Promise<Refusal> {
  const thrown: unknown = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof Refused) return thrown.refusal;
  throw thrown ?? new Error("it was not refused");
}

/** What the log says about a request, oldest first; of one type or of all. */
export async function eventsOf(
  controller: { readonly id: string },
  reference: string,
  type?: AuditEventType,
): Promise<LoggedEvent[]> {
  const request = await requestByReference(controller.id, reference);
  const events = (await newestEvents(controller.id, 100_000)).filter(
    (event) => event.requestId === request?.id,
  );
  return events.filter((event) => type === undefined || event.type === type).reverse();
}

/** Numbers that differ as soon as anything of a controller was changed. */
export async function changes(controller: { readonly id: string }) {
  const of = { where: { controllerId: controller.id } };
  const versions = await db().rightsRequest.aggregate({ ...of, _sum: { version: true } });
  const head = await db().auditHead.findUnique({ where: { chainId: controller.id } });
  return {
    versions: versions._sum.version,
    lines: Number(head?.seq),
    notices: await db().notice.count(of),
    messages: await db().threadMessage.count(of),
    flags: await db().requestFlag.count(of),
    decisions: await db().decision.count(of),
  };
}

/** Lets the reminder have left so long ago that its link has run out. */
export async function neverConfirmed(controller: { readonly id: string }, filingId: string): Promise<void> {
  const long = new Date(Date.now() - (CONFIRM_DAYS + 1) * 86_400_000);
  await quietly((tx) => markReminded(tx, controller.id, filingId, long));
}

/** Records the open stops of a request as done today; returns its version then. */
export async function stopsDone(officer: Ctx, reference: string): Promise<number> {
  const seen = async () => (await db().rightsRequest.findUniqueOrThrow({ where: { reference } })).version;
  for (const { id, stop, state } of (await requestTasks(officer, reference)).lines) {
    if (!stop || state !== "open") continue;
    const proof = { text: "Avstängt.", systems: "Utskick", on: localDay() };
    await doTask(officer, { reference, version: await seen(), taskId: id, ...proof });
  }
  return seen();
}

/** Lets the mail server answer for every notice of a controller that is due; returns how many there were. */
export async function deliver(ctx: Ctx, outcome: SendOutcome = { accepted: true }): Promise<number> {
  const due = await db().notice.findMany({
    where: { controllerId: ctx.controller.id, state: { in: ["owed"] } },
  });
  let sent = 0;
  for (const { id } of due) {
    if (!(await claimForSending(systemCtx(), id))) continue;
    await recordSendOutcome(systemCtx(), id, outcome, 0.5);
    sent++;
  }
  return sent;
}
