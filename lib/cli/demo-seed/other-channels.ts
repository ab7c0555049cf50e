import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { enterFiling } from "@/lib/commands/intake/enter-filing";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { forwardRequest } from "@/lib/commands/request/forward";
import { db } from "@/lib/db/client";
import { wallNow } from "@/lib/domain/intake/received";
import { ENTRIES, type Entry } from "./entries";
import type { DemoColleague } from "./staff";

const HOUR = 3_600_000;

/**
 * A few requests that came by other ways than the form, entered by an officer: by letter, phone, in person, through a
 * processor, and one that was sent on to a customer-controller.
 * @returns how many requests
 */
export async function seedOtherChannels(base: Ctx, team: readonly DemoColleague[]): Promise<number> {
  const officer = team.find(({ role }) => role === "officer");
  const language = base.controller.settings.languages[0] ?? "en";
  if (!officer) return 0;
  for (const entry of ENTRIES[language]) {
    const at = (hoursAgo: number): Ctx => ({
      ...base,
      now: () => new Date(base.now().getTime() - hoursAgo * HOUR),
      actor: { kind: "staff", staffId: officer.staffId, roles: ["officer"] },
    });
    await enter(at, entry);
  }
  return ENTRIES[language].length;
}

async function enter(at: (hoursAgo: number) => Ctx, entry: Entry): Promise<void> {
  const { zone } = at(0).controller.settings;
  const { receivedHoursAgo, enteredHoursAgo, reachedUsHoursAgo, posted, forwardTo, right, ...typed } = entry;
  const received = wallNow(at(receivedHoursAgo).now(), zone);
  const reached = reachedUsHoursAgo === undefined ? received : wallNow(at(reachedUsHoursAgo).now(), zone);
  const processor = typed.processor ? { processorOn: received.date, processorAt: received.time } : {};
  const desk = at(enteredHoursAgo);
  const receipt = await enterFiling(desk, {
    ...typed,
    ...processor,
    idempotencyKey: `entry_${randomUUID()}`,
    receivedOn: reached.date,
    receivedAt: reached.time,
    knownBack: true,
    language: desk.controller.settings.languages[0],
    rights: [right],
    details: { [right]: { right } },
  });
  const [request] = receipt.requests;
  if (posted) {
    const notice = await noticeOf(receipt.filingId, "receipt");
    const postedOn = wallNow(desk.now(), zone).date;
    await recordPosting(desk, { noticeId: notice, postedOn, how: "post" });
    await verifyAddress(desk, { reference: request?.reference, how: "records" });
  }
  const later = at(enteredHoursAgo - 0.5);
  if (typed.email) await accept(later, await noticeOf(receipt.filingId, "receipt"));
  if (forwardTo) {
    await forwardRequest(desk, { reference: request?.reference, version: 1, ...forwardTo });
    for (const kind of ["forwarded_to_customer", "forwarded"]) {
      await accept(later, await noticeOf(receipt.filingId, kind));
    }
  }
}

async function noticeOf(filingId: string, kind: string): Promise<string> {
  return (await db().notice.findFirstOrThrow({ where: { filingId, kind }, select: { id: true } })).id;
}

/** Does the worker's part, without a mail of the past leaving. */
async function accept(ctx: Ctx, noticeId: string): Promise<void> {
  const worker: Ctx = { ...ctx, actor: { kind: "system" } };
  if (await claimForSending(worker, noticeId)) {
    await recordSendOutcome(worker, noticeId, { accepted: true }, 0.5);
  }
}
