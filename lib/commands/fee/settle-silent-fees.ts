import { TEMPLATE, withdrawalConfirmedMail } from "@/emails/withdrawal-confirmed";
import { recompute } from "@/lib/commands/clock/recompute";
import { actorOf, authoriseSystem, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import { requesterMail } from "@/lib/commands/notice/sender";
import { endRequest } from "@/lib/commands/request/end-request";
import { controllerById } from "@/lib/db/controller";
import { loadDataKey } from "@/lib/db/data-key";
import { feeById, feesToCheck, saveFee } from "@/lib/db/fee";
import { addFeeEvent } from "@/lib/db/fee-event";
import { type Filing, filingById } from "@/lib/db/filing";
import { oweNotice } from "@/lib/db/notice";
import { lockRequestById, type RightsRequest, saveRequest } from "@/lib/db/request";
import { NothingToDo, orNothing, transact, type Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { feeRules } from "@/lib/domain/fee/rules";
import { formatReference } from "@/lib/domain/intake/reference";

const DAY = 86_400_000;

/**
 * Finds every fee whose day to answer has passed, in the zone of its filing, and does what the law says of silence and
 * nothing else. EU: it is noted, the clock runs on and a person decides. UK: it is noted, the clock goes on waiting.
 * Switzerland: the request counts as taken back, which its requester is told. A worker that stood still misses nothing.
 */
export async function settleSilentFees(ctx: InstallationCtx): Promise<void> {
  authoriseSystem(ctx);
  // A day on top: somewhere the date is already later than here. Each is looked at in its own zone below.
  const candidates = await feesToCheck(new Date(ctx.now().getTime() + DAY));
  for (const { controllerId, id, requestId } of candidates) {
    const controller = await controllerById(controllerId);
    if (controller) await settle({ ...ctx, controller }, id, requestId);
  }
}

async function settle(ctx: Ctx, feeId: string, requestId: string): Promise<void> {
  const { id: controllerId } = ctx.controller;
  const settled = transact(ctx, async (work) => {
    const { tx, audit } = work;
    const request = await lockRequestById(tx, controllerId, requestId);
    const fee = await feeById(controllerId, feeId, tx);
    const filing = request && (await filingById(controllerId, request.filingId, tx));
    if (!request || !filing || fee?.state !== "open" || request.state !== "open") throw new NothingToDo();
    if (localDate(ctx.now().toISOString(), filing.zone) <= fee.answerBy) throw new NothingToDo();
    const silence = feeRules(fee.profile)?.silence ?? "clock_runs";
    const withdrawn = silence === "withdrawn";
    const at = ctx.now();
    await addFeeEvent(tx, await loadDataKey(tx, request.dataKeyId), {
      ...{ controllerId, feeId, kind: "unanswered", by: actorOf(ctx), at },
    });
    const state = withdrawn ? "closed" : "unanswered";
    await saveFee(tx, { controllerId, id: feeId }, { state, ...(withdrawn ? { endedAt: at } : {}) });
    audit({
      type: "fee.unanswered",
      subject: feeId,
      request: request.id,
      facts: { answerBy: fee.answerBy, silence },
    });
    if (withdrawn) await withdraw(ctx, work, request, filing);
    else await saveRequest(tx, request, { waitingSince: null });
  });
  await orNothing(settled);
}

/** Silence is withdrawal (Switzerland, DPO Art. 19(3)): closed, and told. */
async function withdraw(ctx: Ctx, work: Work, request: RightsRequest, filing: Filing): Promise<void> {
  const { tx, audit } = work;
  const now = ctx.now();
  await endRequest(ctx, work, request, { at: now, unmet: "ended", by: actorOf(ctx) });
  const dates = await recompute(ctx, work, request, {
    ...{ type: "withdrawn", occurredAt: now, recordedBy: actorOf(ctx) },
  });
  const ended = { state: "closed", outcome: "withdrawn", closedAt: now, waitingSince: null } as const;
  await saveRequest(tx, request, { ...dates, ...ended });
  const content = withdrawalConfirmedMail({
    ...(await requesterMail(ctx, filing.language)),
    reference: formatReference(request.reference),
    withdrawnOn: localDate(now.toISOString(), filing.zone),
    startUrl: `${ctx.baseUrl}/${ctx.controller.slug}`,
  });
  await oweNotice(tx, {
    controllerId: request.controllerId,
    to: { filingId: filing.id },
    requestId: request.id,
    kind: "withdrawal_confirmed",
    template: TEMPLATE,
    content,
    at: now,
    dataKey: await loadDataKey(tx, filing.dataKeyId),
  });
  audit({ type: "request.withdrawn", request: request.id, facts: { at: now.toISOString(), by: "silence" } });
}
