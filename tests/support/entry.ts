import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { enterFiling } from "@/lib/commands/intake/enter-filing";
import { wallNow } from "@/lib/domain/intake/received";

/** What staff type in for a letter that came just now, with a postal address and no email. */
export function anEntry(ctx: Ctx, changed: Readonly<Record<string, unknown>> = {}) {
  const now = wallNow(ctx.now(), ctx.controller.settings.zone);
  return {
    idempotencyKey: `entry_${randomUUID()}`,
    channel: "post",
    receivedOn: now.date,
    receivedAt: now.time,
    language: "sv",
    name: "Åsa Påhittad",
    postalAddress: "Låtsasvägen 4\n000 00 Ingenstans",
    text: "Jag begär tillgång till mina uppgifter.",
    rights: ["access"],
    details: { access: { right: "access", scope: "everything" } },
    ...changed,
  };
}

/** Enters it, and gives the reference of its first request. */
export async function entered(ctx: Ctx, changed: Readonly<Record<string, unknown>> = {}) {
  const receipt = await enterFiling(ctx, anEntry(ctx, changed));
  return { receipt, reference: receipt.requests[0]?.reference as string };
}
