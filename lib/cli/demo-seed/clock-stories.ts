import { randomUUID } from "node:crypto";
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { changeOwnDay } from "@/lib/commands/clock/change-own-day";
import { extend } from "@/lib/commands/clock/extend";
import { previewExtension } from "@/lib/commands/clock/preview-extension";
import { saveExtension } from "@/lib/commands/clock/save-extension";
import type { Ctx } from "@/lib/commands/context";
import { fileRequests } from "@/lib/commands/intake/file-requests";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";
import { reply } from "@/lib/commands/request/reply";
import { db } from "@/lib/db/client";
import { markConfirmed } from "@/lib/db/filing";
import { quietly } from "@/lib/db/transact";
import type { DemoColleague } from "./staff";

const DAY = 86_400_000;
const ACCESS = { right: "access", scope: "everything", from: null, to: null, subject: "" } as const;

/**
 * Three invented requests whose time was stopped, went on, or was extended, and a day of the controller's own: what
 * the clock at the desk can do, to be looked at.
 */
export async function clockStories(base: Ctx, team: readonly DemoColleague[]): Promise<number> {
  const paused = await story(base, team, "Petra Påhittad (paus)", 9);
  await ask(paused, 8);
  const answered = await story(base, team, "Sixten Påhittad (svar)", 14);
  await ask(answered, 13);
  const text = "Allt, tack.";
  await reply(answered.requester(9), { reference: answered.reference, text, idempotencyKey: randomUUID() });
  const extended = await story(base, team, "Flora Påhittad (förlängd)", 20);
  await more(extended, 6);
  const admin = team.find(({ role }) => role === "administrator");
  if (admin) {
    const ctx: Ctx = { ...base, actor: { kind: "staff", staffId: admin.staffId, roles: ["administrator"] } };
    const day = `${base.now().getUTCFullYear() + 1}-06-07`;
    await changeOwnDay(ctx, { change: "added", day, reason: "Påhittad helgdag ett enda år." });
  }
  return 3;
}

type Story = Awaited<ReturnType<typeof story>>;

async function story(base: Ctx, team: readonly DemoColleague[], name: string, ago: number) {
  const at = (days: number): Ctx => {
    const now = new Date(base.now().getTime() - days * DAY);
    return { ...base, now: () => now };
  };
  const email = `${randomUUID().slice(0, 8)}@person.test`;
  const who = { language: "sv", who: { name, email }, requests: [ACCESS] };
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

async function ask({ at, desk, filingId, reference }: Story, ago: number): Promise<void> {
  await askPausing(desk(ago), {
    ...(await seen(reference)),
    text: "Vilka år gäller din begäran?",
    choices: "Bara 2025 och 2026\nAlla år",
    category: "period",
    reason: "Fyra register med sammanlagt 20 000 poster om personen. (Påhittat.)",
    largeQuantity: true,
  });
  await accepted(at(ago), filingId);
}

async function more({ at, desk, filingId, reference }: Story, ago: number): Promise<void> {
  await saveExtension(desk(ago), {
    reference,
    reasons: ["many_systems", "others_data"],
    specific: "Uppgifterna finns i sju arkiv och rör också andra kunder. (Påhittat.)",
    done: "Tre arkiv är genomsökta. (Påhittat.)",
  });
  const { fingerprint } = await previewExtension(desk(ago), reference);
  await extend(desk(ago), { ...(await seen(reference)), letter: fingerprint });
  await accepted(at(ago), filingId);
}

async function seen(reference: string) {
  const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
  return { reference, version };
}

/** Does the worker's part for every owed notice of a filing, without a mail of the past leaving. */
async function accepted(ctx: Ctx, filingId: string): Promise<void> {
  const worker: Ctx = { ...ctx, actor: { kind: "system" } };
  const owed = await db().notice.findMany({ where: { filingId, state: "owed" }, select: { id: true } });
  for (const { id } of owed) {
    if (await claimForSending(worker, id)) await recordSendOutcome(worker, id, { accepted: true }, 0.5);
  }
}
