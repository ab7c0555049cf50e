import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome, type SendOutcome } from "@/lib/commands/notice/record-outcome";
import { type LoggedEvent, newestEvents } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import { requestByReference } from "@/lib/db/request";
import type { AuditEventType } from "@/lib/domain/audit/events";
import { type Refusal, Refused } from "@/lib/domain/kernel/refusal";
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
