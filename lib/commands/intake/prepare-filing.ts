import { randomBytes, randomUUID } from "node:crypto";
import { TEMPLATE as BY_POST, receiptByPost } from "@/emails/post/receipt-by-post";
import { receiptMail, TEMPLATE } from "@/emails/receipt";
import { basisOf, clockOf } from "@/lib/commands/clock/compute";
import { actorOf, type Ctx } from "@/lib/commands/context";
import { suppressionAtOnce, tasksAtOnce } from "@/lib/commands/decision/stop-at-once";
import { receiptFacts } from "@/lib/commands/notice/receipt-facts";
import { holdAfter } from "@/lib/commands/notice/throttle";
import { projection } from "@/lib/db/clock";
import { filingRows } from "@/lib/db/filing";
import type { FilingGround } from "@/lib/db/filing-ground";
import { makeLink } from "@/lib/db/link";
import { requestRows } from "@/lib/db/request";
import { localDate } from "@/lib/domain/clock/dates";
import { dateToTell } from "@/lib/domain/clock/promise";
import { type AsReceived, type Channel, type FilingInput, ownEmailOf } from "@/lib/domain/intake/filing";
import { receiptOfRequests } from "@/lib/domain/intake/receipt";
import { referenceFrom } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { rightsUnder } from "@/lib/domain/law/profile";

export type FilingToPrepare = {
  readonly filing: FilingInput;
  readonly channel: Channel;
  /** When it was received, which may lie before now where staff enter it. */
  readonly receivedAt: Date;
  readonly idempotencyKey: string;
  readonly bodyHash: Uint8Array<ArrayBuffer>;
  readonly asReceived?: AsReceived;
  readonly ground: FilingGround;
};

export type PreparedFiling = ReturnType<typeof prepareFiling>;

/**
 * Everything of a filing that needs no database: keys, sealing, clocks, the rendered receipt. The same for every
 * channel; only without an email address the receipt is a letter, and there is no link.
 * @throws Refused bad_input where a right is not one of the law at hand
 */
export function prepareFiling(ctx: Ctx, of: FilingToPrepare) {
  const { controller } = ctx;
  const { filing, receivedAt, ground } = of;
  const now = ctx.now();
  const basis = basisOf(controller.settings, ground.calendar);
  const { zone, profile } = controller.settings;
  const given = rightsUnder(profile);
  if (filing.requests.some(({ right }) => !given.includes(right))) {
    throw new Refused({ code: "bad_input", issues: [{ field: "rights", message: "rightNotGiven" }] });
  }
  const common = { id: randomUUID(), controllerId: controller.id };
  const filed = filingRows({
    ...common,
    channel: of.channel,
    language: filing.language,
    receivedAt,
    zone,
    receivedOn: localDate(receivedAt.toISOString(), zone),
    recordedAt: now,
    recordedBy: actorOf(ctx),
    idempotencyKey: of.idempotencyKey,
    bodyHash: of.bodyHash,
    settingsVersion: controller.settingsVersion,
    who: filing.who,
    requests: filing.requests,
    asReceived: of.asReceived,
  });
  const requests = filing.requests.map((details) => {
    const clock = clockOf(basis, controller.settings, { receivedAt, zone, right: details.right }, []);
    const promisedOn = dateToTell(clock);
    const rows = requestRows({
      id: randomUUID(),
      controllerId: controller.id,
      filingId: common.id,
      reference: referenceFrom(randomBytes(10)),
      receivedAt,
      recordedAt: now,
      details,
      clock: projection(clock, promisedOn, basis),
    });
    return { ...rows, clock, promisedOn };
  });
  const byPost = filed.row.emailIndex === null;
  const link = makeLink("confirm");
  const receipt = receiptOfRequests(
    { ...common, language: filing.language, receivedAt, zone, confirmedAt: null },
    requests.map(({ row, clock, promisedOn }) => ({
      reference: row.reference,
      right: row.right,
      clock,
      promisedOn,
    })),
  );
  const facts = receiptFacts(ctx, receipt, link.token, ground);
  const held = holdAfter(ground.recentNotices, now);
  const notice = {
    id: randomUUID(),
    controllerId: controller.id,
    to: { filingId: common.id },
    kind: "receipt",
    template: byPost ? BY_POST : TEMPLATE,
    content: byPost ? receiptByPost(facts) : receiptMail(facts),
    byPost,
    at: now,
    dataKey: filed.handle,
    ...(held ? { heldUntil: held } : {}),
  } as const;
  const stops = requests.map((request) => tasksAtOnce(ctx, request));
  return {
    filing: filed,
    requests,
    tasks: stops.flatMap(({ tasks }) => tasks),
    taskEntries: stops.flatMap(({ entries }) => entries),
    suppression: ground.suppressed ? null : suppressionAtOnce(ctx, ownEmailOf(filing.who), requests),
    link: byPost ? null : link,
    receipt,
    notice,
  };
}
