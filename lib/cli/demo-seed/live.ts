import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { remindFiling } from "@/lib/commands/identity/remind-unconfirmed";
import { useLink as spendLink } from "@/lib/commands/identity/use-link";
import { fileRequests } from "@/lib/commands/intake/file-requests";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome, type SendOutcome } from "@/lib/commands/notice/record-outcome";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { assign } from "@/lib/commands/request/assign";
import { flag } from "@/lib/commands/request/flag";
import { note } from "@/lib/commands/request/note";
import { reply } from "@/lib/commands/request/reply";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { db } from "@/lib/db/client";
import { linkToken } from "@/lib/db/link-token";
import { localDate } from "@/lib/domain/clock/dates";
import type { Details } from "@/lib/domain/intake/filing";
import type { Receipt } from "@/lib/domain/intake/receipt";
import { answerFor } from "./answers";
import { asked } from "./asked";
import type { Chance } from "./chance";
import { dealtWith } from "./dealt-with";
import { endStops } from "./end-stops";
import { acceptAuthority } from "./identity";
import { onBehalf, person } from "./people";
import type { DemoColleague } from "./staff";
import type { Story } from "./story";
import { tell } from "./tell";

const HOUR = 3_600_000;
const REJECTED: SendOutcome = { accepted: false, temporary: false, code: "550" };

/** Lives one invented filing through the commands, each at its own invented instant. */
export async function live(
  base: Ctx,
  team: readonly DemoColleague[],
  chance: Chance,
  story: Story,
  nth: number,
) {
  const at = (date: Date): Ctx => ({ ...base, now: () => date });
  const later = (hours: number) =>
    new Date(Math.min(story.receivedAt.getTime() + hours * HOUR, base.now().getTime()));
  const language =
    base.controller.settings.languages[
      chance.under(0.8) ? 0 : base.controller.settings.languages.length - 1
    ] ?? "en";
  const waits = story.end.kind === "open" && base.now().getTime() - story.receivedAt.getTime() > 30 * HOUR;
  const requests: Details[] = asked(chance, language, waits && chance.under(0.97));
  const acts = onBehalf(chance);
  const receipt = await fileRequests(
    at(story.receivedAt),
    { language, who: { ...person(chance, nth), ...acts }, requests },
    { idempotencyKey: randomUUID(), channel: chance.under(0.95) ? "form" : "api" },
  );
  if (story.mail === "leave") return receipt.requests.length;
  await send(at(later(0.1)), receipt, story.mail === "failed" ? REJECTED : { accepted: true });
  if (story.confirmed) await confirm(at(later(chance.between(0.2, 20))), receipt.filingId);
  else if (story.end.kind !== "open") {
    await remindFiling({ ...at(later(73)), actor: { kind: "system" } }, receipt.filingId);
    await send(at(later(73.1)), receipt, { accepted: true });
  }

  const colleague = (roles: readonly string[]) =>
    chance.pick(team.filter(({ role }) => roles.includes(role)));
  const officer = colleague(["officer"]);
  const desk = (date: Date): Ctx => ({
    ...at(date),
    actor: { kind: "staff", staffId: officer.staffId, roles: ["officer"] },
  });
  const requester = (date: Date): Ctx => ({
    ...at(date),
    actor: { kind: "requester", filingId: receipt.filingId },
  });
  const [first] = receipt.requests;
  // Nobody is asked what they could not read.
  if (first && acts.onBehalf !== "self" && (story.end.kind !== "open" || story.asked)) {
    await acceptAuthority(desk(later(1)), first.reference);
  }
  for (const { reference, right } of receipt.requests) {
    const seen = async () => ({ reference, version: await versionOf(reference) });
    if (story.assigned) {
      const assigneeId = colleague(["officer", "officer", "dpo", "contributor"]).staffId;
      await assign(desk(later(chance.between(2, 30))), { ...(await seen()), assigneeId });
    }
    if (story.noted) await note(desk(later(31)), { ...(await seen()), text: NOTES[language] });
    if (story.flagged) {
      await flag(desk(later(32)), {
        ...(await seen()),
        ground: chance.pick(["unfounded", "excessive"]),
        reason: FLAGS[language],
      });
    }
    if (story.asked) {
      await askQuestion(desk(later(20)), { ...(await seen()), text: QUESTIONS[language] });
      await send(at(later(20.2)), receipt, { accepted: true });
    }
    if (story.replied) {
      await reply(requester(later(40)), { reference, text: REPLIES[language], idempotencyKey: randomUUID() });
    }
    const { end } = story;
    if (end.kind === "withdrawn") await withdrawRequest(requester(end.at), { reference });
    if (end.kind === "decided" || end.kind === "unanswerable") {
      const wish = end.kind === "decided" ? end.wish : "granted";
      const on = localDate(end.at.toISOString(), base.controller.settings.zone);
      const details = requests.find((each) => each.right === right);
      const written = answerFor(right, wish, language, on);
      const answer = details ? dealtWith(written, details, language) : written;
      if (story.confirmed) await endStops(desk(end.at), reference, language, on);
      await decide(desk(end.at), { ...(await seen()), answer });
    }
    if (end.kind !== "open") {
      const outcome = end.kind === "unanswerable" ? REJECTED : ({ accepted: true } as const);
      await send(at(new Date(end.at.getTime() + 2 * 60_000)), receipt, outcome);
    }
    // Whoever received the data is told a day later, if that has come and somebody got to it.
    const told = end.kind === "decided" ? new Date(end.at.getTime() + 24 * HOUR) : base.now();
    if (told < base.now() && nth % 3 !== 0) {
      await tell(desk(told), reference, language, nth);
      const arrived = nth % 11 !== 0;
      await send(at(new Date(told.getTime() + 2 * 60_000)), receipt, arrived ? { accepted: true } : REJECTED);
    }
  }
  return receipt.requests.length;
}

/** Does the worker's part for every owed notice of a filing, without a mail of the past leaving. */
export async function send(ctx: Ctx, { filingId }: Receipt, outcome: SendOutcome): Promise<void> {
  const worker: Ctx = { ...ctx, actor: { kind: "system" } };
  const owed = await db().notice.findMany({ where: { filingId, state: "owed" }, select: { id: true } });
  for (const { id } of owed) {
    if (await claimForSending(worker, id)) await recordSendOutcome(worker, id, outcome, 0.5);
  }
}

export async function confirm(ctx: Ctx, filingId: string): Promise<void> {
  const link = await db().link.findFirstOrThrow({ where: { filingId, purpose: "confirm" } });
  await spendLink(ctx, linkToken(link.id, "confirm"));
}

export async function versionOf(reference: string): Promise<number> {
  return (await db().rightsRequest.findUniqueOrThrow({ where: { reference } })).version;
}

const NOTES = { sv: "Har frågat IT om loggarna. (Påhittat.)", en: "Asked IT about the logs. (Invented.)" };
const FLAGS = {
  sv: "Sjätte begäran om samma sak på två månader, tidigare svar var fullständiga. (Påhittat.)",
  en: "Sixth request about the same in two months; earlier answers were complete. (Invented.)",
};
const QUESTIONS = {
  sv: "Gäller din begäran bara kundkontot, eller också samtalen med kundtjänst?",
  en: "Is your request about the customer account only, or about the calls with customer service too?",
};
const REPLIES = { sv: "Båda delarna, tack.", en: "Both." };
