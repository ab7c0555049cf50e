import { createHash, randomBytes, randomUUID } from "node:crypto";
import { receiptMail, TEMPLATE } from "@/emails/receipt";
import { throttle } from "@/lib/commands/access/throttle";
import { clockOf, currentBasis } from "@/lib/commands/clock/compute";
import { actorOf, authoriseAnybody, type Ctx } from "@/lib/commands/context";
import { receiptFacts } from "@/lib/commands/notice/receipt-facts";
import { heldUntil } from "@/lib/commands/notice/throttle";
import { projection } from "@/lib/db/clock";
import { type Filing, filingByKey, filingRows } from "@/lib/db/filing";
import { makeLink } from "@/lib/db/link";
import { saveFiling } from "@/lib/db/new-filing";
import { loadReceipt } from "@/lib/db/receipt";
import { requestRows } from "@/lib/db/request";
import { isDuplicate, transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { dateToTell } from "@/lib/domain/clock/promise";
import type { Channel, FilingInput } from "@/lib/domain/intake/filing";
import { type Receipt, receiptOfRequests } from "@/lib/domain/intake/receipt";
import { referenceFrom } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { filingInput } from "@/lib/schemas/intake/filing";
import { parse } from "@/lib/schemas/parse";
import { idempotencyKey } from "@/lib/schemas/text";

/**
 * Files one or more requests: they count from this instant (GDPR Art. 12(3)), whether or not the
 * address is ever confirmed. The same key with the same content gives the same receipt.
 * @param input see lib/schemas/intake/filing.ts
 * @param how.idempotencyKey made when the form was rendered, or the caller's own
 * @throws Refused bad_input, key_reused (same key, other content), too_many, unavailable
 */
export async function fileRequests(
  ctx: Ctx,
  input: unknown,
  how: { readonly idempotencyKey: string; readonly channel: Channel },
): Promise<Receipt> {
  authoriseAnybody(ctx);
  const filing: FilingInput = parse(filingInput, input);
  const key = parse(idempotencyKey, how.idempotencyKey);
  const bodyHash = new Uint8Array(createHash("sha256").update(JSON.stringify(filing)).digest());
  const earlier = await earlierReceipt(ctx, key, bodyHash);
  if (earlier) return earlier;

  await throttle(ctx, "filing-peer", { points: 30, seconds: 600 });
  const prepared = await prepare(ctx, filing, how.channel, key, bodyHash);
  try {
    await transact(ctx, async ({ tx, audit }) => {
      await saveFiling(tx, prepared);
      audit({
        type: "filing.received",
        subject: prepared.filing.row.id,
        facts: { channel: how.channel, requests: prepared.requests.length, at: ctx.now().toISOString() },
      });
      for (const { row } of prepared.requests) {
        audit({ type: "request.received", subject: row.filingId, request: row.id, facts: requestFacts(row) });
      }
    });
  } catch (error) {
    const first = isDuplicate(error) ? await earlierReceipt(ctx, key, bodyHash) : null;
    if (first) return first;
    throw error;
  }
  return prepared.receipt;
}

async function earlierReceipt(ctx: Ctx, key: string, bodyHash: Uint8Array): Promise<Receipt | null> {
  const earlier: Filing | null = await filingByKey(ctx.controller.id, key);
  if (!earlier) return null;
  if (!Buffer.from(earlier.bodyHash).equals(bodyHash)) throw new Refused({ code: "key_reused" });
  return loadReceipt(ctx.controller, earlier);
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** Everything that needs no transaction: keys, sealing, clocks, the rendered receipt. */
async function prepare(
  ctx: Ctx,
  filing: FilingInput,
  channel: Channel,
  key: string,
  bodyHash: Uint8Array<ArrayBuffer>,
) {
  const { controller } = ctx;
  const now = ctx.now();
  const basis = await currentBasis(controller);
  const { zone } = controller.settings;
  const common = { id: randomUUID(), controllerId: controller.id };
  const filed = filingRows({
    ...common,
    channel,
    language: filing.language,
    receivedAt: now,
    zone,
    receivedOn: localDate(now.toISOString(), zone),
    recordedAt: now,
    recordedBy: actorOf(ctx),
    idempotencyKey: key,
    bodyHash,
    settingsVersion: controller.settingsVersion,
    who: filing.who,
    requests: filing.requests,
  });
  const requests = filing.requests.map((details) => {
    const clock = clockOf(basis, controller.settings, { receivedAt: now, zone, right: details.right }, []);
    const promisedOn = dateToTell(clock);
    const rows = requestRows({
      id: randomUUID(),
      controllerId: controller.id,
      filingId: common.id,
      reference: referenceFrom(randomBytes(10)),
      receivedAt: now,
      recordedAt: now,
      details,
      clock: projection(clock, promisedOn, basis),
    });
    return { ...rows, clock, promisedOn };
  });
  const link = makeLink("confirm");
  const shown = receiptOfRequests(
    { ...common, language: filing.language, receivedAt: now, zone, confirmedAt: null },
    requests.map(({ row, clock, promisedOn }) => ({
      reference: row.reference,
      right: row.right,
      clock,
      promisedOn,
    })),
  );
  const content = receiptMail(await receiptFacts(ctx, shown, link.token));
  const held = await heldUntil(ctx, filed.row.emailIndex);
  const notice = {
    id: randomUUID(),
    controllerId: controller.id,
    to: { filingId: common.id },
    kind: "receipt",
    template: TEMPLATE,
    content,
    at: now,
    dataKey: filed.handle,
    ...(held ? { heldUntil: held } : {}),
  } as const;
  return { filing: filed, requests, link, receipt: shown, notice };
}

function requestFacts(row: Prepared["requests"][number]["row"]) {
  return {
    right: row.right,
    reference: row.reference,
    due: row.statutoryOn?.toISOString().slice(0, 10) ?? null,
    promised: row.promisedOn?.toISOString().slice(0, 10) ?? null,
    profile: row.profile,
    rule: row.ruleVersion,
    calendar: `${row.calendarRegion}:${row.calendarVersion}`,
    ...(row.ownCalendarVersion === null ? {} : { ownDays: row.ownCalendarVersion }),
  };
}
