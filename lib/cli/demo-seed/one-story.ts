import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { fileRequests } from "@/lib/commands/intake/file-requests";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";
import { db } from "@/lib/db/client";
import { markConfirmed } from "@/lib/db/filing";
import { quietly } from "@/lib/db/transact";
import type { Details } from "@/lib/domain/intake/filing";
import type { DemoColleague } from "./staff";

const DAY = 86_400_000;
export const ACCESS: Details = { right: "access", scope: "everything", from: null, to: null, subject: "" };

export type Story = Awaited<ReturnType<typeof story>>;

/** An invented request, filed and confirmed so many days ago, with those who can go on with it on any day since. */
export async function story(
  base: Ctx,
  team: readonly DemoColleague[],
  name: string,
  ago: number,
  asked: Details = ACCESS,
) {
  const at = (days: number): Ctx => {
    const now = new Date(base.now().getTime() - days * DAY);
    return { ...base, now: () => now };
  };
  const email = `${randomUUID().slice(0, 8)}@person.test`;
  const who = { language: base.controller.settings.languages[0], who: { name, email }, requests: [asked] };
  const receipt = await fileRequests(at(ago), who, { idempotencyKey: randomUUID(), channel: "form" });
  const { filingId } = receipt;
  await accepted(at(ago), filingId);
  await quietly((tx) => markConfirmed(tx, base.controller.id, filingId, at(ago).now()));
  const officer = team.find(({ role }) => role === "officer") as DemoColleague;
  return {
    at,
    filingId,
    reference: receipt.requests[0]?.reference as string,
    desk: (days: number): Ctx => ({
      ...at(days),
      actor: { kind: "staff", staffId: officer.staffId, roles: ["officer"] },
    }),
    requester: (days: number): Ctx => ({ ...at(days), actor: { kind: "requester", filingId } }),
  };
}

/** Which request, as it is now. */
export async function seen(reference: string) {
  const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
  return { reference, version };
}

/** Does the worker's part for every owed notice of a filing, without a mail of the past leaving. */
export async function accepted(ctx: Ctx, filingId: string): Promise<void> {
  const worker: Ctx = { ...ctx, actor: { kind: "system" } };
  const owed = await db().notice.findMany({ where: { filingId, state: "owed" }, select: { id: true } });
  for (const { id } of owed) {
    if (await claimForSending(worker, id)) await recordSendOutcome(worker, id, { accepted: true }, 0.5);
  }
}
