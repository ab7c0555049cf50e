/** Identity checks as tests need them: asked, told, answered. */
import type { Ctx } from "@/lib/commands/context";
import { draftIdentityRequest } from "@/lib/commands/identity/draft-request";
import { previewIdentityRequest } from "@/lib/commands/identity/preview-request";
import { requestIdentity } from "@/lib/commands/identity/request-identity";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";
import { db } from "@/lib/db/client";
import { requestByReference } from "@/lib/db/request";
import type { Method } from "@/lib/domain/identity/check";
import { systemCtx } from "@/tests/support/office";

export const DOUBT = {
  category: "address_unknown",
  doubt: "The request came from an address that is in none of our registers.",
  needed: "The customer number and the month of the last order; nobody else knows both.",
} as const;

export async function versionOf(ctx: Ctx, reference: string): Promise<number> {
  return (await requestByReference(ctx.controller.id, reference))?.version ?? -1;
}

/** Staff ask for proof, as written and previewed; the letter has not left yet. */
export async function askIdentity(
  ctx: Ctx,
  reference: string,
  methods: readonly Method[] = ["account", "known_address", "facts", "call_back", "id_copy"],
): Promise<void> {
  const boxes = Object.fromEntries(methods.map((method) => [`by_${method}`, "on"]));
  const version = await versionOf(ctx, reference);
  await draftIdentityRequest(ctx, { reference, version, ...DOUBT, ...boxes });
  const { prepared } = await previewIdentityRequest(ctx, reference);
  await requestIdentity(ctx, { reference, version, letter: prepared?.fingerprint ?? "0".repeat(64) });
}

/** The mail server accepts everything that is owed at a controller, as if at an instant. */
export async function accept(ctx: Ctx, at: Date = ctx.now()): Promise<void> {
  const where = { controllerId: ctx.controller.id, state: { in: ["owed", "held"] } };
  await db().notice.updateMany({ where, data: { nextAttemptAt: new Date(Date.now() - 1_000) } });
  for (const { id } of await db().notice.findMany({ where })) {
    const worker = { ...systemCtx(), now: () => at };
    if (await claimForSending(worker, id)) await recordSendOutcome(worker, id, { accepted: true }, 0.5);
  }
}

/** Asked, and the requester was told. */
export async function askedIdentity(ctx: Ctx, reference: string, methods?: readonly Method[]): Promise<void> {
  await askIdentity(ctx, reference, methods);
  await accept(ctx);
}
