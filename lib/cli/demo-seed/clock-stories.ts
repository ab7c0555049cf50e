import { randomUUID } from "node:crypto";
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { changeOwnDay } from "@/lib/commands/clock/change-own-day";
import { extend } from "@/lib/commands/clock/extend";
import { previewExtension } from "@/lib/commands/clock/preview-extension";
import { saveExtension } from "@/lib/commands/clock/save-extension";
import type { Ctx } from "@/lib/commands/context";
import { reply } from "@/lib/commands/request/reply";
import { accepted, type Story, seen, story } from "./one-story";
import type { DemoColleague } from "./staff";

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
